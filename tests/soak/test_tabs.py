"""Five hundred random interleavings of two tabs on one text."""

import pytest

from tests.browser.test_tabs import tabs  # noqa: F401

pytestmark = pytest.mark.slow


def test_five_hundred_interleavings(tabs):  # noqa: F811
    for seed in range(25):
        two = tabs(seed=seed)
        for _ in range(20):
            two.interleave(steps=6)
