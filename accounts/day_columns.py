"""How a day is stored. To the database and to migrations it is a date like any other."""

from django.db import models

from accounts.day_fields import DayField
from accounts.days import within


class DayColumn(models.DateField):
    """One that lies outside of the range (from an earlier version, or a hand in the database) is
    read as the nearest within it, so that no page ever counts past the end of the calendar."""

    def from_db_value(self, value, *_):
        return value and within(value)

    def formfield(self, **options):
        return super().formfield(**{"form_class": DayField, **options})

    def deconstruct(self):
        name, _, args, options = super().deconstruct()
        return name, "django.db.models.DateField", args, options
