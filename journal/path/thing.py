"""One thing that is owed to a person on a day."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from accounts.models import User
from journal.dates import in_words, listed
from journal.ownership.text import quoted

NAMED = 2


@dataclass(frozen=True)
class Owed:
    """`minutes` is about how long it takes; `url` a path on this site.

    `rejection` is the key of the one it is about, and `interview` that of one that comes; `on` the
    day of what is on a day, `uid` the row it is about, and `changed_at` when what is said of it was
    last written; `each` a title and a path for every
    single one, where there are many.
    """

    kind: str
    title: str
    why: str
    action: str
    url: str
    minutes: int
    rejection: int | None = None
    interview: int | None = None
    on: date | None = None
    uid: UUID | None = None
    changed_at: datetime | None = None
    each: tuple[tuple[str, str], ...] = ()


# People by their key, each with their own day; and what was found for whom.
type Days = dict[int, tuple[User, date]]
type Found = Iterable[tuple[int, Owed]]


def named(titles: Sequence[str]) -> str:
    """ "“One”, “two” and three more" """
    first = [quoted(title) for title in titles[:NAMED]]
    more = [f"{in_words(len(titles) - NAMED)} more"] if len(titles) > NAMED else []
    return listed(first + more)


def earliest(days: Days) -> date:
    return min(on for _, on in days.values())


def latest(days: Days) -> date:
    return max(on for _, on in days.values())


def working(days: Days) -> Days:
    """Those who are on no break."""
    return {key: pair for key, pair in days.items() if not _on_a_break(*pair)}


def _on_a_break(person: User, on: date) -> bool:
    return person.break_until is not None and on < person.break_until
