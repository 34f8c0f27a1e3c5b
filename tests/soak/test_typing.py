"""A long entry, typed while the server is killed a hundred times."""

import pytest

from tests.browser.kills import Typist, type_through_kills
from tests.browser.test_kills import perspective, server  # noqa: F401

pytestmark = [pytest.mark.slow, pytest.mark.once]


def test_a_hundred_kills(page, server, perspective):  # noqa: F811
    type_through_kills(Typist(page, server, seed=2), perspective, kills=100, length=20_000)
