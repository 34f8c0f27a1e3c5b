"""Sending a letter by this server's mail: at most once, and not too many a day."""

from datetime import datetime, time, timedelta
from email.utils import make_msgid
from smtplib import SMTPException
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.mail import DNS_NAME, EmailMessage
from django.utils import timezone

from journal.feedback.letters import Letter, one_line
from journal.feedback.models import FeedbackRequest


class NotSent(Exception):
    """In a sentence for the person; nothing was sent."""


def can_post(request: FeedbackRequest) -> bool:
    return bool(
        settings.MAILERS and request.by_mail and request.contact and request.contact.address
    )


def post(request: FeedbackRequest, letter: Letter) -> str:
    """Send it, with a copy to me, and answers to me; what became of it, in a sentence.

    Raises NotSent.

    It is noted before it goes, so that no letter ever goes twice: not at a double click, and not
    when the server is killed in between.
    """
    if not can_post(request):
        raise NotSent("This server cannot send it: there is no address to send it to.")
    if _posted_today(request.owner) >= settings.LETTERS_A_DAY:
        raise NotSent(
            f"This server sends {settings.LETTERS_A_DAY} letters a day at most. "
            "Send it from your own mail program, or tomorrow."
        )
    before = _claim(request)
    to_them, to_me = _envelopes(request, letter)
    try:
        to_them.send()
    except (SMTPException, OSError) as error:
        FeedbackRequest.objects.filter(pk=request.pk).update(posted_at=before)
        raise NotSent(
            f"The mail server did not take it ({_reason(error)}). The letter is kept here."
        ) from error
    return f"Sent to {request.whom}, {_copied(to_me)}."


def _copied(to_me: EmailMessage) -> str:
    try:
        to_me.send()
    except (SMTPException, OSError):
        return "but the copy to you did not go"
    return "with a copy to you"


def _claim(request: FeedbackRequest) -> datetime | None:
    now, before = timezone.now(), request.posted_at
    seen = FeedbackRequest.objects.filter(
        pk=request.pk, state=request.state, posted_at=before, nudged_on=request.nudged_on
    )
    if (before and request.is_draft) or not seen.update(posted_at=now):
        raise NotSent("It was given to the mail server already. Its copy to you will tell.")
    request.posted_at = now
    return before


def _posted_today(person) -> int:
    midnight = datetime.combine(person.today(), time(), ZoneInfo(person.time_zone))
    rows = FeedbackRequest.with_trash.filter(owner=person, posted_at__gte=midnight)
    return rows.filter(posted_at__lt=midnight + timedelta(days=2)).count()


class _Envelope(EmailMessage):
    """The one mail, to one of those who get it: who refuses it is told apart."""

    def __init__(self, *args, to_one: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.to_one = to_one

    def recipients(self) -> list[str]:
        return [self.to_one]


def _envelopes(request: FeedbackRequest, letter: Letter) -> list[_Envelope]:
    """To them, and to me."""
    me, them = request.owner.email, request.contact.address
    headers = {"Message-ID": make_msgid(domain=DNS_NAME)}
    return [
        _Envelope(
            subject=one_line(letter.subject),
            body=letter.body,
            to=[them],
            cc=[me],
            reply_to=[me],
            headers=headers,
            to_one=one,
        )
        for one in (them, me)
    ]


def _reason(error: Exception) -> str:
    return one_line(str(error))[:200] or type(error).__name__
