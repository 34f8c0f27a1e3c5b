from django.db import models

from journal.ownership.models import AliveQuerySet, Owned, alive_manager
from journal.practice.attempt_models import Attempt


class DrawingQuerySet(AliveQuerySet):
    def light(self):
        """None of the bytes: a page shows each from an address of its own."""
        return self.defer("image")

    def in_order(self):
        return self.order_by("pk")


class Drawing(Owned):
    """What I drew for an attempt, or a picture of it; `image` holds the bytes of a WebP."""

    MOST = 6

    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="drawings")
    image = models.BinaryField()
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    shows = models.CharField("what it shows", max_length=300, blank=True)

    objects = alive_manager(DrawingQuerySet)

    @property
    def known_as(self) -> str:
        return f"for {self.attempt.problem.known_as}"
