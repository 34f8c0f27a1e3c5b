"""Whether somebody wrote a text, or a file was taken for one that holds none. Pure."""

import re

CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f]")
STRAY = 2
ONE_IN = 100


def is_legible(text: str) -> bool:
    """It has a letter, and of control characters no more than stray into a mail."""
    most = STRAY + len(text) // ONE_IN
    return len(CONTROL.findall(text)) <= most and any(map(str.isalpha, text))
