"""The questions I was asked, one a line. Pure."""

from accounts.one_line import is_visible, one_line

LONGEST = 300


class TooLong(ValueError):
    """Its text is a sentence for the person."""


def read(text: str) -> list[str]:
    """The lines of a text that are not empty, each once. Raises TooLong for one that is a text."""
    titles = [" ".join(one_line(line).split()) for line in text.splitlines()]
    titles = list(dict.fromkeys(title for title in titles if is_visible(title)))
    for title in titles:
        if len(title) > LONGEST:
            raise TooLong(
                f"“{title[:40]}…” is long for a line. Keep each to {LONGEST} characters here; "
                "the whole question has its own place once it is kept."
            )
    return titles
