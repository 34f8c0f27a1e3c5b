import zoneinfo
from base64 import b64encode
from datetime import date, datetime, timedelta

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.crypto import salted_hmac

from accounts import zones
from accounts.changes import SavesChanges
from accounts.day_columns import DayColumn
from accounts.wishes import Wishes


def known_zone(name: str) -> None:
    if name not in zoneinfo.available_timezones():
        raise ValidationError("Choose a time zone from the list.")


class People(BaseUserManager["User"]):
    def get_by_natural_key(self, email: str) -> "User":
        return self.get(email__iexact=email)

    def create_user(self, email: str, password: str | None = None, **fields) -> "User":
        person = self.model(email=email.strip().lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(self, email: str, password: str | None = None, **fields) -> "User":
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)

    def due_a_look(self, now: datetime):
        """Whose mail's moment has come, the longest due first."""
        reached = self.filter(is_active=True, mail_on=True, mail_refused="")
        return reached.filter(mail_next_at__lte=now).order_by("mail_next_at")

    def running_the_server(self):
        return self.filter(is_staff=True, is_active=True).order_by("pk")

    def active_this_month(self):
        return self.filter(last_login__gte=a_month_ago())


def a_month_ago() -> datetime:
    return timezone.now() - timedelta(days=30)


class User(SavesChanges, AbstractBaseUser, PermissionsMixin, Wishes):
    """A person. Their day starts at `day_starts` o'clock in their own time zone.

    The founder came first and runs the server; of two who race to be first the database keeps one.
    """

    email = models.EmailField("e-mail address")
    name = models.CharField(max_length=150, blank=True)
    time_zone = models.CharField(max_length=64, default="UTC", validators=[known_zone])
    day_starts = models.PositiveSmallIntegerField(default=4, validators=[MaxValueValidator(23)])
    break_until = DayColumn(null=True, blank=True)
    ask_after_days = models.PositiveSmallIntegerField(default=2, validators=[MaxValueValidator(60)])
    nudge_after_days = models.PositiveSmallIntegerField(
        default=7,
        validators=[MinValueValidator(1, "Wait a day at least."), MaxValueValidator(90)],
    )
    practice_minutes = models.PositiveSmallIntegerField(
        default=45, validators=[MinValueValidator(5), MaxValueValidator(600)]
    )
    practice_cap_days = models.PositiveSmallIntegerField(
        default=30, validators=[MinValueValidator(2), MaxValueValidator(365)]
    )
    check_ins = models.BooleanField(default=True)
    founder = models.BooleanField(default=False, editable=False)
    is_staff = models.BooleanField(default=False)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    objects = People()

    class Meta(Wishes.Meta):
        abstract = False
        verbose_name = "person"
        verbose_name_plural = "people"
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="user_email_unique",
                violation_error_message="Somebody already uses this address.",
            ),
            models.UniqueConstraint(
                fields=["founder"],
                condition=models.Q(founder=True),
                name="user_one_founder",
                violation_error_message="Somebody has made the first account already.",
            ),
            models.CheckConstraint(
                condition=models.Q(day_starts__lte=23), name="user_day_starts_within_a_day"
            ),
            models.CheckConstraint(
                condition=models.Q(mail_hour__lte=23), name="user_mail_hour_within_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"User {self.pk}"

    def clean(self) -> None:
        self.email = self.email.strip().lower()

    def sign_as(self, name: str) -> None:
        self.name = name
        self.save(update_fields=["name"])

    @property
    def zone(self) -> zoneinfo.ZoneInfo:
        """UTC where theirs is called so no more."""
        return zones.named(self.time_zone) or zoneinfo.ZoneInfo("UTC")

    def day_of(self, moment: datetime) -> date:
        """The day a moment belongs to: a late night still belongs to the evening before."""
        return (moment.astimezone(self.zone) - timedelta(hours=self.day_starts)).date()

    def today(self) -> date:
        return self.day_of(timezone.now())

    def on_a_break(self) -> bool:
        return self.break_until is not None and self.today() < self.break_until

    def end_break(self) -> None:
        self.break_until = None
        self.save(update_fields=["break_until"])
        self.plan_next_mail()

    def at_work_from(self) -> date:
        """Today, or the day a break ends."""
        return max(self.today(), self.break_until or date.min)

    def active_this_month(self) -> bool:
        return self.last_login is not None and self.last_login >= a_month_ago()

    @property
    def draft_key(self) -> str:
        """What seals this person's drafts in a browser: 32 bytes in base64 (static/js/writing)."""
        return b64encode(self._secret("accounts.draft_key")).decode()

    @property
    def draft_name(self) -> str:
        """Tells one person's drafts in a browser from another's, and tells nothing else."""
        return self._secret("accounts.draft_name").hex()[:16]

    def _secret(self, salt: str) -> bytes:
        about = f"{self.pk} {self.date_joined.isoformat()}"
        return salted_hmac(salt, about, algorithm="sha256").digest()
