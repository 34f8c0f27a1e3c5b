import pytest
from django.urls import reverse

SIGNED_IN = [
    "accounts:settings",
    "account_change_password",
    "mfa_index",
    "usersessions_list",
    "account_logout",
]


@pytest.mark.parametrize("name", SIGNED_IN)
def test_signed_in_pages_are_kept_nowhere(alice_client, name):
    response = alice_client.get(reverse(name))
    assert response.headers["Cache-Control"] == "no-store"


def test_every_answer_is_fenced_in(alice, client):
    headers = client.get(reverse("account_login")).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers["Referrer-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
