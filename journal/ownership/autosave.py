"""A page that saves by itself sends its whole form as ever, and learns in JSON what came of it.

The views know nothing of this. While such a request is under way, every OwnedForm notes here what
it stored or found changed; `journal.ownership.middleware.answer_autosave` makes the answer of it.
"""

from contextvars import ContextVar
from dataclasses import dataclass, field

HEADER = "X-Autosave"
# What the header says: somebody is typing on; or both texts were seen, and this one is to stay.
TYPING, RESOLVED = "typing", "resolved"


@dataclass
class Autosave:
    """What forms noted. Names are those of the page's inputs."""

    typing: bool
    versions: dict[str, int] = field(default_factory=dict)
    theirs: dict[str, str] = field(default_factory=dict)


under_way: ContextVar[Autosave | None] = ContextVar("autosave", default=None)


def is_typing() -> bool:
    """Somebody types on: what stood a moment ago is no earlier version worth keeping."""
    autosave = under_way.get()
    return autosave is not None and autosave.typing


def note_version(name: str, version: int) -> None:
    if autosave := under_way.get():
        autosave.versions[name] = version


def note_theirs(texts: dict[str, str], name: str, version: int) -> None:
    """What stands in the journal by now, and its version."""
    if autosave := under_way.get():
        autosave.theirs.update(texts)
        autosave.versions[name] = version
