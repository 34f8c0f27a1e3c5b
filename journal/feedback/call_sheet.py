"""What was written down during a call, as one text. Pure."""

from collections.abc import Mapping

PARTS = {
    "went_well": "What went well",
    "to_change": "What to change",
    "their_words": "Their words",
    "to_ask": "What I want to ask",
}


def joined(parts: Mapping[str, str]) -> str:
    """The parts that hold something, each under its heading, in the order of the sheet."""
    return "\n\n".join(
        f"{heading}\n{parts[name].strip()}"
        for name, heading in PARTS.items()
        if parts.get(name, "").strip()
    )
