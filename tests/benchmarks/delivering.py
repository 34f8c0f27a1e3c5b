"""How many mails a second go, and how long planning takes; run by `make bench` on both databases.

The floor is the same messages, made and sent over one kept connection, with no database. What their
bytes alone take, made before the clock starts, is told beside it. The mail server is a process of
its own.
"""

import multiprocessing
import smtplib
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from email import policy

from aiosmtpd.controller import Controller
from django.conf import settings
from django.core.mail import EmailMessage
from django.db import connection, connections
from django.utils import timezone

from accounts.models import User
from journal.models import Delivery, Problem
from journal.reminders.digest import Digest, digests
from journal.reminders.mails import reminder
from journal.reminders.planning import plan
from journal.reminders.posting import Post
from journal.reminders.worker import Worker
from tests.mail_server import free_port, served_at
from tests.reminders.crowd import gather

MAILS = 2_000
DUE = 5_000
ROUNDS = 3


class Sink:
    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        return "250 OK"


def main() -> None:
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    port = free_port()
    server = multiprocessing.Process(target=serve, args=[port], daemon=True)
    server.start()
    settings.MAILERS = served_at(port)
    wait_for(port)
    print(f"\ndelivering on {connection.vendor}: {MAILS} mails, the best of {ROUNDS}")
    floor = best(make_and_send)
    row("floor: made and sent over one connection, no database", floor, floor)
    row("their bytes alone", best(lambda: send_bytes(port)), floor)
    for workers in (1, 2):
        row(f"{workers} worker{'s' * (workers > 1)}", best(lambda w=workers: deliver(w)), floor)
    server.terminate()
    print(f"\nplanning on {connection.vendor}: seconds, and times the first")
    first = planning(people=DUE, due=DUE)
    for people, due in ((DUE, DUE), (100_000, DUE), (100_000, DUE // 5)):
        took = first if (people, due) == (DUE, DUE) else planning(people, due)
        print(f"  {took:6.2f} s  {took / first:5.2f} times  {people:,} people, {due:,} due")


def serve(port: int) -> None:
    Controller(Sink(), hostname="127.0.0.1", port=port).start()
    time.sleep(3600)


def wait_for(port: int) -> None:
    while True:
        try:
            return smtplib.SMTP("127.0.0.1", port).close()
        except OSError:
            time.sleep(0.1)


def make_and_send() -> float:
    found = looked_up()
    with Post() as post:
        return seconds(lambda: [post.send(mail) for mail in made(found)])


def send_bytes(port: int) -> float:
    ready = [(mail.to, mail.message(policy=policy.SMTP).as_bytes()) for mail in made(looked_up())]
    return seconds(lambda: send_each(port, ready))


def looked_up() -> dict[int, Digest]:
    crowd()
    return digests(User.objects.all(), timezone.now())


def made(found: dict[int, Digest]) -> Iterator[EmailMessage]:
    return (reminder(digest, f"<{key}@upturn.example>") for key, digest in found.items())


def send_each(port: int, ready) -> None:
    with smtplib.SMTP("127.0.0.1", port) as mail_server:
        for to, content in ready:
            mail_server.sendmail("upturn@upturn.example", to, content)


def deliver(workers: int) -> float:
    crowd()
    connections.close_all()
    if connection.vendor == "postgresql":
        connection.close_pool()  # its threads do not go along
    forks = [multiprocessing.Process(target=Worker().drain) for _ in range(workers)]
    took = seconds(lambda: run(forks))
    assert Delivery.objects.filter(state=Delivery.State.SENT).count() == MAILS
    return took


def run(forks) -> None:
    for fork in forks:
        fork.start()
    for fork in forks:
        fork.join()


def crowd() -> None:
    empty()
    gather(MAILS)


def empty() -> None:
    for model in (Delivery, Problem, User):
        model._base_manager.all()._raw_delete(connection.alias)


def planning(people: int, due: int) -> float:
    """Of those due each has a problem to solve; the others' mail is due tomorrow."""
    empty()
    now = timezone.now()
    moment = {True: now - timedelta(minutes=1), False: now + timedelta(days=1)}
    joined = now - timedelta(days=30)
    hour = (now - timedelta(hours=1)).hour
    User.objects.bulk_create(
        User(
            email=f"p{place}@example.org",
            password="!",
            mail_hour=hour,
            date_joined=joined,
            mail_next_at=moment[place % (people // due) == 0],
        )
        for place in range(people)
    )
    keys = User.objects.order_by("pk").values_list("pk", flat=True)
    yesterday = (now - timedelta(days=2)).date()
    Problem.objects.bulk_create(
        [Problem(owner_id=key, title="Merge bookings", due=yesterday) for key in keys],
        batch_size=2_000,
    )
    analyse()
    took = seconds(lambda: plan_all(now))
    assert Delivery.objects.count() == due
    return took


def analyse() -> None:
    """As PostgreSQL does by itself after a while."""
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def plan_all(now) -> None:
    while plan(now):
        pass


def best(act: Callable[[], float]) -> float:
    return min(act() for _ in range(ROUNDS))


def seconds(act: Callable[[], None]) -> float:
    began = time.monotonic()
    act()
    return time.monotonic() - began


def row(name: str, took: float, floor: float) -> None:
    print(f"  {MAILS / took:6.0f} a second  {floor / took:5.2f} of the floor  {name}")


if __name__ == "__main__":
    multiprocessing.set_start_method("fork")
    main()
