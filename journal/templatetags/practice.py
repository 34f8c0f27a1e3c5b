from django import template

from accounts.models import User
from journal.dates import counted, day
from journal.practice import coming
from journal.practice.attempt_models import Attempt
from journal.practice.attempt_row import SHOWN, attempt_row
from journal.practice.models import Problem

register = template.Library()
register.filter("in_days", coming.in_days)
register.filter("on_day", coming.on_day)


@register.filter
def status(problem: Problem, person: User) -> str:
    """When a problem comes back, in a few words. On a break nothing is due."""
    if problem.retired_on:
        return "retired"
    if problem.paused:
        return "paused"
    if problem.today:
        return problem.today
    if problem.due and person.on_a_break() and problem.due < person.break_until:
        return "comes back after your break"
    if problem.due:
        today = person.today()
        due = problem.due <= today
        return "due today" if due else f"comes back {coming.on_day(problem.due, today)}"
    return "not scheduled"


@register.filter
def without_tail(quote: str) -> str:
    """A quote that ends in mid-sentence, without the comma it was cut at."""
    return quote.rstrip(" \n,;:–—-")


@register.filter
def asked(problem: Problem) -> str:
    """ "asked by Fernwood Robotics on 10 November" """
    if problem.interview is None:
        return "a problem of your own"
    on = problem.round.day_in() if problem.round else None
    return f"asked by {problem.interview.employer.name}{f' on {day(on)}' if on else ''}"


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
