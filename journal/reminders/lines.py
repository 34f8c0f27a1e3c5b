"""How a thing that is owed is told in a mail: by name, or plainly, which names nothing."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from accounts.wishes import Kind
from journal.dates import in_words, span
from journal.path.thing import Owed
from journal.practice.models import Problem
from journal.reminders.links import full

PLAIN = {
    Kind.ASK: "Ask for written feedback",
    Kind.NUDGE: "Ask for feedback once more",
    Kind.LOOK_BACK: "A day you wanted to look back",
}
SEVERAL = {
    Kind.ASK: "{} to ask for written feedback",
    Kind.NUDGE: "{} to ask for feedback once more",
    Kind.INTERVIEW: "{} interviews, today or tomorrow",
    Kind.LOOK_BACK: "{} days you wanted to look back at",
}


@dataclass(frozen=True)
class Line:
    """`url` is a full address; `each` a title and one for every single one, where titles are
    wanted."""

    title: str
    why: str
    action: str
    url: str
    each: tuple[tuple[str, str], ...] = ()


def told(thing: Owed, worth_solving: Sequence[Problem] = ()) -> Line:
    why, each = _minutes(thing) if thing.each else thing.why, thing.each
    if worth_solving:
        why = f"{why}. Worth solving before it:"
        each = tuple(
            (problem.title, reverse("practice:solve", args=[problem.pk]))
            for problem in worth_solving
        )
    links = tuple((title, full(path)) for title, path in each)
    return Line(thing.title, why, thing.action, full(thing.url), links)


def told_plainly(kind: str, things: Sequence[Owed]) -> Line:
    """All of a kind in one line, with no name; the link leads to the first, or to where all are."""
    first = things[0]
    if len(things) > 1:
        return Line(_several(kind, len(things)), "", "Open Today", full(reverse("today:page")))
    why = _minutes(first) if first.each else ""
    return Line(_plain(first), why, first.action, full(first.url))


def _several(kind: str, number: int) -> str:
    return SEVERAL[Kind(kind)].format(in_words(number).capitalize())


def _plain(thing: Owed) -> str:
    if thing.kind == Kind.INTERVIEW:
        return f"An interview on {thing.on:%A}"
    return PLAIN.get(Kind(thing.kind), thing.title)


def _minutes(thing: Owed) -> str:
    return f"About {span(thing.minutes)}"
