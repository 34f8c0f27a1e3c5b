"""Begun on a step of a path, an errand in practice ends on that step."""

from html import unescape
from urllib.parse import urlencode

import pytest
from django.urls import reverse

from journal.models import Attempt
from tests.factories import make_problem, make_rejection

WELL = Attempt.Grade.WELL


@pytest.fixture
def rejection(alice):
    return make_rejection(alice)


@pytest.fixture
def step(rejection):
    return reverse("practice:step", args=[rejection.pk])


@pytest.fixture
def problem(alice, rejection):
    return make_problem(alice, rejection.interview)


def url(name, problem, came_from=""):
    path = reverse(f"practice:{name}", args=[problem.pk])
    return f"{path}?{urlencode({'next': came_from})}" if came_from else path


def test_solved_compared_and_graded_it_leads_back(alice_client, problem, step):
    desk = alice_client.get(f"{url('solve', problem)}?next={step}")
    compared = alice_client.post(url("finish", problem, step), {"text": "sorted"})
    side_by_side = alice_client.get(compared.url)
    attempt = problem.attempts.get()
    graded = alice_client.post(url("grade", attempt, step), {"grade": WELL})

    assert f'action="{url("finish", problem, step)}"' in unescape(desk.text)
    assert f'action="{url("grade", attempt, step)}"' in unescape(side_by_side.text)
    for page in (desk, side_by_side):
        assert f'<a href="{step}">Back to the step</a>' in page.text
    assert graded.url == step
    assert "comes back" in alice_client.get(step).text


def test_the_step_sends_its_own_address_along(alice_client, problem, step):
    assert f'href="{url("solve", problem)}?next={step}"' in alice_client.get(step).text


def test_solved_elsewhere_it_leads_back(alice_client, problem, step):
    sent = {"grade": WELL}
    assert alice_client.post(url("elsewhere", problem, step), sent).url == step


def test_told_what_went_wrong_it_leads_back(alice_client, problem, step):
    page = alice_client.get(url("edit", problem, step)).text
    sent = {"title": problem.title, "kind": "coding", "went_wrong": "Forgot to sort", "version": 1}

    assert f'href="{step}">Leave it as it was' in page
    assert alice_client.post(url("edit", problem, step), sent).url == step


@pytest.mark.parametrize("path", ["https://elsewhere.example/", "//elsewhere.example", "x"])
def test_off_this_site_it_leads_nowhere(alice_client, problem, path):
    desk = alice_client.get(url("solve", problem, path)).text
    answer = alice_client.post(url("elsewhere", problem, path), {"grade": WELL})

    assert "elsewhere.example" not in desk
    assert answer.url == url("problem", problem)
