"""What became of each mail, newest first, as the person reads it."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count
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


def became_of_them(since: datetime) -> str:
    """Of the mails of all, in a line: "3 sent, 1 given up, 2 waiting"."""
    done = Delivery.objects.filter(done_at__gte=since).values_list("state").annotate(Count("pk"))
    counts = dict(done.order_by()) | {Delivery.State.QUEUED: Delivery.objects.queued().count()}
    told = [
        f"{counts[state]} {state.label.lower()}" for state in Delivery.State if counts.get(state)
    ]
    return f"Mails: {', '.join(told) or 'none to send'}."


def why_they_wait() -> str:
    tried = Delivery.objects.queued().exclude(answer="").order_by("-attempts", "pk")
    return tried.values_list("answer", flat=True).first() or ""


def _entry(row: Delivery) -> Entry:
    return Entry(row.day, _says(row), _answer(row))


def _answer(row: Delivery) -> str:
    if row.state == Delivery.State.SENT and row.answer:
        return f"The mail server answered “{row.answer}”"
    return row.answer


def _says(row: Delivery) -> str:
    state = Delivery.State
    if row.state in {state.SENT, state.WRITTEN}:
        brought = listed([Kind(kind).label.lower() for kind in row.kinds if kind in Kind])
        return f"{row.get_state_display()} at {_time(row.done_at)}: {brought}"
    if row.state == state.DEAD:
        return f"Given up at {_time(row.done_at)}, tried {times(row.attempts)}"
    if row.state == state.DROPPED:
        return "Not sent"
    if row.attempts:
        return f"Waiting: tried {times(row.attempts)}, and again at {_time(row.not_before)}"
    return "Waiting to be sent"


def _time(moment) -> str:
    return f"{timezone.localtime(moment):%H:%M}"
