from django.db import models

from journal.ownership.models import Owned
from journal.practice.models import Attempt


class Drawing(Owned):
    """What I drew for an attempt, or a picture of it; `image` holds the bytes of a WebP."""

    MOST = 6

    attempt = models.ForeignKey(Attempt, models.CASCADE, related_name="drawings")
    image = models.BinaryField()
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    shows = models.CharField("what it shows", max_length=300, blank=True)

    @property
    def known_as(self) -> str:
        return f"for {self.attempt.problem.known_as}"
