"""The page of components, for those who work on Upturn."""

import re

import pytest
from django.urls import reverse


@pytest.mark.parametrize("where", ["DEBUG", "DEMO"])
def test_it_shows_every_component_in_both_schemes(alice_client, settings, where):
    setattr(settings, where, True)
    page = alice_client.get(reverse("look")).text
    for css in ("scheme light", "scheme dark"):
        assert css in page
    for css in ("arc", "turning", "lead", "prose", "verbatim", "mood", "rows", "margin-note"):
        assert len(re.findall(rf'class="(?:[^"]* )?{css}[ "]', page)) >= 2, css
    assert page.count("Please fill this in.") == 2


def test_a_journal_in_use_has_no_such_page(alice_client):
    assert alice_client.get(reverse("look")).status_code == 404
