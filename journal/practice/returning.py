"""The day on which a problem comes back: what the schedule wants, where there is room for it. Pure.

Looked for grade by grade from the weakest on, so that on full days, too, a better grade never comes
back sooner and "With effort" comes back after "Not yet".
"""

from datetime import date

from journal.practice.room import Room
from journal.practice.schedule import A_DAY, CAP_DAYS, WITH_EFFORT, Card, up_to


def returns_on(
    card: Card, room: Room, minutes: int, not_before: date | None, cap_days: int = CAP_DAYS
) -> date | None:
    """None for a card that was never solved."""
    weaker, found = Card(), not_before or date.min
    for each in up_to(card, cap_days):
        if each.grade == WITH_EFFORT and each.due > weaker.due:
            found += A_DAY
        found = room.find(max(each.due, found), minutes, urgent=each.is_urgent)
        weaker = each
    return found if weaker.due else None
