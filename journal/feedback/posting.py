"""Sending a letter by this server's mail: at most once, and not too many a day."""

from datetime import timedelta
from email.utils import make_msgid

from django.conf import settings
from django.core.mail import DNS_NAME, EmailMessage
from django.utils import timezone

from journal.feedback.letters import Letter, Occasion, one_line
from journal.feedback.request_models import FeedbackRequest
from journal.mail_headers import mailbox, only_address
from journal.mail_trouble import TROUBLES, trouble

GIVEN_ALREADY = "It was given to the mail server already. Its copy to you will tell."


class NotSent(Exception):
    """In a sentence for the person; nothing was sent."""


def can_post(request: FeedbackRequest, occasion: Occasion) -> bool:
    """Each of its letters goes once."""
    has_address = request.by_mail and request.contact and request.contact.address
    return bool(settings.SENDS_MAIL and has_address and request.posted != occasion)


def post(request: FeedbackRequest, occasion: Occasion, letter: Letter) -> str:
    """Send it, with a copy to me, and answers to me; what became of it, in a sentence.

    It is noted before it goes, so that no letter ever goes twice: not at a double click, and not
    when the server is killed in between. Raises NotSent.
    """
    if request.posted == occasion:
        raise NotSent(GIVEN_ALREADY)
    if not can_post(request, occasion):
        raise NotSent("This server cannot send it: there is no address to send it to.")
    if _posted_lately(request.owner) >= settings.LETTERS_A_DAY:
        raise NotSent(
            f"This server sends {settings.LETTERS_A_DAY} letters a day at most. "
            "Send it from your own mail program, or tomorrow."
        )
    before = _claim(request, occasion)
    to_them, to_me = _envelopes(request, letter)
    try:
        to_them.send()
    except TROUBLES as error:
        FeedbackRequest.objects.filter(pk=request.pk).update(**before)
        raise NotSent(f"{trouble(error).says} The letter is kept here.") from error
    return f"Sent to {request.whom}, {_copied(to_me)}."


def _copied(to_me: EmailMessage) -> str:
    try:
        to_me.send()
    except TROUBLES:
        return "but the copy to you did not go"
    return "with a copy to you"


def _claim(request: FeedbackRequest, occasion: Occasion) -> dict:
    """Note that it goes, and answer with what was noted before."""
    before = {"posted": request.posted, "posted_at": request.posted_at}
    request.posted, request.posted_at = occasion, timezone.now()
    as_it_was = FeedbackRequest.objects.filter(pk=request.pk, **before)
    if not as_it_was.update(posted=request.posted, posted_at=request.posted_at):
        raise NotSent(GIVEN_ALREADY)
    return before


def _posted_lately(person) -> int:
    since = timezone.now() - timedelta(days=1)
    return FeedbackRequest.with_trash.filter(owner=person, posted_at__gt=since).count()


class _Envelope(EmailMessage):
    """The one mail, to one of those who get it: who refuses it is told apart."""

    def __init__(self, *args, to_one: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.to_one = to_one

    def recipients(self) -> list[str]:
        return [self.to_one]


def _in_the_name_of(name: str) -> str:
    """Theirs, with this server's address: its mail server may send from no other."""
    server = only_address(settings.DEFAULT_FROM_EMAIL)
    if not name:
        return settings.DEFAULT_FROM_EMAIL
    return mailbox(f"{name} via {server.display_name or 'Upturn'}", server.addr_spec)


def _envelopes(request: FeedbackRequest, letter: Letter) -> list[_Envelope]:
    """To them, and to me."""
    me, them = request.owner.email, request.contact.address
    sender = _in_the_name_of(one_line(request.owner.name))
    headers = {"Message-ID": make_msgid(domain=DNS_NAME)}
    return [
        _Envelope(
            subject=one_line(letter.subject),
            body=letter.body,
            from_email=sender,
            to=[them],
            cc=[me],
            reply_to=[me],
            headers=headers,
            to_one=one,
        )
        for one in (them, me)
    ]
