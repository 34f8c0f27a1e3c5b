"""What was heard during a call, as one text. Pure."""

from collections.abc import Mapping

HEARD = {
    "went_well": "What went well",
    "to_change": "What to change",
    "their_words": "Their words",
}


def joined(parts: Mapping[str, str]) -> str:
    """What they said, box after box; no word of mine is among theirs."""
    boxes = (parts.get(name, "").strip() for name in HEARD)
    return "\n\n".join(filter(None, boxes))
