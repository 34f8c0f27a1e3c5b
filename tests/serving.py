"""Upturn as `make run` serves it: a process of its own, on a free port and empty data."""

import fcntl
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from urllib.parse import quote

import psycopg
from django.conf import settings

ROOT = Path(__file__).parents[1]
PATIENCE = 60
FIRST_START = "FIRST_START"  # where the workers find what the very first start left behind


class Server:
    """Started and stopped, as often as wanted, over the same data.

    It begins with what the very first start leaves behind, which takes that one many seconds.
    """

    def __init__(self, data_dir: Path, database_url: str = "", *, is_first: bool = False):
        if not (is_first or (data_dir / "upturn.sqlite3").exists()):
            shutil.copytree(_after_the_first_start(), data_dir, dirs_exist_ok=True)
        self.port = _free_port()
        self.url = f"http://127.0.0.1:{self.port}"
        self.environment = {
            **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
            "DATA_DIR": str(data_dir),
            "PORT": str(self.port),
        }
        if database_url:
            self.environment["DATABASE_URL"] = database_url

    def start(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "start"],
            cwd=ROOT,
            env=self.environment,
            start_new_session=True,
        )
        try:
            self._wait_for_it()
        except AssertionError:
            self.kill()
            raise

    def stop(self) -> int:
        """End it as a person would, and give its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(15)

    def kill(self) -> None:
        """End every process of it at once, as a power cut would."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def _wait_for_it(self) -> None:
        wanted = time.monotonic() + PATIENCE
        while not self._answers():
            assert self.process.poll() is None, "the server ended before it answered"
            assert time.monotonic() < wanted, "the server did not answer"
            time.sleep(0.1)

    def _answers(self) -> bool:
        try:
            with urllib.request.urlopen(f"{self.url}/healthz", timeout=2) as answer:
                return answer.status == 200
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False


def _after_the_first_start() -> Path:
    """The data of a server where nobody has been yet; made once for all workers."""
    folder = Path(os.environ[FIRST_START]) / "data"
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            first = Server(folder, is_first=True)
            first.start()
            first.stop()
    return folder


def share_the_first_start() -> Callable[[], None]:
    """From here on, also for the processes begun from here; what is answered with ends it."""
    folder = tempfile.mkdtemp()
    os.environ[FIRST_START] = folder
    return partial(shutil.rmtree, folder)


@contextmanager
def empty_database():
    """The URL of a new PostgreSQL database where the tests run on one; "" means SQLite."""
    default = settings.DATABASES["default"]
    if not default["ENGINE"].endswith("postgresql"):
        yield ""
        return
    server = {key.lower(): default[key] for key in ("HOST", "PORT", "USER", "PASSWORD")}
    connect = {key: value for key, value in server.items() if value}
    name = f"upturn_{os.getpid()}_{time.time_ns()}"
    with psycopg.connect(dbname="postgres", autocommit=True, **connect) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
        try:
            yield _address(server, name)
        finally:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _address(server: dict, name: str) -> str:
    person = quote(server["user"])
    if server["password"]:
        person += f":{quote(server['password'])}"
    place = f"host={quote(str(server['host']), safe='')}&port={server['port']}"
    return f"postgresql://{person}@/{name}?{place}"


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]
