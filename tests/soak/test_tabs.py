"""Five hundred random interleavings of two tabs on one text."""

import pytest

from tests.browser.test_tabs import tabs  # noqa: F401

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("seed", range(25))
def test_twenty_interleavings(tabs, seed):  # noqa: F811
    two = tabs(seed=seed)
    for _ in range(20):
        two.interleave(steps=6)
