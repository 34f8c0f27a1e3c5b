"""How the mails of this server fare, all together: for whoever runs it."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import Count, Max, Min, Q
from django.utils import timezone
from django.utils.timesince import timesince

from accounts.models import User
from journal.dates import counted
from journal.reminders.models import Delivery, Heartbeat

# A worker beats every 20 s, between two mails at the latest.
FRESH = timedelta(seconds=120)
LATELY = timedelta(days=30)
# Between the moment of a mail and its going lies one look of the worker.
A_MOMENT = timedelta(seconds=60)
A_MINUTE = 60


@dataclass(frozen=True)
class Fare:
    """`beat`: the worker's last; `oldest`: when the mail was due that waits longest, be it planned
    or not; `says`: why one that is tried again did not go; the others count deliveries, done ones
    those of the last 30 days."""

    beat: datetime | None
    oldest: datetime | None
    queued: int
    failed: int
    sent: int
    dead: int
    says: str = ""

    def overdue(self, now: datetime) -> timedelta:
        return max(now - self.oldest, timedelta()) if self.oldest else timedelta()

    def is_silent(self, now: datetime) -> bool:
        return self.beat is None or now - self.beat >= FRESH


def fare(now: datetime) -> Fare:
    state = Delivery.State
    queued = Delivery.objects.queued().aggregate(
        all=Count("pk"), failed=Count("pk", filter=Q(attempts__gt=0)), oldest=Min("due_at")
    )
    lately = Delivery.objects.filter(done_at__gte=now - LATELY).aggregate(
        sent=Count("pk", filter=Q(state=state.SENT)), dead=Count("pk", filter=Q(state=state.DEAD))
    )
    unplanned = User.objects.due_a_look(now).values_list("mail_next_at", flat=True).first()
    return Fare(
        beat=Heartbeat.objects.aggregate(last=Max("at"))["last"],
        oldest=min(filter(None, [queued["oldest"], unplanned]), default=None),
        queued=queued["all"],
        failed=queued["failed"],
        says=_says() if queued["failed"] else "",
        **lately,
    )


def _says() -> str:
    failed = Delivery.objects.queued().filter(attempts__gt=0).order_by("-not_before", "-pk")
    return failed.values_list("answer", flat=True).first() or ""


def told_to_staff() -> dict[str, object]:
    now = timezone.now()
    found = fare(now)
    return {
        "Mails go to": settings.MAIL_GOES_TO,
        "Reminder worker": _at_work(found, now),
        "Mails queued": found.queued,
        "Of these failed, to be tried again": found.failed,
        **({"Why the last of them failed": found.says} if found.says else {}),
        "Oldest mail overdue": f"for {_long(found.overdue(now))}"
        if found.overdue(now) >= A_MOMENT
        else "none",
        "Sent in 30 days": found.sent,
        "Dead in 30 days": found.dead,
    }


def told_to_probes(found: Fare, now: datetime) -> str:
    """A line each, for whatever watches the server."""
    beat = f"{found.beat:%Y-%m-%dT%H:%M:%SZ}" if found.beat else "never"
    return "\n".join(
        [
            f"worker_last_seen {beat}",
            f"oldest_mail_overdue_seconds {found.overdue(now).total_seconds():.0f}",
            f"mails_queued {found.queued}",
            f"mails_failed_to_be_tried_again {found.failed}",
            f"mails_sent_in_30_days {found.sent}",
            f"mails_dead_in_30_days {found.dead}",
        ]
    )


def _at_work(found: Fare, now: datetime) -> str:
    if found.beat is None:
        return "never seen"
    seen = f"last seen {_long(now - found.beat)} ago"
    return f"silent, {seen}" if found.is_silent(now) else f"at work, {seen}"


def _long(span: timedelta) -> str:
    seconds = round(span.total_seconds())
    if seconds < A_MINUTE:
        return counted(seconds, "second")
    now = timezone.now()
    return timesince(now - span, now)
