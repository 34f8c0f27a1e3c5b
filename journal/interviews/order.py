"""Where a round goes among the others of its process. Pure."""

from collections.abc import Sequence


def place(others: Sequence, round_) -> int:
    """Before the first that came later; at the end where no day is known. The rest stay put."""
    if round_.on is None:
        return len(others)
    return next(
        (
            number
            for number, other in enumerate(others)
            if other.on is not None and other.when() > round_.when()
        ),
        len(others),
    )
