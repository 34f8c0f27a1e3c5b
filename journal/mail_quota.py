"""So many mails in 24 hours, whoever presses how often at once."""

import uuid
from datetime import timedelta
from typing import NamedTuple

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

from journal.dates import counted

WINDOW = timedelta(hours=24)


class Limit(NamedTuple):
    """So many for a key: "letters by 7"."""

    key: str
    number: int
    what: str

    @property
    def says(self) -> str:
        noun, _, to_whom = self.what.partition("|")
        return f"This server sends {counted(self.number, noun)} a day{to_whom} at most."


class QuotaUsedUp(Exception):
    """`says` which limit is reached, in a sentence."""

    def __init__(self, says: str):
        super().__init__(says)
        self.says = says


class MailQuotaSlotQuerySet(models.QuerySet):
    @transaction.atomic
    def take(self, *limits: "Limit") -> uuid.UUID:
        """One slot of each limit, or none of any. Raises QuotaUsedUp.

        The database inserts each slot once, so that two who come at once never get the same.
        """
        mail, now = uuid.uuid4(), timezone.now()
        for limit in limits:
            taken = {"taken_at": now, "mail": mail}
            if not self._take_one(_hashed(limit.key), limit.number, taken):
                raise QuotaUsedUp(limit.says)
        return mail

    def give_back(self, mail: uuid.UUID | None) -> None:
        self.filter(mail=mail).delete()

    def forget_old(self) -> None:
        self.filter(taken_at__lte=timezone.now() - WINDOW).delete()

    def _take_one(self, key: str, limit: int, taken: dict) -> bool:
        slots = self.filter(key=key)
        slots.forget_old()
        used = set(slots.values_list("number", flat=True))
        unused = (number for number in range(limit) if number not in used)
        return any(self._insert(key, number, taken) for number in unused)

    def _insert(self, key: str, number: int, taken: dict) -> bool:
        _, is_mine = self.get_or_create(key=key, number=number, defaults=taken)
        return is_mine


class MailQuotaSlot(models.Model):
    """One of the few mails that may go in 24 hours, by whom or to whom `key` says, as a hash.

    It hangs off nothing: neither the trash nor a new account makes room.
    """

    key = models.CharField(max_length=64)
    number = models.PositiveSmallIntegerField()
    taken_at = models.DateTimeField()
    mail = models.UUIDField(db_index=True)

    objects = MailQuotaSlotQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "number"], name="mailquotaslot_once"),
        ]

    def __str__(self) -> str:
        return f"MailQuotaSlot {self.pk}"


def to_address(address: str) -> Limit:
    """Letters and test mails, by whomever."""
    key = f"to {address.strip().casefold()}"
    return Limit(key, settings.MAILS_A_DAY_PER_ADDRESS, "mail| to one address")


def take_for_letter(person, address: str) -> uuid.UUID:
    """Raises QuotaUsedUp, as the next."""
    by_them = Limit(f"letters by {person.pk}", settings.LETTERS_A_DAY, "letter")
    return MailQuotaSlot.objects.take(by_them, to_address(address))


def take_for_trial(person) -> uuid.UUID:
    by_them = Limit(f"test mails by {person.pk}", settings.TEST_MAILS_A_DAY, "test mail")
    return MailQuotaSlot.objects.take(by_them, to_address(person.email))


def _hashed(key: str) -> str:
    return salted_hmac("journal.mail_quota", key, algorithm="sha256").hexdigest()
