from datetime import timedelta

from django.db import OperationalError
from django.utils import timezone

from config import health
from journal.models import Heartbeat


def test_it_answers_anybody_at_any_host(db, client):
    response = client.get("/healthz", headers={"host": "10.0.0.7"})
    assert (response.status_code, response.content) == (200, b"ok")


def test_it_says_when_the_database_does_not_answer(client, monkeypatch):
    def refuse():
        raise OperationalError

    monkeypatch.setattr(health.connection, "cursor", refuse)
    assert client.get("/healthz").status_code == 503


def test_where_a_worker_is_expected_it_was_at_work_just_now(db, client, settings):
    settings.EXPECTS_WORKER = True
    answer = client.get("/healthz")
    assert (answer.status_code, answer.text) == (503, "The reminder worker is silent.")
    beat = Heartbeat.objects.create(name="here:1", at=timezone.now())
    assert client.get("/healthz").status_code == 200
    beat.at -= timedelta(minutes=5)
    beat.save()
    assert client.get("/healthz").status_code == 503
