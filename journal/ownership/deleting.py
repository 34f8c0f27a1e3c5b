"""How every page answers that deletes something."""

from django.contrib import messages

from journal.ownership.lying import KEPT_FOR
from journal.ownership.models import Owned
from journal.ownership.trash import move_to_trash


def to_trash(request, row: Owned, sentence: str = "") -> None:
    """Delete it and say so; the page that shows this offers to put it back (base.html)."""
    batch = move_to_trash(row)
    sentence = (
        sentence or f"The {row.noun} {row.known_as} is in the trash for {KEPT_FOR.days} days."
    )
    messages.success(request, sentence, extra_tags=str(batch))
