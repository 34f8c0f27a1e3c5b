"""Patterns that are written a wording a line."""

from textwrap import dedent


def one_of(lines: str) -> str:
    """Each line is an alternative; one that is indented further goes on the one above."""
    found: list[str] = []
    for line in dedent(lines).strip("\n").split("\n"):
        if line.startswith(" "):
            found[-1] += line.strip()
        else:
            found.append(line.strip())
    return "|".join(found)
