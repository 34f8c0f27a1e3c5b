from datetime import timedelta

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse
from django.utils import timezone

from accounts.forms import Admission
from tests.factories import make_person

PEOPLE = reverse("admin:accounts_user_changelist")


def page_of(person) -> str:
    return reverse("admin:accounts_user_change", args=[person.pk])


@pytest.fixture
def staff(grace, grace_client):
    """Grace, who runs the server and has a second factor."""
    Authenticator.objects.create(user=grace, type=Authenticator.Type.TOTP, data={})
    return grace_client


def test_nobody_shuts_themselves_out(staff, grace):
    page = staff.get(page_of(grace)).text
    assert 'name="is_active"' not in page
    assert "This is you." in page
    staff.post(page_of(grace), {})
    grace.refresh_from_db()
    assert (grace.is_active, grace.is_staff) == (True, True)


@pytest.mark.parametrize("sent", [{}, {"is_staff": "on"}, {"is_active": "on"}])
def test_the_last_who_runs_the_server_stays(grace, sent):
    form = Admission(sent, instance=grace)
    assert not form.is_valid()
    assert "Somebody has to run this server" in form.errors.as_text()


def test_one_of_two_may_go(grace):
    make_person("ada@example.org", is_staff=True)
    assert Admission({"is_active": "on"}, instance=grace).is_valid()


def test_somebody_else_is_let_in_and_out(staff, alice):
    answer = staff.post(page_of(alice), {"is_staff": "on"}, follow=True)
    alice.refresh_from_db()
    assert (alice.is_active, alice.is_staff, alice.is_superuser) == (False, True, False)
    assert "Saved: alice@example.org." in answer.text


def test_who_runs_the_server_needs_no_further_right(staff, grace):
    grace.is_superuser = False
    grace.save()
    assert staff.get(PEOPLE).status_code == 200


def test_people_are_named_by_address(staff, alice):
    for name in ("change", "history"):
        page = staff.get(reverse(f"admin:accounts_user_{name}", args=[alice.pk])).text
        assert "<h1>" in page
        assert "alice@example.org" in page
        assert f"User {alice.pk}" not in page


def test_of_a_sign_in_only_the_month_is_told(staff, alice):
    for days, active in ((40, False), (3, True)):
        alice.last_login = timezone.now() - timedelta(days=days)
        alice.save()
        assert alice.active_this_month() is active
        page = staff.get(page_of(alice)).text
        assert "Active this month" in page
        assert "Last login" not in page


def test_the_words_are_ours(staff, alice):
    for url in ("/admin/", PEOPLE, page_of(alice)):
        page = staff.get(url).text
        assert "Sign out" in page
        assert reverse("account_change_password") in page
        for word in ("Log out", "Superuser", "Is staff", "Staff status"):
            assert word not in page
