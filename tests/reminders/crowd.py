"""Many people whose mail is ready, real workers beside the test, and a mail server that counts."""

import asyncio
import os
import random
import re
import signal
import subprocess
import sys
import time
from collections import defaultdict
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

from aiosmtpd.controller import Controller
from django.db import connection
from django.utils import timezone

from accounts.models import User
from journal.models import Delivery, Problem
from journal.reminders.delivering import FRESH
from tests.mail_server import free_port

ROOT = Path(__file__).parents[2]
MESSAGE_ID = re.compile(rb"^Message-ID: (\S+)", re.MULTILINE | re.IGNORECASE)
PATIENCE = 300


class Counter:
    """Keeps of each mail to whom it went, under which Message-ID, and when.

    `drop` says, mail by mail, whether the connection is cut instead of taking it; `hang` is for how
    many seconds each is kept waiting, `meanwhile` what is done then, by whom it is to.
    """

    def __init__(self, drop=lambda: False, hang=0, meanwhile=lambda address: None):
        self.came = defaultdict(list)
        self.number = self.begun = 0
        self._drop, self._hang, self._meanwhile = drop, hang, meanwhile

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        self.begun += 1
        await asyncio.sleep(self._hang)
        if self._drop():
            server.transport.abort()
            return "421 gone"
        (address,) = envelope.rcpt_tos
        await asyncio.to_thread(self._meanwhile, address)
        message_id = MESSAGE_ID.search(envelope.content)[1]
        self.came[address].append((message_id, time.monotonic()))
        self.number += 1
        return "250 OK"

    def most_copies(self) -> int:
        return max(map(len, self.came.values()))

    def ids_differ(self) -> list[str]:
        """To whom copies went under different Message-IDs."""
        return [
            address for address, mails in self.came.items() if len({each for each, _ in mails}) > 1
        ]


@contextmanager
def counting(**options):
    controller = Controller(Counter(**options), hostname="127.0.0.1", port=free_port())
    controller.start()
    try:
        yield controller.handler, controller.port
    finally:
        controller.stop()


def gather(number: int, **fields) -> list[User]:
    """People with a problem that is due, and a delivery that may go now."""
    User.objects.bulk_create(
        User(email=f"p{place}@example.org", password="!", **fields) for place in range(number)
    )
    people = list(User.objects.order_by("pk"))
    today = timezone.now().date()
    Problem.objects.bulk_create(
        Problem(owner=each, title="Merge bookings", due=today - timedelta(days=2))
        for each in people
    )
    now = timezone.now()
    Delivery.objects.bulk_create(
        Delivery(owner=each, day=today, due_at=now, not_before=now, until=now + timedelta(hours=18))
        for each in people
    )
    User.objects.update(mail_next_at=None)
    return people


def database_url() -> str:
    """Where another process finds the database this test writes to."""
    told = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{told['NAME']}"
    password = f":{quote(told['PASSWORD'])}" if told["PASSWORD"] else ""
    place = f"host={quote(str(told['HOST']), safe='')}&port={told['PORT']}"
    return f"postgresql://{quote(told['USER'])}{password}@/{told['NAME']}?{place}"


class Workers:
    """`manage.py worker`, so many of them, begun again after each kill."""

    def __init__(self, number: int, port: int, folder: Path, *options: str):
        self._command = [sys.executable, "manage.py", "worker", *options]
        self._environment = {
            **os.environ,
            "DATA_DIR": str(folder),
            "DATABASE_URL": database_url(),
            "MAIL_URL": f"smtp://127.0.0.1:{port}?tls=no",
        }
        self.processes = [self._begin() for _ in range(number)]

    def __enter__(self) -> "Workers":
        return self

    def __exit__(self, *_) -> None:
        for process in self.processes:
            process.terminate()
        for process in self.processes:
            process.wait(20)

    def kill(self, place: int) -> None:
        process = self.processes[place]
        process.send_signal(signal.SIGKILL)
        process.wait()
        self.processes[place] = self._begin()

    def _begin(self) -> subprocess.Popen:
        return subprocess.Popen(self._command, cwd=ROOT, env=self._environment)


def wait_until(condition, patience: float = PATIENCE) -> None:
    latest = time.monotonic() + patience
    while not condition():
        assert time.monotonic() < latest, "it took too long"
        time.sleep(0.02)


def nothing_waits() -> bool:
    return not Delivery.objects.queued().exists()


def end_leases() -> None:
    """As two minutes would."""
    Delivery.objects.queued().update(lease_until=timezone.now() - timedelta(seconds=1))


ACTS = (
    lambda person: person.problems.update(due=None),
    lambda person: person.problems.all().delete(),
    lambda person: person.stop_mail(),
    lambda person: person.delete(),
)


def race_against_sending(number: int, folder: Path) -> tuple[int, int, float]:
    """Done, deleted, stopped or gone, for each person about when the worker comes to them.

    How many mails were sent, how many of them by a look that was too old, and by how many seconds
    the latest came after what should have kept it back.
    """
    people, chance, committed = gather(number), random.Random(6), {}
    with counting() as (counter, port), Workers(1, port, folder):
        for place, person in enumerate(people):
            near = min(place - chance.randint(-5, 120), number - 60)
            wait_until(lambda near=near: number - Delivery.objects.queued().count() >= near)
            address = person.email
            chance.choice(ACTS)(person)
            committed[address] = time.monotonic()
        wait_until(nothing_waits)
    after = [mails[0][1] - committed[address] for address, mails in counter.came.items()]
    too_late = FRESH.total_seconds() + 0.25
    return counter.number, sum(each > too_late for each in after), max(after, default=0)
