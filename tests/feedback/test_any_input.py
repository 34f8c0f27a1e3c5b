"""Whatever is sent, each form answers: it is kept, or a sentence says what to do."""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.models import FeedbackRequest
from tests.factories import (
    TOLD_ON,
    make_contact,
    make_feedback,
    make_rejection,
    make_request,
    make_round,
    make_wording,
)

values = st.one_of(
    st.text(max_size=300),
    st.integers().map(str),
    st.sampled_from(
        [
            "",
            "1",
            "new",
            "own",
            "call",
            "mail",
            "warm",
            "ask",
            "nudge",
            "recruiter",
            "2026-11-18",
            "9" * 40,
        ]
    ),
)
FIELDS = [
    *("token", "version", "whom", "name", "part", "address", "round", "tone", "channel"),
    *(
        "call_offered",
        "interviewer_offered",
        "sender",
        "subject",
        "letter",
        "day",
        "text",
        "source",
        "contact",
        "received_on",
    ),
    *("request", "went_well", "to_change", "their_words", "to_ask", "usefulness"),
    *("keep", "nudge_letter", "thanks_letter", "leave", "send"),
    *("change-text", "change-version", "keep-text", "keep-version", "hands-text"),
]
forms = st.dictionaries(st.sampled_from(FIELDS), values)


@pytest.mark.django_db
@pytest.mark.parametrize(
    "name",
    [
        *("draft", "nobody", "add", "call", "own_reading"),
        *("letter", "asked", "nudged", "refused", "no_answer", "again"),
        *("follow_up", "speak", "post", "wording"),
        *("edit", "usefulness"),
    ],
)
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(sent=forms)
def test_any_input_is_answered(name, alice, alice_client, sent):
    rejection = alice.rejections.first() or make_rejection(alice)
    interview = rejection.interview
    if not interview.rounds.exists():
        make_contact(interview, round=make_round(interview))
    request = make_request(interview, state=FeedbackRequest.State.ASKED, asked_on=TOLD_ON)
    feedback = make_feedback(interview)
    wording = alice.wordings.first() or make_wording(alice)
    rows = {"edit": feedback, "usefulness": feedback} | dict.fromkeys(
        ["letter", "asked", "nudged", "refused", "no_answer", "again", "follow_up"], request
    )
    rows |= {"speak": request, "post": request, "wording": wording}
    row = rows.get(name, rejection)
    answer = alice_client.post(reverse(f"feedback:{name}", args=[row.pk]), sent)
    assert answer.status_code in {200, 302, 422}
