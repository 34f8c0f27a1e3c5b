"""What a worker does with the letters that wait: take one, look again, send, and note it.

No transaction is open while it goes. Of a worker that is killed meanwhile nobody knows whether its
letter went: it says so, and never goes again by itself.
"""

from contextlib import suppress

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from journal.feedback.delivery_models import LetterDelivery, fingerprint
from journal.feedback.letters import Letter, Occasion
from journal.feedback.posting import as_mail
from journal.feedback.request_models import FeedbackRequest
from journal.mail_quota import MailQuotaSlot
from journal.mail_transfer import NotTaken, OutcomeUnknown, Taken, transfer
from journal.ownership.models import InTrash

STATE = LetterDelivery.State

NO_COPY = "Your copy was refused beforehand, so none will come: only they can tell."


class NotOwed(Exception):
    """Why, in a sentence for the person."""


def send_next_letter() -> bool:
    """Deal with the letter that has waited longest; false where none waits."""
    LetterDelivery.objects.note_lost()
    delivery = LetterDelivery.objects.take()
    if delivery is None:
        return False
    try:
        request, letter = _look_again(delivery)
        taken = transfer(as_mail(request, letter, delivery.message_id))
    except (NotOwed, NotTaken) as why:
        _refuse(delivery, f"{why} The letter is kept here.")
    except OutcomeUnknown as unknown:
        delivery.finish(STATE.UNKNOWN, NO_COPY if unknown.left_out else "")
    else:
        _note(delivery, taken)
    return True


def _look_again(delivery: LetterDelivery) -> tuple[FeedbackRequest, Letter]:
    """The letter as it was when it was told to go. Raises NotOwed."""
    rows = FeedbackRequest.objects.select_related("owner", "contact", "interview__employer")
    request = rows.filter(pk=delivery.request_id, owner__is_active=True).first()
    occasion = Occasion(delivery.occasion)
    if request is None:
        raise NotOwed("It was in the trash when its turn came.")
    if not request.is_owed(occasion):
        raise NotOwed("It was not due any more when its turn came.")
    if delivery.is_too_late(timezone.now()):
        raise NotOwed("It had waited for a day when its turn came, so it was left to you.")
    letter, address = request.letter_for(occasion), request.mailbox().address
    if not settings.SENDS_MAIL or fingerprint(address, letter) != delivery.fingerprint:
        raise NotOwed("It, or the address, was changed after you had told it to go.")
    return request, letter


def _refuse(delivery: LetterDelivery, says: str) -> None:
    with transaction.atomic():
        if delivery.finish(STATE.REFUSED, says):
            MailQuotaSlot.objects.give_back(delivery.mail)


@transaction.atomic
def _note(delivery: LetterDelivery, taken: Taken) -> None:
    says = "but the copy to you did not go" if taken.left_out else "with a copy to you"
    request = FeedbackRequest.with_trash.filter(pk=delivery.request_id).first()
    if request is None or not delivery.finish(STATE.SENT, says):
        return
    occasion, today = Occasion(delivery.occasion), request.owner.today()
    with suppress(InTrash):  # put back, its page says that it went
        if request.is_owed(occasion) and occasion == Occasion.ASK:
            request.ask(today)
        elif request.is_owed(occasion) and occasion == Occasion.NUDGE:
            request.nudge(today)
