from datetime import date

from accounts.models import User
from journal.rejections.models import Rejection


def days_since(rejection: Rejection, person: User, on: date) -> int:
    """Since they said no or since it was written down, whichever came later."""
    written = person.day_of(rejection.created_at)
    return (on - max(rejection.told_on or written, written)).days
