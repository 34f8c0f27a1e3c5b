"""What was heard during a call, as one text. Pure."""

from collections.abc import Mapping

HEARD = {
    "went_well": "What went well",
    "to_change": "What to change",
    "their_words": "Their words",
}
HEADINGS = frozenset(HEARD.values())


def joined(parts: Mapping[str, str]) -> str:
    """What they said, box after box, each below its heading."""
    boxes = ((heading, parts.get(name, "").strip()) for name, heading in HEARD.items())
    return "\n\n".join(f"{heading}\n{text}" for heading, text in boxes if text)
