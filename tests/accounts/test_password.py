from io import StringIO
from urllib.parse import urlsplit

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from tests.accounts.entering import PASSWORD

NEW = "three herons on a pier"


def link_for(address) -> str:
    out = StringIO()
    call_command("resetpassword", address, stdout=out)
    return urlsplit(out.getvalue().strip()).path


def test_without_mail_the_page_says_who_helps(alice, client):
    page = client.get(reverse("account_reset_password")).text
    assert "manage.py resetpassword" in page


def test_the_operator_makes_a_link_that_works_once(alice, client):
    link = link_for("Alice@example.org")
    form = client.get(link, follow=True)
    assert "Choose a new password" in form.text
    assert "New password, once more" in form.text
    assert "New Password" not in form.text
    client.post(form.redirect_chain[-1][0], {"password1": NEW, "password2": NEW})
    alice.refresh_from_db()
    assert alice.check_password(NEW)
    assert "no longer works" in client.get(link, follow=True).text


def test_the_command_names_an_address_nobody_has(alice):
    with pytest.raises(CommandError, match="Nobody here has the address"):
        call_command("resetpassword", "eve@example.org")


@pytest.mark.parametrize(("typed", "changes"), [(PASSWORD, True), ("a guess", False)])
def test_a_password_is_changed_by_who_knows_it(alice, alice_client, typed, changes):
    sent = {"oldpassword": typed, "password1": NEW, "password2": NEW}
    alice_client.post(reverse("account_change_password"), sent)
    alice.refresh_from_db()
    assert alice.check_password(NEW) is changes


def test_guessing_is_slowed_down(alice, client):
    wrong = {"login": "alice@example.org", "password": "a guess"}
    for _ in range(6):
        response = client.post(reverse("account_login"), wrong)
    assert "That was tried many times" in response.text
