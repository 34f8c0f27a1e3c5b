from datetime import timedelta

import time_machine
from django.db import OperationalError
from django.utils import timezone

from config import health
from journal.models import Heartbeat
from tests.factories import make_delivery
from tests.reminders.conftest import NOON


def test_it_answers_anybody_at_any_host(db, client):
    response = client.get("/healthz", headers={"host": "10.0.0.7"})
    assert (response.status_code, response.text.splitlines()[0]) == (200, "ok")


def test_it_says_when_the_database_does_not_answer(client, monkeypatch):
    def refuse():
        raise OperationalError

    monkeypatch.setattr(health.connection, "cursor", refuse)
    assert client.get("/healthz").status_code == 503


def test_where_a_worker_is_expected_it_was_at_work_just_now(db, client, settings):
    settings.EXPECTS_WORKER = True
    answer = client.get("/healthz")
    assert answer.status_code == 503
    assert answer.text.startswith("The reminder worker is silent.\n")
    beat = Heartbeat.objects.create(name="here:1", at=timezone.now())
    assert client.get("/healthz").status_code == 200
    beat.at -= timedelta(minutes=5)
    beat.save()
    assert client.get("/healthz").status_code == 503


@time_machine.travel(NOON, tick=False)
def test_it_tells_how_the_mails_fare(alice, client):
    """What whoever watches the server needs, and nobody's name or count."""
    now = timezone.now()
    type(alice).objects.update(mail_next_at=None)
    Heartbeat.objects.create(name="here:1", at=now)
    day = alice.today()
    make_delivery(alice, day, due_at=now - timedelta(minutes=5), attempts=1)
    make_delivery(alice, day - timedelta(1), state="sent", done_at=now)
    make_delivery(alice, day - timedelta(2), state="dead", done_at=now)
    assert client.get("/healthz").text.splitlines() == [
        "ok",
        "worker_last_seen 2026-11-24T12:00:00Z",
        "oldest_mail_overdue_seconds 300",
        "mails_queued 1",
        "mails_failed_to_be_tried_again 1",
        "mails_sent_in_30_days 1",
        "mails_dead_in_30_days 1",
    ]
