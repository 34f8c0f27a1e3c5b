"""What became of the letters that this server was told to send."""

from datetime import datetime, timedelta
from email.utils import make_msgid
from hashlib import sha256

from django.conf import settings
from django.core.mail import DNS_NAME
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from journal.feedback.letters import Letter, Occasion
from journal.feedback.request_models import FeedbackRequest

# A worker that took a letter, and has not said this long after what became of it, was killed.
LONGEST_SENDING = timedelta(minutes=2)
# A letter that the workers come to no sooner is not what its writer expects any more.
LONGEST_WAITING = timedelta(days=1)
# After this long its page says that it waits longer than it should.
USUAL_WAITING = timedelta(minutes=1)


def fingerprint(address: str, letter: Letter) -> str:
    """Of what goes and to whom: nothing else than what was on the page may go."""
    return sha256("\0".join([address, *letter]).encode()).hexdigest()


class LetterDeliveryQuerySet(models.QuerySet):
    def of(self, request: FeedbackRequest, occasion: Occasion) -> "LetterDelivery":
        """Its only row; one that is not stored yet was never told to go."""
        found = {"request": request, "occasion": occasion}
        return self.filter(**found).first() or LetterDelivery(owner_id=request.owner_id, **found)

    def stored(self, request: FeedbackRequest, occasion: Occasion) -> "LetterDelivery":
        new = {"owner_id": request.owner_id, "message_id": make_msgid(domain=str(DNS_NAME))}
        row, _ = self.get_or_create(request=request, occasion=occasion, defaults=new)
        return row

    def queued(self):
        return self.filter(state=LetterDelivery.State.QUEUED)

    def sent(self):
        return self.filter(state=LetterDelivery.State.SENT).order_by("changed_at")

    def take(self) -> "LetterDelivery | None":
        """The one that has waited longest: whoever takes it sends it, and nobody else."""
        now = timezone.now()
        for row in self.queued().order_by("changed_at", "pk")[:20]:
            if row.move(row.State.QUEUED, to=row.State.SENDING, changed_at=now):
                return row
        return None

    def note_lost(self) -> None:
        """Their worker was killed, before the mail server had them or after."""
        state = LetterDelivery.State
        begun_before = timezone.now() - LONGEST_SENDING
        self.filter(state=state.SENDING, changed_at__lt=begun_before).update(state=state.UNKNOWN)


class LetterDelivery(models.Model):
    """One letter of a request, on its way through this server's mail.

    It holds no word of it. `attempt` counts how often it was told to go; whoever sends says what
    became of that attempt only. `mail` is what counts it in the quota.
    """

    class State(models.TextChoices):
        NEW = "new", "Not told to go"
        QUEUED = "queued", "Waiting"
        SENDING = "sending", "Being sent"
        SENT = "sent", "Sent"
        REFUSED = "refused", "Refused"
        UNKNOWN = "unknown", "Nobody knows"

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="letter_deliveries"
    )
    request = models.ForeignKey(
        FeedbackRequest, models.CASCADE, related_name="deliveries", db_index=False
    )
    occasion = models.CharField(
        max_length=10, choices=[(each.value, each.name) for each in Occasion]
    )
    state = models.CharField(max_length=10, choices=State, default=State.NEW)
    attempt = models.PositiveSmallIntegerField(default=0)
    fingerprint = models.CharField(max_length=64, blank=True)
    mail = models.UUIDField(null=True)
    message_id = models.CharField(max_length=300)
    says = models.CharField(max_length=500, blank=True)
    changed_at = models.DateTimeField(default=timezone.now)

    objects = LetterDeliveryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "letter deliveries"
        constraints = [
            models.UniqueConstraint(fields=["request", "occasion"], name="letterdelivery_once"),
        ]
        # The workers'.
        indexes = [
            models.Index(
                fields=["changed_at"],
                condition=Q(state__in=["queued", "sending"]),
                name="letterdelivery_under_way",
            ),
        ]

    def __str__(self) -> str:
        return f"LetterDelivery {self.pk}"

    @property
    def is_under_way(self) -> bool:
        return self.state in {self.State.QUEUED, self.State.SENDING} and not self.may_have_gone

    @property
    def is_queued(self) -> bool:
        return self.state == self.State.QUEUED

    @property
    def is_sent(self) -> bool:
        return self.state == self.State.SENT

    @property
    def is_refused(self) -> bool:
        return self.state == self.State.REFUSED

    @property
    def may_have_gone(self) -> bool:
        if self.state == self.State.SENDING:
            return timezone.now() - self.changed_at > LONGEST_SENDING
        return self.state == self.State.UNKNOWN

    @property
    def how_it_goes(self) -> str:
        if self.is_under_way:
            return "On its way from here"
        if self.may_have_gone:
            return "It may have gone, or not: open it to see"
        return "It did not go: open it to see why" if self.is_refused else ""

    @property
    def waits_long(self) -> bool:
        return self.is_queued and timezone.now() - self.changed_at > USUAL_WAITING

    def is_too_late(self, now: datetime) -> bool:
        return now - self.changed_at > LONGEST_WAITING

    def queue(self, again: int | None, **fields) -> bool:
        """Claim it, in one conditional UPDATE: of those who press at once, one is the first.

        `again` is the attempt of which nobody knows whether it went, and which is made again
        knowingly.
        """
        state = self.State
        if again is None:
            free = Q(state__in=[state.NEW, state.REFUSED])
        else:
            begun_before = timezone.now() - LONGEST_SENDING
            lost = Q(state=state.SENDING, changed_at__lt=begun_before)
            free = Q(attempt=again) & (Q(state=state.UNKNOWN) | lost)
        told = {"state": state.QUEUED, "says": "", "changed_at": timezone.now(), **fields}
        rows = LetterDelivery.objects.filter(free, pk=self.pk)
        return bool(rows.update(attempt=F("attempt") + 1, **told))

    def take_back(self) -> bool:
        """It stays here, if no worker was first."""
        return self.move(self.State.QUEUED, to=self.State.NEW, fingerprint="")

    def finish(self, state: State, says: str = "") -> bool:
        """What became of it; late news is better than none, of this attempt only."""
        under_way = (self.State.SENDING, self.State.UNKNOWN)
        end = {"says": says[:500], "fingerprint": "", "changed_at": timezone.now()}
        return self.move(*under_way, to=state, **end)

    def move(self, *before: State, to: State, **fields) -> bool:
        same = LetterDelivery.objects.filter(pk=self.pk, attempt=self.attempt, state__in=before)
        return bool(same.update(state=to, **fields))
