import re

from allauth.usersessions.models import UserSession
from django.test import Client
from django.urls import reverse

from tests.accounts.entering import sign_in

LIST = reverse("usersessions_list")


def browser(name="Firefox", system="X11; Linux x86_64") -> Client:
    client = Client(headers={"user-agent": f"Mozilla/5.0 ({system}) {name}/142.0"})
    sign_in(client)
    return client


def is_open(client) -> bool:
    return client.get("/settings/").status_code == 200


def end(client, session):
    return client.post(reverse("accounts:sign_out", args=[session.pk]))


def test_this_browser_comes_first_and_then_the_latest(alice):
    browser("Firefox", "Windows NT 10.0")
    here = browser("Chrome", "X11; Linux x86_64")
    browser("Safari", "iPhone")
    page = here.get(LIST).text
    assert re.findall(r"<h2>(.+)</h2>", page) == [
        "Chrome on Linux",
        "Safari on iPhone",
        "Firefox on Windows",
    ]
    assert page.count("This browser") == 1
    assert "Mozilla" not in page


def test_another_browser_is_signed_out_by_itself(alice):
    here, there, elsewhere = browser(), browser(), browser()
    answer = end(here, UserSession.objects.order_by("pk")[1])
    assert answer.url == LIST
    assert [is_open(each) for each in (here, there, elsewhere)] == [True, False, True]


def test_this_one_leaves_by_the_door(alice):
    here = browser()
    assert end(here, UserSession.objects.get()).status_code == 404
    assert is_open(here)


def test_nobody_signs_out_somebody_else(alice, bob_client):
    here = browser()
    assert end(bob_client, UserSession.objects.get()).status_code == 404
    assert is_open(here)


def test_all_others_are_signed_out_at_once(alice):
    here, *others = browser(), browser(), browser()
    here.post(LIST)
    assert is_open(here)
    assert not any(map(is_open, others))


def test_signing_out_leads_back_to_the_door(alice_client):
    assert alice_client.post(reverse("account_logout")).url == reverse("account_login")
    assert alice_client.get("/settings/").status_code == 302
