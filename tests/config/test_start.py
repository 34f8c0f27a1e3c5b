"""`make run` as people use it: a tree of real processes on a folder that was empty."""

import os
import signal
import socket
import stat
import subprocess
import time
import urllib.request
from contextlib import closing, contextmanager
from pathlib import Path

import pytest


def free_port() -> int:
    with closing(socket.socket()) as server:
        server.bind(("127.0.0.1", 0))
        return server.getsockname()[1]


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=20) as response:
            return response.status == 200
    except OSError:
        return False


def wait_until(condition, seconds: float) -> None:
    began = time.monotonic()
    while not condition():
        assert time.monotonic() - began < seconds
        time.sleep(0.05)


@contextmanager
def running(*command: str, folder: Path, **environment: str):
    port = free_port()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": os.environ["HOME"],
        "DATA_DIR": str(folder),
        "PORT": str(port),
        **environment,
    }
    with (folder.parent / "out.txt").open("w") as out:
        process = subprocess.Popen(command, env=environment, stdout=out, start_new_session=True)
    process.url = f"http://127.0.0.1:{port}"
    process.said = (folder.parent / "out.txt").read_text
    try:
        wait_until(lambda: answers(f"{process.url}/healthz") or process.poll() is not None, 120)
        yield process
    finally:
        if process.poll() is None:
            os.killpg(process.pid, signal.SIGKILL)
            process.wait()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Served once already, so that what follows starts fast."""
    return tmp_path_factory.mktemp("start") / "data"


def test_from_nothing_it_serves_and_ends_when_told(folder):
    with running("make", "run", folder=folder) as process:
        page = urllib.request.urlopen(process.url, timeout=5)
        assert page.url == f"{process.url}/accounts/signup/"
        assert "make your journal" in process.said()
        process.terminate()
        process.wait(timeout=15)
        assert not answers(f"{process.url}/healthz")
    assert stat.S_IMODE((folder / "secret_key").stat().st_mode) == 0o600
    assert stat.S_IMODE((folder / "upturn.sqlite3").stat().st_mode) == 0o600


def test_the_second_start_needs_nothing_but_itself(folder):
    with running(".venv/bin/python", "manage.py", "start", folder=folder) as process:
        request = urllib.request.Request(
            f"{process.url}/static/css/base.css", headers={"Accept-Encoding": "br"}
        )
        with urllib.request.urlopen(request, timeout=5) as response:
            assert response.headers["Content-Encoding"] == "br"
        process.terminate()
        assert process.wait(timeout=15) == 0


def test_killed_outright_it_leaves_no_process_behind(folder):
    with running(".venv/bin/python", "manage.py", "start", folder=folder) as process:
        process.kill()
        wait_until(lambda: not answers(f"{process.url}/healthz"), 15)


def test_away_from_this_machine_it_prints_the_one_time_link(folder):
    site = "https://journal.example.org"
    command = (".venv/bin/python", "manage.py", "start")
    with running(*command, folder=folder, SITE_URL=site) as process:
        link = next(line for line in process.said().splitlines() if "/welcome/" in line)
        token = link.removeprefix(f"{site}/welcome/").rstrip("/")
        assert (folder / "first_link").read_text() == token


def test_a_mistake_stops_the_start(tmp_path):
    command = (".venv/bin/python", "manage.py", "start")
    with running(*command, folder=tmp_path / "data", WORKERS="many") as process:
        assert process.wait() == 1


def test_a_worker_that_is_killed_is_begun_again_and_the_pages_stay(folder):
    command = (".venv/bin/python", "manage.py", "start")
    with running(*command, folder=folder) as process:
        (worker,) = workers_of(process.pid)
        os.kill(worker, signal.SIGKILL)
        wait_until(lambda: workers_of(process.pid) not in ([], [worker]), 15)
        assert answers(process.url)


def workers_of(parent: int) -> list[int]:
    """The reminder workers among its children."""
    children = Path(f"/proc/{parent}/task/{parent}/children").read_text().split()
    called = {pid: Path(f"/proc/{pid}/cmdline").read_bytes() for pid in children}
    return [int(pid) for pid, command in called.items() if b"manage.py\0worker" in command]
