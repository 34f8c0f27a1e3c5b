"""What a process can have seen of a person, said first. Pure."""

from journal.dates import in_words

ONLY_PAPER = "Application"
A_GUESS = (
    "From that they guessed how you would fit one team, at one level. "
    "It does not measure you as an engineer."
)


def opening(met, stage: str = "", at_home: bool = False, untimed: bool = False) -> str:
    """What we know; it stays true with no rounds written down, or no minutes.

    `met` says how long and in how many rounds, `untimed` that some of them have no minutes.
    """
    return f"{_seen(met, stage, at_home, untimed)} {A_GUESS}"


def _seen(met, stage: str, at_home: bool, untimed: bool) -> str:
    if met:
        how_long = f"for {'at least ' if untimed else ''}{met}" if met.minutes else met
        also = ", and read what you made at home" if at_home else ""
        return f"They saw you {how_long}{also}."
    if at_home:
        return "They read what you made at home."
    if stage == ONLY_PAPER:
        return "They read an application; they never met you."
    return "They saw a few hours of you, at most."


def how_many(some: int, of: int) -> str:
    """ "three of eight": a number about a person always comes with its sample."""
    return f"{in_words(some)} of {in_words(of)}"
