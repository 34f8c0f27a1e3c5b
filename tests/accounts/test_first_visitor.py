import stat
from threading import Barrier, Thread

import pytest
from django.db import connections
from django.test import Client
from django.urls import reverse

from accounts import entrance, founding
from accounts.models import User
from tests.accounts.entering import sign_up


@pytest.fixture
def away(settings, db):
    """The server is reached from elsewhere, so a visitor could be anybody."""
    settings.ON_LOOPBACK = False
    yield settings
    founding.forget_token()


@pytest.mark.parametrize("path", ["/", "/settings/", "/accounts/login/", "/nowhere/", "/admin/"])
def test_any_address_leads_the_first_visitor_to_the_door(db, client, path):
    response = client.get(path, follow=True)
    assert response.redirect_chain[-1][0] == reverse("account_signup")
    assert "Make your journal" in response.text
    assert "someone with its database could read it" in response.text


def test_the_first_person_runs_the_server_and_lands_in_the_journal(db, client):
    response = sign_up(client, "Alice@Example.org", time_zone="Europe/Lisbon")
    assert (response.status_code, response.url) == (302, "/")
    person = User.objects.get()
    assert person.founder
    assert person.is_staff
    assert person.is_superuser
    assert person.email == "alice@example.org"
    assert person.time_zone == "Europe/Lisbon"
    assert client.session["_auth_user_id"] == str(person.pk)


@pytest.mark.parametrize("zone", ["", "Mars/Olympus", "../../etc/passwd"])
def test_a_zone_nobody_knows_is_no_obstacle(db, client, zone):
    sign_up(client, time_zone=zone)
    assert User.objects.get().time_zone == "UTC"


def test_what_was_typed_stays_when_the_password_is_too_short(db, client):
    response = sign_up(client, "rosa@example.org", password1="short")
    assert "rosa@example.org" in response.text
    assert "at least 8 characters" in response.text
    assert not User.objects.exists()


def test_afterwards_the_door_is_closed(alice, client):
    response = client.get(reverse("account_signup"))
    assert "not open to newcomers" in response.text
    sign_up(client, email="bob@example.org")
    assert User.objects.count() == 1


def test_unless_it_is_opened(alice, client, settings):
    settings.OPEN_REGISTRATION = True
    assert reverse("account_signup") in client.get(reverse("account_login")).text
    sign_up(client, email="bob@example.org")
    bob = User.objects.get(email="bob@example.org")
    assert not bob.founder
    assert not bob.is_staff
    assert not bob.is_superuser


def test_from_elsewhere_the_link_is_needed(away, client):
    response = client.get(reverse("account_signup"))
    assert response.status_code == 403
    assert "printed when the server started" in response.text
    assert sign_up(client).status_code == 403
    assert not User.objects.exists()


def test_the_link_opens_the_door_once(away, client):
    link = reverse("accounts:welcome", args=[founding.token()])
    response = client.get(link, follow=True)
    assert "Make my journal" in response.text
    assert sign_up(client).url == "/"
    assert Client().get(link).status_code == 404


def test_a_wrong_link_opens_nothing(away, client):
    founding.token()
    assert client.get(reverse("accounts:welcome", args=["wrong"])).status_code == 404
    assert client.get(reverse("account_signup")).status_code == 403


def test_no_link_was_made_so_none_is_right(away, client):
    assert client.get(reverse("accounts:welcome", args=["None"])).status_code == 404


def test_the_link_is_kept_to_oneself(away):
    assert founding.token() == founding.token()
    path = away.DATA_DIR / "first_link"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


@pytest.mark.django_db(transaction=True)
def test_of_two_who_race_one_is_first(monkeypatch):
    """Both have passed the door when neither is written down yet."""
    start = Barrier(2)
    save = entrance.SignUp.try_save

    def save_together(form, request):
        start.wait(timeout=10)
        return save(form, request)

    monkeypatch.setattr(entrance.SignUp, "try_save", save_together)
    answers = []

    def visit(email):
        answers.append(sign_up(Client(), email=email).url)
        connections.close_all()

    visitors = [Thread(target=visit, args=[f"{name}@example.org"]) for name in ("ann", "ben")]
    for visitor in visitors:
        visitor.start()
    for visitor in visitors:
        visitor.join()
    assert sorted(answers) == ["/", reverse("account_signup")]
    assert User.objects.get().founder
