"""How the mails of this server fare, all together: for whoever runs it."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Count, Max, Min, Q
from django.utils import timezone
from django.utils.timesince import timesince

from journal.reminders.models import Delivery, Heartbeat

# A worker beats every 20 s, between two mails at the latest.
FRESH = timedelta(seconds=120)
LATELY = timedelta(days=30)


def worker_is_alive() -> bool:
    return Heartbeat.objects.filter(at__gte=timezone.now() - FRESH).exists()


def mail_facts() -> dict[str, object]:
    now, state = timezone.now(), Delivery.State
    queued = Delivery.objects.queued().aggregate(
        all=Count("pk"), failed=Count("pk", filter=Q(attempts__gt=0)), oldest=Min("not_before")
    )
    lately = Delivery.objects.filter(done_at__gte=now - LATELY).aggregate(
        sent=Count("pk", filter=Q(state=state.SENT)), dead=Count("pk", filter=Q(state=state.DEAD))
    )
    beat = Heartbeat.objects.aggregate(last=Max("at"))["last"]
    return {
        "Mails go to": settings.MAIL_GOES_TO,
        "Reminder worker": _at_work(beat, now),
        "Mails queued": queued["all"],
        "Of these failed, to be tried again": queued["failed"],
        "Oldest mail overdue": _overdue(queued["oldest"], now),
        "Sent in 30 days": lately["sent"],
        "Dead in 30 days": lately["dead"],
    }


def _at_work(beat, now) -> str:
    if beat is None:
        return "never seen"
    return "at work" if now - beat < FRESH else f"silent for {timesince(beat, now)}"


def _overdue(oldest, now) -> str:
    return f"for {timesince(oldest, now)}" if oldest and oldest < now else "none"
