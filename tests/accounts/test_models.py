from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError

from accounts.models import User
from tests.factories import make_person


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2026, 11, 18, 2, 59, tzinfo=UTC), date(2026, 11, 17)),
        (datetime(2026, 11, 18, 3, 0, tzinfo=UTC), date(2026, 11, 18)),
    ],
)
def test_a_late_night_belongs_to_the_evening_before(moment, day):
    person = User(time_zone="Europe/Berlin", day_starts=4)
    assert person.day_of(moment) == day


def test_an_address_is_one_whatever_its_case(alice):
    with pytest.raises(IntegrityError):
        User.objects.create(email="ALICE@example.org")


def test_there_is_one_founder(grace):
    with pytest.raises(IntegrityError):
        make_person("second@example.org", founder=True)


@pytest.mark.parametrize("field", ["day_starts", "mail_hour"])
def test_an_hour_is_one_of_a_day(alice, field):
    with pytest.raises(IntegrityError):
        User.objects.filter(pk=alice.pk).update(**{field: 24})


def test_a_person_is_told_by_number_only(alice):
    assert str(alice) == f"User {alice.pk}"
