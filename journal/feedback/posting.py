"""Telling this server to send a letter: at most once, and not too many a day."""

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from journal.feedback.delivery_models import LetterDelivery, fingerprint
from journal.feedback.letters import Letter, Occasion, one_line
from journal.feedback.request_models import FeedbackRequest
from journal.mail_headers import mailbox, only_address
from journal.mail_quota import MailQuotaSlot, QuotaUsedUp, take_for_letter

GIVEN_ALREADY = "It was given to the mail server already. Its copy to you will tell."
UNDER_WAY = "It is on its way already."
MAY_HAVE_GONE = "It may have gone: look for your copy before sending it again."


class NotSent(Exception):
    """In a sentence for the person; nothing was sent."""


def can_post(request: FeedbackRequest) -> bool:
    has_address = request.by_mail and request.contact and request.contact.address
    return bool(settings.SENDS_MAIL and has_address)


def post(request: FeedbackRequest, occasion: Occasion, again: int | None = None) -> None:
    """Hand it to the workers. `again`: see LetterDelivery.queue. Raises NotSent."""
    delivery = LetterDelivery.objects.stored(request, occasion)
    if not can_post(request):
        raise NotSent("This server cannot send it: there is no address to send it to.")
    address, letter = request.contact.address, request.letter_for(occasion)
    with transaction.atomic():
        mail = _counted(request.owner, address)
        if not delivery.queue(again, mail=mail, fingerprint=fingerprint(address, letter)):
            delivery.refresh_from_db()
            raise NotSent(_why_not(delivery))


def take_back(request: FeedbackRequest, occasion: Occasion) -> bool:
    """So that it may be sent in another way; false where it is too late for that."""
    delivery = LetterDelivery.objects.of(request, occasion)
    is_back = delivery.take_back()
    if is_back:
        MailQuotaSlot.objects.give_back(delivery.mail)
    return is_back


def _why_not(delivery: LetterDelivery) -> str:
    if delivery.may_have_gone:
        return MAY_HAVE_GONE
    return GIVEN_ALREADY if delivery.is_sent else UNDER_WAY


def _counted(person, address: str):
    try:
        return take_for_letter(person, address)
    except QuotaUsedUp as used_up:
        why = f"{used_up.says} Send it from your own mail program, or tomorrow."
        raise NotSent(why) from used_up


def _in_the_name_of(name: str) -> str:
    """Theirs, with this server's address: its mail server may send from no other."""
    server = only_address(settings.DEFAULT_FROM_EMAIL)
    if not name:
        return settings.DEFAULT_FROM_EMAIL
    return mailbox(f"{name} via {server.display_name or 'Upturn'}", server.addr_spec)


def as_mail(request: FeedbackRequest, letter: Letter, message_id: str) -> EmailMessage:
    """To them, with a copy to me in the same transfer: where it has come, theirs was taken too."""
    me, them = request.owner.email, request.contact.address
    return EmailMessage(
        subject=one_line(letter.subject),
        body=letter.body,
        from_email=_in_the_name_of(one_line(request.owner.name)),
        to=[them],
        cc=[me],
        reply_to=[me],
        headers={"Message-ID": message_id},
    )
