"""Addresses that work outside a session: signed, and each good for one thing."""

from uuid import UUID

from django.conf import settings
from django.core.signing import BadSignature, Signer
from django.urls import reverse

from accounts.models import User

_stopping = Signer(salt="journal.reminders.stop")
_calendar = Signer(salt="journal.reminders.calendar")


def full(path: str) -> str:
    return settings.SITE_URL + path


def stop_url(person: User) -> str:
    return full(reverse("reminders:stop", args=[_stopping.sign(person.pk)]))


def whose_mail(token: str) -> User | None:
    try:
        return User.objects.filter(pk=int(_stopping.unsign(token))).first()
    except (BadSignature, ValueError):
        return None


def calendar_url(person: User) -> str:
    """Known from the key in force: with another key, or none, this one leads nowhere."""
    if not person.calendar_key:
        return ""
    return full(reverse("reminders:feed", args=[_calendar.sign(person.calendar_key.hex)]))


def whose_calendar(token: str) -> User | None:
    try:
        key = UUID(_calendar.unsign(token))
    except (BadSignature, ValueError):
        return None
    return User.objects.filter(calendar_key=key, is_active=True).first()
