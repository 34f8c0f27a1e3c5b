"""Two tabs never overwrite each other silently. Many more of the same: tests/soak."""

import pytest
from django.urls import reverse

from tests.browser.tabs import Tabs
from tests.factories import make_person, make_rejection


@pytest.fixture
def tabs(transactional_db, live_server, sign_in):
    person = make_person("robin@example.org")
    page = sign_in(person)
    address = reverse("perspective:page", args=[make_rejection(person).pk])
    pages = [page, page.context.new_page()]
    return lambda seed: Tabs(pages, live_server.url + address, seed)


def test_a_few_interleavings(tabs):
    two = tabs(seed=1)
    for _ in range(2):
        two.interleave(steps=6)
