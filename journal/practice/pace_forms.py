"""How much practice a day, and how far apart at most."""

from accounts.models import User
from accounts.untouched import LeavesUntouched


class Pace(LeavesUntouched):
    class Meta:
        model = User
        fields = ["practice_minutes", "practice_cap_days"]
        labels = {
            "practice_minutes": "Minutes a day",
            "practice_cap_days": "Days apart, at most",
        }
        help_texts = {
            "practice_minutes": "At least one problem has its day, however long it takes.",
            "practice_cap_days": "While you search, a month keeps things fresh. "
            "Where more is due than your minutes hold, it takes longer.",
        }
