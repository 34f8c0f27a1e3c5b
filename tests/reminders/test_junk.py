"""Whatever is sent, a form answers with a sentence or keeps it; it never trips."""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.reminders.calendar import calendar

VALUES = st.one_of(
    st.text(max_size=40),
    st.integers(-(10**20), 10**20).map(str),
    st.sampled_from(["", "\x00", "on", "7", "2026-02-30", "9999-12-31", "0001-01-01", "problems"]),
)
FIELDS = ["mail_on", "mail_kinds", "mail_weekdays", "mail_hour", "mail_titles"]
FIELDS += ["first", "last", "begins", "ends", "until"]
NAMES = ["page", "keep_quiet", "end_quiet"]


@pytest.mark.parametrize("address", [*(f"reminders:{name}" for name in NAMES), "path:break"])
@settings(max_examples=25, deadline=None, suppress_health_check=[*HealthCheck])
@given(st.dictionaries(st.sampled_from(FIELDS), st.lists(VALUES, max_size=3)))
def test_whatever_is_sent(alice, alice_client, address, sent):
    answer = alice_client.post(reverse(address), sent | {"csrfmiddlewaretoken": "as browsers do"})
    assert answer.status_code in {302, 422}
    assert alice_client.get(reverse("reminders:page")).status_code == 200
    alice.refresh_from_db()
    assert calendar(alice).startswith(b"BEGIN:VCALENDAR")
