import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from config import dashboard
from journal.models import Employer
from tests.factories import make_person


@pytest.fixture
def guarded(grace):
    """Grace has turned on two-factor sign-in."""
    Authenticator.objects.create(user=grace, type=Authenticator.Type.TOTP, data={})
    return grace


def test_whoever_runs_the_server_alone_needs_no_second_factor(grace_client):
    response = grace_client.get("/admin/")
    assert response.status_code == 200
    assert "Data lies in" in response.text


def test_from_the_second_person_on_two_factor_guards_it(grace_client, alice):
    response = grace_client.get("/admin/", follow=True)
    assert response.redirect_chain[-1][0] == reverse("mfa_index")
    assert "turn on two-factor" in response.text


def test_not_in_the_demo(grace_client, alice, settings):
    settings.DEMO = True
    assert grace_client.get("/admin/").status_code == 200


def test_two_factor_opens_it(guarded, grace_client, alice):
    assert grace_client.get("/admin/").status_code == 200


@pytest.mark.parametrize("path", ["", "accounts/user/", "accounts/user/1/change/", "login/"])
def test_strangers_stay_outside(alice_client, client, path):
    assert alice_client.get(f"/admin/{path}", follow=True).status_code == 403
    anonymous = client.get(f"/admin/{path}", follow=True)
    assert anonymous.redirect_chain[-1][0].startswith(reverse("account_login"))


def test_people_are_shown_but_not_what_they_wrote(guarded, grace_client, alice):
    Employer.objects.create(owner=alice, name="Unmistakable Robotics")
    people = grace_client.get("/admin/accounts/user/")
    person = grace_client.get(f"/admin/accounts/user/{alice.pk}/change/")
    for page in (people, person, grace_client.get("/admin/")):
        assert page.status_code == 200
        assert "Unmistakable" not in page.text
        assert "ournal/" not in page.text
    assert "alice@example.org" in people.text


def test_only_people_are_registered():
    assert [model.__name__ for model in dashboard.site._registry] == ["User"]


def test_sums_are_told_only_in_a_crowd(grace):
    assert not any("all together" in name for name in dashboard.facts())
    for _ in range(4):
        make_person(f"person{_}@example.org")
    assert dashboard.facts()["Rejections, all together"] == 0


def test_passwords_are_changed_in_one_place(guarded, grace_client):
    response = grace_client.get("/admin/password_change/")
    assert response.url == reverse("account_change_password")
