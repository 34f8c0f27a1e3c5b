"""Sending what is planned: claim, look again whether it is still owed, send, and note it.

No transaction is open while a mail goes. A worker that is killed gives back what it had claimed
when its lease ends; the one mail it was sending may then go twice, under the same Message-ID.
"""

import logging
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from enum import Enum

from django.utils import timezone

from accounts.models import User
from journal.mail_trouble import TROUBLES, Trouble, trouble
from journal.reminders.digest import Digest, digests
from journal.reminders.mails import reminder
from journal.reminders.models import Delivery
from journal.reminders.posting import Post

log = logging.getLogger(__name__)

# As many as one look lasts for, where a mail takes 6 ms.
AT_ONCE = 40
# No mail goes by a look at the journal that is older.
FRESH = timedelta(milliseconds=250)


class Outcome(Enum):
    NOTHING = "nothing was waiting"
    SOME = "some were dealt with"
    NO_SERVER = "the mail server takes none now"


def deliver(post: Post, goes_on: Callable[[], bool] = lambda: True) -> Outcome:
    """Deal with one batch of what is ready, or with as much of it as there is time for."""
    claimed = Delivery.objects.claim(AT_ONCE)
    look = Look(claimed)
    for place, delivery in enumerate(claimed):
        if not goes_on():
            for other in claimed[place:]:
                other.give_back()
            break
        found = _deal_with(delivery, look, post)
        if found and found.is_of_all:
            for other in claimed[place + 1 :]:
                other.fail(found.says)
            return Outcome.NO_SERVER
    return Outcome.SOME if claimed else Outcome.NOTHING


def _deal_with(delivery: Delivery, look: "Look", post: Post) -> Trouble | None:
    if not delivery.still_held():
        return None
    digest = look.at(delivery)
    if isinstance(digest, Digest):
        return _send(delivery, digest, post)
    delivery.drop(digest)
    return None


def _send(delivery: Delivery, digest: Digest, post: Post) -> Trouble | None:
    try:
        mail = reminder(digest, delivery.message_id)
    except Exception as error:  # one that cannot be made holds no other back
        log.exception("Delivery %s cannot be made into a mail.", delivery.pk)
        delivery.fail(f"Upturn could not make this mail ({type(error).__name__}).")
        return None
    try:
        answer = post.send(mail)
    except TROUBLES as error:
        found = trouble(error)
        if found.is_for_good:
            digest.person.refuse_mail(found.says)
            delivery.give_up(found.says)
        else:
            log.warning("Delivery %s did not go. %s", delivery.pk, found.says)
            delivery.fail(found.says)
        return found
    delivery.sent(answer, digest.kinds)
    return None


class Look:
    """What is owed to the people of some deliveries, asked for in their order.

    One look for many; taken anew, for those to come, when it is stale.
    """

    def __init__(self, deliveries: Sequence[Delivery]):
        self._owners = [delivery.owner_id for delivery in deliveries]
        self._taken: datetime | None = None
        self._people: dict[int, User] = {}
        self._digests: dict[int, Digest] = {}

    def at(self, delivery: Delivery) -> Digest | str:
        """What to send, or why there is nothing to send."""
        now = timezone.now()
        if self._taken is None or now - self._taken > FRESH:
            self._take(now, self._owners[self._owners.index(delivery.owner_id) :])
        person = self._people.get(delivery.owner_id)
        if person is None or not person.gets_mail:
            return "Mails were stopped before it went."
        if now >= delivery.until:
            return "It was too late for that day’s mail."
        if not person.mail_days.wants(delivery.day):
            return "You wanted no mail on that day."
        return self._digests.get(person.pk, "Nothing was left to remind you of.")

    def _take(self, now: datetime, owners: Sequence[int]) -> None:
        self._people = User.objects.in_bulk(owners)
        self._digests = digests(self._people.values(), now)
        self._taken = now
