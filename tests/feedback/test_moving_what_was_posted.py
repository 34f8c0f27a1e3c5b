"""An upgrade keeps what is known of each letter that was sent from here, and back."""

from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from tests.factories import make_person, make_rejection, make_request

BEFORE = ("journal", "0012_zone_of_a_round")
AT = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)


def migrated_to(target):
    MigrationExecutor(connection).migrate([target])
    return MigrationExecutor(connection).loader.project_state([target]).apps


@pytest.fixture
def _as_it_is_afterwards():
    yield
    call_command("migrate", verbosity=0)


@pytest.mark.usefixtures("_as_it_is_afterwards")
@pytest.mark.django_db(transaction=True)
def test_what_was_posted_is_known_afterwards():
    days = {"asked_on": AT.date()}
    interview = make_rejection(make_person()).interview
    rows = {
        ("ask", "sent"): make_request(interview, state="asked", **days),
        ("ask", "unknown"): make_request(interview, state="drafted"),
        ("nudge", "sent"): make_request(interview, state="nudged", **days),
        ("nudge", "unknown"): make_request(interview, state="asked", **days),
        ("thanks", "sent"): make_request(interview, state="received", **days),
    }
    never = make_request(interview, state="asked", **days)
    earlier = migrated_to(BEFORE).get_model("journal", "FeedbackRequest").objects
    for (occasion, _), row in rows.items():
        earlier.filter(pk=row.pk).update(posted=occasion, posted_at=AT)

    call_command("migrate", verbosity=0)

    for (occasion, state), row in rows.items():
        delivery = row.deliveries.get()
        assert (delivery.occasion, delivery.state) == (occasion, state)
        assert (delivery.owner_id, delivery.changed_at) == (row.owner_id, AT)
    assert not never.deliveries.exists()

    earlier = migrated_to(BEFORE).get_model("journal", "FeedbackRequest").objects
    for (occasion, _), row in rows.items():
        found = earlier.get(pk=row.pk)
        assert (found.posted, found.posted_at) == (occasion, AT)
    assert earlier.get(pk=never.pk).posted == ""
