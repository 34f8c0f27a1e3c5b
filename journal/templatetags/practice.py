from django import template

from journal.dates import counted, day
from journal.practice import coming
from journal.practice.attempt_row import SHOWN, attempt_row
from journal.practice.models import Attempt

register = template.Library()
register.filter("in_days", coming.in_days)
register.filter("on_day", coming.on_day)


@register.inclusion_tag("practice/attempt_row.html")
def attempts_in_a_row(attempts) -> dict:
    """A small picture of graded attempts, oldest first, with the same in words."""
    attempts = list(attempts)
    said = ", ".join(_said(attempt) for attempt in attempts[-SHOWN:])
    return {
        "row": attempt_row([attempt.grade for attempt in attempts]),
        "says": f"{counted(len(attempts), 'attempt').capitalize()}: {said}",
    }


def _said(attempt: Attempt) -> str:
    return f"{attempt.get_grade_display().lower()} on {day(attempt.solved_on)}"
