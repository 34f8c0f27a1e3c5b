from django.db import models
from django.db.models import Q

from journal.interviews.models import within
from journal.ownership.models import Written, rendering
from journal.perspective.models import feeling_field
from journal.rejections.models import Rejection


class Closing(Written):
    """Step 6: what I take, what I leave, and how it feels now. Begun before it is closed."""

    rejection = models.ForeignKey(Rejection, models.CASCADE, related_name="closings")
    take = models.TextField("one thing I take with me", blank=True)
    take_html = rendering()
    leave = models.TextField("one thing I leave", blank=True)
    leave_html = rendering()
    feeling_now = feeling_field()

    prose = ("take", "leave")

    class Meta(Written.Meta):
        constraints = [
            *Written.Meta.constraints,
            models.UniqueConstraint(
                fields=["rejection"],
                condition=Q(trash_id=None),
                name="closing_one_a_rejection",
            ),
            within("feeling_now", 1, 5, "closing_feeling_in_range"),
        ]
