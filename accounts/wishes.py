"""What a person wishes of the mails that remind them."""

import uuid
from datetime import date

from django.core.validators import MaxValueValidator
from django.db import models
from django.utils import timezone

from accounts.mail_days import MailDays

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


class Kind(models.TextChoices):
    """What a mail may bring; each is a line in it."""

    PROBLEMS = "problems", "Problems to solve again"
    ASK = "ask", "Ask for feedback"
    NUDGE = "nudge", "Ask once more"
    INTERVIEW = "interview", "An interview tomorrow"
    LOOK_BACK = "look_back", "A day to look back"
    WEEK = "week", "A look at the week"


def usual_kinds() -> list[str]:
    return [kind for kind in Kind.values if kind != Kind.WEEK]


def every_weekday() -> list[int]:
    return list(range(7))


class Wishes(models.Model):
    """`mail_refused` is what the mail server said when it refused this address for good, and then
    no mail goes. `mail_next_at` is when the worker looks what is owed; none where never.
    """

    mail_on = models.BooleanField(default=True)
    mail_kinds = models.JSONField(default=usual_kinds, blank=True)
    mail_weekdays = models.JSONField(default=every_weekday, blank=True)
    mail_hour = models.PositiveSmallIntegerField(default=8, validators=[MaxValueValidator(23)])
    mail_quiet_days = models.JSONField(default=list, blank=True)
    mail_titles = models.BooleanField(default=True)
    mail_subject_tells = models.BooleanField(default=False)
    mail_refused = models.CharField(max_length=300, blank=True, editable=False)
    mail_next_at = models.DateTimeField(null=True, default=timezone.now, editable=False)
    calendar_key = models.UUIDField(null=True, unique=True, editable=False)

    class Meta:
        abstract = True
        # The planner's: it starts with the time, and holds only those whom a mail can reach.
        indexes = [
            models.Index(
                fields=["mail_next_at"],
                condition=models.Q(is_active=True, mail_on=True, mail_refused=""),
                name="user_next_mail",
            )
        ]

    @property
    def mail_days(self) -> MailDays:
        return MailDays(
            zone=self.zone,
            day_starts=self.day_starts,
            hour=self.mail_hour,
            weekdays=frozenset(self.mail_weekdays),
            quiet=frozenset(self.quiet_days),
            begins=self.break_until or date.min,
        )

    @property
    def quiet_days(self) -> list[date]:
        return sorted(date.fromisoformat(each) for each in self.mail_quiet_days)

    @property
    def gets_mail(self) -> bool:
        return self.is_active and self.mail_on and not self.mail_refused

    def plan_next_mail(self) -> None:
        """After a change of their wishes: from now on the next mail goes by these."""
        self.mail_next_at = self.mail_days.next_after(timezone.now())
        self.save(update_fields=["mail_next_at"])

    def keep_quiet_on(self, days: set[date]) -> None:
        """Exactly on these from now on; those that have passed are let go."""
        coming = sorted(day for day in days if day >= self.today())
        self.mail_quiet_days = [day.isoformat() for day in coming]
        self.save(update_fields=["mail_quiet_days"])
        self.plan_next_mail()

    def start_calendar(self) -> None:
        """Under a new address; an earlier one leads nowhere from now on."""
        self._point_calendar_at(uuid.uuid4())

    def end_calendar(self) -> None:
        self._point_calendar_at(None)

    def _point_calendar_at(self, key: uuid.UUID | None) -> None:
        self.calendar_key = key
        self.save(update_fields=["calendar_key"])

    def stop_mail(self) -> None:
        self.mail_on = False
        self.save(update_fields=["mail_on"])

    def refuse_mail(self, says: str) -> None:
        """What the mail server said of this address; another one, set meanwhile, is not meant."""
        same = type(self).objects.filter(pk=self.pk, email=self.email)
        same.update(mail_refused=says[:300])

    def try_address_again(self) -> None:
        self.mail_refused = ""
        self.save(update_fields=["mail_refused"])
        self.plan_next_mail()
