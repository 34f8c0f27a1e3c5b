"""Whatever is sent to a form is answered, never with an error of ours."""

import pytest
from django.urls import reverse

from journal.models import Action
from tests.factories import make_evidence, make_gap
from tests.gaps.material import PROMPT

NASTY = [
    "",
    "\x00",
    "𝔘" * 300,
    "ΐ" * 200,
    "<script>alert(1)</script>",
    "9" * 40,
    "-1",
    "٣",
    " \r\n\u2028 ",
    "0001-01-01",
    "9999-12-31",
    "0-1",
    "e\u0301\u200d",
]
FORMS = {
    "mark": [
        "sentence",
        "quote",
        "start",
        "end",
        "what",
        "name",
        "kind",
        "aside",
        "note",
        "cost_the_offer",
    ],
    "remark": ["what", "name", "kind", "aside", "note"],
    "new": ["is_strength", "name", "kind"],
    "rename": ["rename-name", "rename-kind"],
    "act": ["act-text", "act-by", "act-token"],
    "close": ["close-closed_by_round", "close-closed_by_attempt", "close-closed_on"],
    "merge": ["merge-into"],
}
WELL = {
    "mark": {"quote": PROMPT, "what": "gap", "name": "Consistency", "kind": "technical"},
    "remark": {"what": "gap", "name": "Consistency", "kind": "technical"},
    "new": {"is_strength": "no", "name": "Speak slower", "kind": "communication"},
    "rename": {"rename-name": "Consistency", "rename-kind": "technical"},
    "act": {"act-text": "Read"},
    "close": {},
    "merge": {},
}


@pytest.mark.parametrize("nasty", NASTY, ids=ascii)
@pytest.mark.parametrize("name", FORMS)
def test_whatever_is_sent_is_answered(alice_client, feedback, name, nasty):
    gap = make_gap(feedback.owner)
    evidence = make_evidence(feedback, PROMPT, gap)
    rows = {"mark": [feedback.pk], "remark": [evidence.pk], "new": []}
    url = reverse(f"gaps:{name}", args=rows.get(name, [gap.pk]))
    for field in FORMS[name]:
        response = alice_client.post(url, WELL[name] | {field: nasty})
        assert response.status_code in {302, 422}
    assert alice_client.get(reverse("gaps:list")).status_code == 200
    assert alice_client.get(reverse("gaps:detail", args=[gap.pk])).status_code == 200


@pytest.mark.parametrize("pk", [0, 2**31, 2**63, 10**30])
def test_no_number_is_too_great(alice_client, pk):
    for name in ("detail", "learn", "remark"):
        assert alice_client.get(reverse(f"gaps:{name}", args=[pk])).status_code == 404
    for name in ("mark", "unmark", "act", "close", "action_toggle"):
        assert alice_client.post(reverse(f"gaps:{name}", args=[pk])).status_code == 404
    assert not Action.objects.exists()
