from django.db import OperationalError

from config import health


def test_it_answers_anybody_at_any_host(db, client):
    response = client.get("/healthz", headers={"host": "10.0.0.7"})
    assert (response.status_code, response.content) == (200, b"ok")


def test_it_says_when_the_database_does_not_answer(client, monkeypatch):
    def refuse():
        raise OperationalError

    monkeypatch.setattr(health.connection, "cursor", refuse)
    assert client.get("/healthz").status_code == 503
