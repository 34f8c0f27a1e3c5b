"""What is said above the next page."""

from django.contrib import messages

from journal.practice.coming import on_day
from journal.practice.models import Problem


def say_when(request, problem: Problem) -> None:
    """When it comes back, if it does."""
    if problem.due and not problem.is_resting:
        when = on_day(problem.due, request.user.today())
        messages.success(request, f"“{problem.title}” comes back {when}.")
