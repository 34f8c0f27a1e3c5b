"""Two requests in the same moment, each in its own connection."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse

from journal.practice.schedule import replay
from tests.factories import make_attempt, make_problem

pytestmark = pytest.mark.django_db(transaction=True)
TIMES = 4


def at_once(person, *requests):
    """Send (path, fields) all in the same moment; answers with their statuses."""
    ready = Barrier(len(requests))

    def send(request):
        client = Client()
        client.force_login(person)
        ready.wait(timeout=20)
        try:
            return client.post(*request).status_code
        finally:
            connection.close()

    with ThreadPoolExecutor(len(requests)) as pool:
        return list(pool.map(send, requests))


def test_a_double_click_makes_one_attempt(alice):
    problem = make_problem(alice)
    path = reverse("practice:finish", args=[problem.pk])

    statuses = at_once(alice, *[(path, {"text": "sorted", "version": 0})] * TIMES)

    assert statuses == [302] * TIMES
    assert problem.attempts.get().text == "sorted"


def test_of_several_grades_one_counts(alice):
    problem = make_problem(alice)
    attempt = make_attempt(problem)
    path = reverse("practice:grade", args=[attempt.pk])

    statuses = at_once(alice, *[(path, {"grade": grade}) for grade in (1, 2, 3, 4)])

    problem.refresh_from_db()
    assert statuses == [302] * TIMES
    assert problem.card == replay(problem.history())
    assert problem.attempts.graded().count() == 1


def test_grades_of_two_attempts_both_count(alice):
    problem = make_problem(alice)
    path = reverse("practice:elsewhere", args=[problem.pk])

    statuses = at_once(alice, *[(path, {"grade": grade}) for grade in (1, 2, 3, 4)])

    problem.refresh_from_db()
    assert statuses == [302] * TIMES
    assert problem.attempts.count() == TIMES
    assert problem.card == replay(problem.history())
