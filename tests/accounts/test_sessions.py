from django.test import Client
from django.urls import reverse

from tests.accounts.entering import sign_in


def browser() -> Client:
    client = Client(headers={"user-agent": "Test browser"})
    sign_in(client)
    return client


def test_other_browsers_are_listed_and_signed_out(alice):
    here, there = browser(), browser()
    page = here.get(reverse("usersessions_list")).text
    assert page.count("Test browser") == 2
    assert page.count("this browser") == 1
    here.post(reverse("usersessions_list"))
    assert here.get("/settings/").status_code == 200
    assert there.get("/settings/").status_code == 302


def test_signing_out_leads_back_to_the_door(alice_client):
    assert alice_client.post(reverse("account_logout")).url == reverse("account_login")
    assert alice_client.get("/settings/").status_code == 302
