"""What a step of the path says about itself; each step's slice has one in its `step.py`."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from journal.rejections.models import Rejection


@dataclass(frozen=True)
class Progress:
    """What a step holds for one rejection so far, in a short sentence; derived, never ticked.

    `waits`: there is nothing to do in it until somebody else has done something.
    """

    holds: str = ""
    enough: bool = False
    begun: bool = False
    waits: bool = False


NOTHING_YET = Progress()


@dataclass(frozen=True)
class Step:
    """`progress` answers for many rejections at once, by their keys, in a fixed count of queries.

    A rejection that is missing from its answer holds nothing yet. `page` is a URL name that takes
    the rejection's key.
    """

    key: str
    name: str
    short: str
    invitation: str
    action: str
    page: str
    progress: Callable[[Sequence[Rejection]], dict[int, Progress]]
