"""How a day is asked for, in every form: within the one range there is (days.py)."""

from datetime import date, datetime

from django import forms
from django.core.exceptions import ValidationError

from accounts.days import EARLIEST, LATEST, TOO_EARLY, TOO_LATE


def in_range(value: date) -> None:
    day = value.date() if isinstance(value, datetime) else value
    if day < EARLIEST:
        raise ValidationError(TOO_EARLY)
    if day > LATEST:
        raise ValidationError(TOO_LATE)


class DayInput(forms.DateInput):
    """A day, in the only format a browser's own picker understands."""

    input_type = "date"

    def __init__(self, attrs=None):
        limits = {"min": EARLIEST.isoformat(), "max": LATEST.isoformat()}
        super().__init__(limits | (attrs or {}), format="%Y-%m-%d")


class DayField(forms.DateField):
    widget = DayInput
    default_validators = [in_range]


class MomentField(forms.DateTimeField):
    default_validators = [in_range]
