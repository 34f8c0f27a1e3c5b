"""The ledger: the truth about each mail that reminds, and a sign of life from each worker."""

import uuid
from datetime import date, datetime, timedelta

from django.conf import settings
from django.db import models, transaction
from django.db.models import Max, Q
from django.utils import timezone

from accounts.day_columns import DayColumn
from journal.mail_headers import only_address

# A worker that was killed gives back what it had claimed after this long.
LEASE = timedelta(minutes=2)
# A mail server may take its 15 s for each of its answers.
LONGEST_SENDING = timedelta(seconds=100)
FIRST_WAIT = timedelta(seconds=30)
LONGEST_WAIT = timedelta(hours=6)
MOST_ATTEMPTS = 10


def wait_after(attempts: int) -> timedelta:
    """How long to wait after so many that failed: 30 s, doubling, at most 6 h."""
    return min(FIRST_WAIT * 2 ** (attempts - 1), LONGEST_WAIT)


def new_message_id() -> str:
    return f"<{uuid.uuid4()}@{only_address(settings.DEFAULT_FROM_EMAIL).domain}>"


class DeliveryQuerySet(models.QuerySet):
    def lost(self, on: date):
        """Given up, on that day or the one before."""
        return self.filter(state=Delivery.State.DEAD, day__gte=on - timedelta(days=1))

    def queued(self):
        return self.filter(state=Delivery.State.QUEUED)

    def gone(self):
        """To the mail server, or to a file where there is none."""
        return self.filter(state__in=[Delivery.State.SENT, Delivery.State.WRITTEN])

    def last_day(self) -> date:
        return self.aggregate(last=Max("day"))["last"] or date.min

    def try_again(self) -> int:
        """What was given up and is not too late yet, from the beginning; say how many there are."""
        now = timezone.now()
        given_up = self.filter(state=Delivery.State.DEAD, until__gt=now)
        return given_up.update(
            state=Delivery.State.QUEUED, attempts=0, not_before=now, done_at=None
        )

    def ready(self, now: datetime):
        """Those whose moment has come and that no worker holds, the longest due first."""
        free = Q(lease_until=None) | Q(lease_until__lt=now)
        return self.queued().filter(free, not_before__lte=now).order_by("not_before", "pk")

    def claim(self, many: int) -> list["Delivery"]:
        """Take so many under a lease: nobody else sends them until it ends.

        Workers that claim at once pass over each other's rows; SQLite has one writer at a time.
        """
        now, token = timezone.now(), uuid.uuid4()
        if not self.ready(now).exists():
            return []  # and no writer was kept waiting for it
        with transaction.atomic():
            ready = self.ready(now).select_for_update(skip_locked=True)[:many]
            keys = list(ready.values_list("pk", flat=True))
            Delivery.objects.filter(pk__in=keys).update(lease_token=token, lease_until=now + LEASE)
        mine = self.filter(pk__in=keys, lease_token=token)
        return list(mine.order_by("not_before", "pk"))


class Delivery(models.Model):
    """The one mail of a person's local day: `due_at` is when it should go, `not_before` when it is
    tried next, `until` when it is too late for it.

    `answer` is what the mail server said last, or why it did not go; `kinds` what it brought.
    Whoever holds the lease says what became of it, and nobody else.
    """

    class State(models.TextChoices):
        QUEUED = "queued", "Waiting"
        SENT = "sent", "Sent"
        WRITTEN = "written", "Written to a file"
        DROPPED = "dropped", "Not needed any more"
        DEAD = "dead", "Given up"

    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name="deliveries", db_index=False
    )
    day = DayColumn()
    state = models.CharField(max_length=10, choices=State, default=State.QUEUED)
    kinds = models.JSONField(default=list)
    due_at = models.DateTimeField()
    not_before = models.DateTimeField()
    until = models.DateTimeField()
    attempts = models.PositiveSmallIntegerField(default=0)
    lease_until = models.DateTimeField(null=True)
    lease_token = models.UUIDField(null=True)
    message_id = models.CharField(max_length=300, default=new_message_id)
    answer = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True)

    objects = DeliveryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "deliveries"
        constraints = [
            models.UniqueConstraint(fields=["owner", "day"], name="delivery_one_a_day"),
            models.CheckConstraint(
                condition=Q(state="queued") | Q(done_at__isnull=False),
                name="delivery_done_has_a_time",
            ),
        ]
        # The workers' and the dashboard's: they start with the time, and hold few rows.
        indexes = [
            models.Index(
                fields=["not_before"], condition=Q(state="queued"), name="delivery_queued"
            ),
            models.Index(fields=["done_at"], name="delivery_done"),
        ]

    def __str__(self) -> str:
        return f"Delivery {self.pk}"

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.QUEUED

    def still_held(self) -> bool:
        """Whether the lease is mine for long enough to send it; it is renewed in time."""
        now = timezone.now()
        if self.lease_until - now > LONGEST_SENDING:
            return True
        self.lease_until = now + LEASE
        return self._mine(lease_until=self.lease_until)

    def sent(self, answer: str | None, kinds: list[str]) -> None:
        """With no answer: where no mail server is set, it was written to a file."""
        state = self.State.WRITTEN if answer is None else self.State.SENT
        self._done(state, answer=_short(answer or ""), kinds=kinds, attempts=self.attempts + 1)

    def drop(self, why: str) -> None:
        self._done(self.State.DROPPED, answer=why)

    def give_up(self, answer: str) -> None:
        self._done(self.State.DEAD, answer=_short(answer), attempts=self.attempts + 1)

    def fail(self, answer: str) -> None:
        """For now: it is tried again, ever later, and given up after the tenth time."""
        if self.attempts + 1 >= MOST_ATTEMPTS:
            return self.give_up(answer)
        attempts = self.attempts + 1
        self._mine(
            attempts=attempts,
            answer=_short(answer),
            not_before=timezone.now() + wait_after(attempts),
            lease_until=None,
            lease_token=None,
        )

    def give_back(self) -> None:
        """Untried: another may take it at once."""
        self._mine(lease_until=None, lease_token=None)

    def _done(self, state: State, **fields) -> None:
        end = {"lease_until": None, "lease_token": None, "done_at": timezone.now()}
        self._mine(state=state, **end, **fields)

    def _mine(self, **fields) -> bool:
        held = Delivery.objects.queued().filter(pk=self.pk, lease_token=self.lease_token)
        return bool(held.update(**fields))


def _short(answer: str) -> str:
    return " ".join(answer.split())[:300]


class Heartbeat(models.Model):
    """When a worker, known by `name`, was last seen at work."""

    name = models.CharField(max_length=100, primary_key=True)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Heartbeat {self.name}"
