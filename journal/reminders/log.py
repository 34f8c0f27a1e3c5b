"""What became of each mail, newest first, as the person reads it."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from accounts.models import User
from accounts.wishes import Kind
from journal.dates import listed, times
from journal.reminders.models import Delivery

SHOWN = 30


@dataclass(frozen=True)
class Entry:
    day: date
    says: str
    answer: str


def log(person: User) -> list[Entry]:
    return [_entry(row) for row in person.deliveries.order_by("-day")[:SHOWN]]


def _entry(row: Delivery) -> Entry:
    return Entry(row.day, _says(row), _answer(row))


def _answer(row: Delivery) -> str:
    if row.state == Delivery.State.SENT and row.answer:
        return f"The mail server answered “{row.answer}”"
    return row.answer


def _says(row: Delivery) -> str:
    state = Delivery.State
    if row.state == state.SENT:
        brought = listed([Kind(kind).label.lower() for kind in row.kinds if kind in Kind])
        return f"Sent at {_time(row.done_at)}: {brought}"
    if row.state == state.DEAD:
        return f"Given up at {_time(row.done_at)}, tried {times(row.attempts)}"
    if row.state == state.DROPPED:
        return "Not sent"
    if row.attempts:
        return f"Waiting: tried {times(row.attempts)}, and again at {_time(row.not_before)}"
    return "Waiting to be sent"


def _time(moment) -> str:
    return f"{timezone.localtime(moment):%H:%M}"
