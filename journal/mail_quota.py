"""So many mails in 24 hours, whoever presses how often at once."""

import uuid
from collections.abc import Mapping
from datetime import timedelta

from django.db import models, transaction
from django.utils import timezone
from django.utils.crypto import salted_hmac

WINDOW = timedelta(hours=24)


class QuotaUsedUp(Exception):
    """`key` is the one that has none left."""

    def __init__(self, key: str):
        super().__init__(key)
        self.key = key


class MailQuotaSlotQuerySet(models.QuerySet):
    @transaction.atomic
    def take(self, limits: Mapping[str, int]) -> uuid.UUID:
        """One slot of each key, or none of any. Raises QuotaUsedUp.

        The database inserts each slot once, so that two who come at once never get the same.
        """
        mail, now = uuid.uuid4(), timezone.now()
        for key, limit in limits.items():
            if not self._take_one(_hashed(key), limit, {"taken_at": now, "mail": mail}):
                raise QuotaUsedUp(key)
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


def to_address(address: str) -> str:
    return f"to {address.strip().casefold()}"


def _hashed(key: str) -> str:
    return salted_hmac("journal.mail_quota", key, algorithm="sha256").hexdigest()
