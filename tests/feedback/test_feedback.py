import re
from datetime import date
from html import unescape
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse

from journal.models import Evidence, Feedback, FeedbackRequest, Rejection, Version
from tests.factories import (
    make_contact,
    make_evidence,
    make_feedback,
    make_gap,
    make_interview,
    make_rejection,
    make_request,
    make_round,
)

TODAY = date(2026, 11, 19)
State, Source, Aspect = FeedbackRequest.State, Feedback.Source, Feedback.Aspect
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2026-11-19 12:00 +0000", tick=False):
        yield


@pytest.fixture
def rejection(alice):
    return make_rejection(alice)


@pytest.fixture
def interview(rejection):
    return rejection.interview


@pytest.fixture
def feedback(interview):
    return make_feedback(interview)


@pytest.fixture
def quoted(feedback, alice):
    make_evidence(feedback, "Drew before asking.", make_gap(alice))
    return feedback


def url(name, row, query=""):
    return reverse(f"feedback:{name}", args=[row.pk]) + query


def learn(rejection):
    return reverse("gaps:learn", args=[rejection.pk])


def asked(interview, **fields):
    fields = {"state": State.ASKED, "asked_on": date(2026, 11, 18), **fields}
    return make_request(interview, **fields)


def test_feedback_is_kept_word_for_word(alice_client, rejection, interview):
    text = "**Not** bold, <b>nor</b> this.\r\n\r\n  - kept\u00a0as it came 😀"
    answer = alice_client.post(url("add", rejection), {"text": text, "source": "interviewer"})
    assert answer["Location"] == learn(rejection)
    feedback = Feedback.objects.get()
    assert feedback.text == text.replace("\r\n", "\n")
    assert (feedback.interview, feedback.received_on) == (interview, TODAY)
    page = alice_client.get(url("edit", feedback)).content.decode()
    assert "**Not** bold, &lt;b&gt;nor&lt;/b&gt; this.\n\n  - kept" in page


def test_the_only_waiting_request_is_answered(alice_client, rejection, interview):
    request = asked(interview)
    make_request(interview)
    fields = {"text": "Clean code.", "source": "interviewer", "received_on": "2026-11-18"}
    alice_client.post(url("add", rejection), fields)
    request.refresh_from_db()
    assert (request.state, request.answered_on) == (State.RECEIVED, date(2026, 11, 18))
    assert Feedback.objects.get().request == request


def test_of_two_waiting_requests_the_named_one_is_answered(alice_client, rejection, interview):
    first, second = asked(interview), asked(interview, state=State.NUDGED)
    fields = {"text": "Clean code.", "source": "interviewer"}
    alice_client.post(url("add", rejection), fields)
    first.refresh_from_db()
    assert first.state == State.ASKED
    alice_client.post(url("add", rejection), fields | {"request": second.pk})
    first.refresh_from_db()
    second.refresh_from_db()
    assert (first.state, second.state) == (State.ASKED, State.RECEIVED)


def test_an_answer_that_comes_late_is_an_answer(alice_client, rejection, interview):
    maria = make_contact(interview)
    request = asked(interview, state=State.NO_ANSWER, contact=maria)
    page = alice_client.get(url("add", rejection, f"?request={request.pk}"))
    form = page.context["form"]
    assert form["request"].value() == request.pk
    assert form["contact"].value() == maria.pk
    assert form["source"].value() == Source.INTERVIEWER
    fields = {"text": "Sorry, late.", "source": "interviewer", "request": request.pk}
    alice_client.post(url("add", rejection), fields)
    request.refresh_from_db()
    assert request.state == State.RECEIVED


def test_it_need_not_answer_any(alice_client, rejection, interview):
    request = asked(interview)
    fields = {"text": "From a friend there.", "source": "interviewer", "request": ""}
    alice_client.post(url("add", rejection), fields)
    request.refresh_from_db()
    assert request.state == State.ASKED


def waiting_for(interview, name, part, **fields):
    return asked(interview, contact=make_contact(interview, name, part), **fields)


@pytest.mark.parametrize("name", ["add", "call"])
@pytest.mark.parametrize(
    ("said_by", "answered"),
    [
        ("Maria", "Maria"),
        ("Jonas", "Jonas"),
        ("Ines", "Jonas"),  # Whom Jonas, the recruiter, was asked to pass it on to.
        (None, None),
    ],
)
def test_what_somebody_says_answers_what_they_were_asked(
    alice_client, rejection, name, said_by, answered
):
    interview = rejection.interview
    waiting_for(interview, "Maria", "interviewer")
    waiting_for(interview, "Jonas", "recruiter")
    make_contact(interview, "Ines", "interviewer")
    contact = interview.contacts.filter(name=said_by).first()
    form = alice_client.get(url("add", rejection)).context["form"]
    fields = {"contact": contact.pk if contact else "", "received_on": "2026-11-19"}
    fields |= {"request": form["request"].value(), "source": "interviewer"}
    words = {"add": {"text": "Clean code."}, "call": {"their_words": "Clean code."}}[name]
    assert alice_client.post(url(name, rejection), fields | words).status_code == 302
    received = interview.feedback_requests.filter(state=State.RECEIVED)
    assert [row.contact.name for row in received] == ([answered] if answered else [])
    assert Feedback.objects.get().request == received.first()


@pytest.mark.parametrize("name", ["add", "call"])
def test_a_recruiters_word_is_no_answer_of_an_interviewer(alice_client, rejection, interview, name):
    maria = waiting_for(interview, "Maria", "interviewer")
    jonas = make_contact(interview, "Jonas", "recruiter")
    fields = {"contact": jonas.pk, "text": "W.", "their_words": "W.", "source": "recruiter"}
    alice_client.post(url(name, rejection), fields)
    maria.refresh_from_db()
    assert maria.state == State.ASKED


@pytest.mark.parametrize("name", ["add", "call"])
def test_what_came_before_i_asked_is_no_answer(alice_client, rejection, interview, name):
    request = asked(interview, asked_on=date(2026, 11, 18))
    fields = {"text": "W.", "their_words": "W.", "source": "recruiter"}
    alice_client.post(url(name, rejection), fields | {"received_on": "2026-11-17"})
    request.refresh_from_db()
    assert (request.state, request.answered_on) == (State.ASKED, None)


def test_a_named_request_is_not_answered_before_it_was_asked(alice_client, rejection, interview):
    request = asked(interview, asked_on=date(2026, 11, 18))
    fields = {"text": "Clean code.", "source": "interviewer", "received_on": "2026-11-17"}
    answer = alice_client.post(url("add", rejection), fields | {"request": request.pk})
    assert answer.status_code == 422
    assert "You asked on 18 November, later than that." in answer.text
    assert "Clean code." in answer.text
    request.refresh_from_db()
    assert request.state == State.ASKED


def test_an_answer_is_not_dated_back_before_its_request(alice_client, interview):
    request = asked(interview, state=State.RECEIVED, answered_on=TODAY)
    feedback = make_feedback(interview, request=request, received_on=TODAY)
    fields = {"text": "Other words.", "source": "recruiter", "version": 1}
    answer = alice_client.post(url("edit", feedback), fields | {"received_on": "2026-11-17"})
    assert answer.status_code == 422
    assert "You asked on 18 November, later than that." in answer.text
    assert "Other words." in answer.text
    alice_client.post(url("edit", feedback), fields | {"received_on": "2026-11-18"})
    request.refresh_from_db()
    assert request.answered_on == date(2026, 11, 18)


@pytest.mark.parametrize("named", ["", "x", "²", "-1", "9" * 40, "1"])
def test_a_request_that_is_not_there_is_not_named(alice_client, rejection, named):
    assert alice_client.get(url("add", rejection, f"?request={named}")).status_code == 200


def test_feedback_after_the_close_reopens_nothing(alice_client, rejection):
    rejection.close(TODAY)
    alice_client.post(url("add", rejection), {"text": "Late.", "source": "recruiter"})
    rejection.refresh_from_db()
    assert rejection.closed_on == TODAY
    assert Feedback.objects.count() == 1


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("text", "  "),
        ("source", ""),
        ("source", "own"),
        ("received_on", "2026-11-20"),
        ("received_on", "soon"),
        ("contact", "999"),
    ],
)
def test_what_is_amiss_is_said_and_nothing_lost(alice_client, rejection, interview, field, value):
    make_contact(interview)
    fields = {"text": "Wrote clean code.", "source": "interviewer", field: value}
    answer = alice_client.post(url("add", rejection), fields)
    assert answer.status_code == 422
    assert field in answer.context["form"].errors
    assert field == "text" or b"Wrote clean code." in answer.content
    assert not Feedback.objects.exists()


def test_rows_of_other_interviews_are_no_choice(alice_client, alice, rejection, interview):
    other = make_interview(alice)
    make_contact(interview), make_round(interview), asked(interview)
    strange = {
        "contact": make_contact(other),
        "round": make_round(other),
        "request": asked(other),
    }
    for field, row in strange.items():
        fields = {"text": "Words.", "source": "interviewer", field: row.pk}
        assert alice_client.post(url("add", rejection), fields).status_code == 422


@pytest.mark.parametrize(
    ("name", "fields"),
    [("add", {"text": "Once.", "source": "recruiter"}), ("call", {"went_well": "Once."})],
)
def test_sent_twice_it_is_written_once(alice_client, rejection, name, fields):
    fields["token"] = uuid4()
    for _ in range(2):
        assert alice_client.post(url(name, rejection), fields)["Location"] == learn(rejection)
    assert Feedback.objects.count() == 1


def test_editing_keeps_the_earlier_words(alice_client, rejection, feedback):
    fields = {"text": "Other\r\nwords.", "source": "recruiter", "version": 1}
    answer = alice_client.post(url("edit", feedback), fields | {"received_on": "2026-11-18"})
    assert answer["Location"] == learn(rejection)
    before = feedback.text
    feedback.refresh_from_db()
    assert (feedback.text, feedback.source) == ("Other\nwords.", Source.RECRUITER)
    assert feedback.received_on == date(2026, 11, 18)
    assert Version.objects.get().text == before


def test_a_quote_moves_with_its_words(alice_client, quoted):
    text = "I also wrote to Jun. " + quoted.text
    fields = {"source": "recruiter", "version": 1, "text": text}
    assert alice_client.post(url("edit", quoted), fields).status_code == 302
    row = quoted.evidence.get()
    assert text[row.start : row.end] == row.quote
    assert text.endswith(row.before + row.quote + row.after) or row.before


def test_a_quote_that_would_be_lost_is_asked_for_first(alice_client, rejection, quoted):
    row = quoted.evidence.get()
    fields = {"source": "recruiter", "version": 1, "text": "Other words, with none of those."}
    answer = alice_client.post(url("edit", quoted), fields)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert row.quote in unescape(page)
    assert "which would not stand in it any more" in page
    assert "Other words, with none of those." in page
    assert "Save it all the same" in page
    assert alice_client.post(url("edit", quoted), fields | {"leave": "on"}).status_code == 302
    quoted.refresh_from_db()
    assert quoted.text == fields["text"]
    assert quoted.evidence.get().quote == row.quote
    assert "is no longer in the text" in alice_client.get(learn(rejection)).content.decode()


def test_sent_without_its_text_that_stays(alice_client, quoted):
    alice_client.post(url("edit", quoted), {"source": "recruiter", "version": 1})
    before = quoted.text
    quoted.refresh_from_db()
    assert (quoted.text, quoted.source) == (before, Source.RECRUITER)


def test_an_edit_without_words_is_refused(alice_client, feedback):
    answer = alice_client.post(url("edit", feedback), {"text": "", "source": "recruiter"})
    assert answer.status_code == 422
    assert b"a line will do" in answer.content


def test_own_reading_is_edited_on_its_page(alice_client, rejection, interview):
    own = make_feedback(interview, source=Source.OWN, aspect=Aspect.KEEP)
    assert alice_client.get(url("edit", own))["Location"] == url("own_reading", rejection)


def test_deleting_asks_first_and_takes_the_evidence_along(alice_client, rejection, quoted):
    page = alice_client.get(url("delete", quoted))
    assert b"the one sentence you marked" in page.content
    assert Feedback.objects.exists()
    alice_client.post(url("delete", quoted))
    assert not Feedback.objects.exists()
    assert not Evidence.objects.exists()
    assert Feedback.with_trash.get().deleted_at


def test_usefulness_is_one_tap(alice_client, rejection, feedback):
    answer = alice_client.post(url("usefulness", feedback), {"usefulness": "3"})
    place = f"useful-{feedback.pk}"
    assert answer["Location"] == f"{learn(rejection)}#{place}"
    page = alice_client.get(learn(rejection)).text
    visible = re.sub(r"<details.*?</details>", "", page, flags=re.DOTALL)
    assert f'id="{place}"' in visible
    assert re.search(r'aria-pressed="true">\s*Useful\s*</button>', visible)
    assert "Was this feedback useful?" not in alice_client.get(url("edit", feedback)).text
    feedback.refresh_from_db()
    assert (feedback.usefulness, feedback.version) == (3, 1)
    alice_client.post(url("usefulness", feedback), {"usefulness": "7"})
    feedback.refresh_from_db()
    assert feedback.usefulness == 3
    alice_client.post(url("usefulness", feedback), {"usefulness": ""})
    feedback.refresh_from_db()
    assert feedback.usefulness is None


def test_what_i_wanted_to_ask_is_kept_apart_from_their_words(alice_client, rejection):
    fields = {"to_change": "Ask first.", "to_ask": "Which level\r\ndid you see?"}
    alice_client.post(url("call", rejection), fields)
    feedback = Feedback.objects.get()
    assert feedback.text == "What to change\nAsk first."
    assert feedback.to_ask == "Which level\ndid you see?"
    page = alice_client.get(learn(rejection))
    assert "What I wanted to ask" in page.text
    assert "did you see?" in page.text
    (reading,) = page.context["told"]
    assert "".join(piece.text for piece in reading.pieces) == feedback.text
    words = {"quote": "Which level", "what": "gap", "name": "Level"}
    marked = alice_client.post(reverse("gaps:mark", args=[feedback.pk]), words)
    assert marked.status_code == 422
    copy = reverse("copying:entry", args=[feedback.interview_id])
    assert "did you see?" in alice_client.get(copy).text


def test_what_i_wanted_to_ask_is_edited_and_never_lost(alice_client, interview):
    feedback = make_feedback(interview, source=Source.CALL, to_ask="Which level?")
    fields = {"text": feedback.text, "source": "call", "version": 1}
    alice_client.post(url("edit", feedback), fields)
    feedback.refresh_from_db()
    assert feedback.to_ask == "Which level?"
    alice_client.post(url("edit", feedback), fields | {"to_ask": "Which team?"})
    feedback.refresh_from_db()
    assert feedback.to_ask == "Which team?"
    assert Version.objects.get().text == "Which level?"
    written = make_feedback(interview)
    assert "to_ask" not in alice_client.get(url("edit", written)).text


def test_questions_alone_are_no_feedback_and_stay_on_the_sheet(alice_client, rejection):
    answer = alice_client.post(url("call", rejection), {"to_ask": "Which level?"})
    assert answer.status_code == 422
    assert "Which level?" in answer.text
    assert not Feedback.objects.exists()


def test_a_call_sheet_becomes_one_text(alice_client, rejection, interview):
    jonas = make_contact(interview, "Jonas", "recruiter")
    fields = {
        "went_well": "Code\r\nTests",
        "their_words": "“drives the requirements”",
        "to_ask": " ",
        "contact": jonas.pk,
        "received_on": "2026-11-18",
    }
    answer = alice_client.post(url("call", rejection), fields)
    assert answer["Location"] == learn(rejection)
    feedback = Feedback.objects.get()
    assert feedback.text == (
        "What went well\nCode\nTests\n\nTheir words\n“drives the requirements”"
    )
    assert (feedback.source, feedback.contact) == (Source.CALL, jonas)
    assert feedback.received_on == date(2026, 11, 18)


def test_a_heading_of_the_sheet_is_no_sentence_of_theirs(alice_client, rejection):
    fields = {"went_well": "half of it", "to_change": "ask first\nand draw later. Then code."}
    alice_client.post(url("call", rejection), fields)
    form = alice_client.get(learn(rejection)).context["told"][0].form
    sentences = [label for _, label in form.fields["sentence"].choices]
    assert sentences == ["half of it", "ask first\nand draw later.", "Then code."]
    feedback = Feedback.objects.get()
    fields = {"sentence": form.fields["sentence"].choices[1][0], "what": "gap", "name": "Asking"}
    alice_client.post(reverse("gaps:mark", args=[feedback.pk]), fields)
    quote = feedback.evidence.get()
    assert (quote.quote, quote.stands_in(feedback.text)) == ("ask first\nand draw later.", True)


def test_an_empty_call_sheet_is_not_kept(alice_client, rejection):
    answer = alice_client.post(url("call", rejection), {"went_well": " ", "received_on": ""})
    assert answer.status_code == 422
    assert b"one is enough" in answer.content
    assert not Feedback.objects.exists()


def own(**boxes):
    fields = {"change": "", "keep": "", "hands": ""} | boxes
    return {f"{name}-text": text for name, text in fields.items()}


def test_own_reading_is_a_row_a_box(alice_client, rejection, interview):
    answer = alice_client.post(
        url("own_reading", rejection), own(change="Ask\r\nfirst.", hands="Their stack.")
    )
    assert answer["Location"] == learn(rejection)
    rows = Feedback.objects.own_reading().order_by("aspect")
    assert [(row.aspect, row.text) for row in rows] == [
        (Aspect.CHANGE, "Ask\nfirst."),
        (Aspect.HANDS, "Their stack."),
    ]
    assert {row.received_on for row in rows} == {TODAY}
    page = alice_client.get(url("own_reading", rejection)).content.decode()
    assert "Ask\nfirst." in page


def test_own_reading_changes_and_empties_a_box(alice_client, rejection):
    alice_client.post(url("own_reading", rejection), own(change="A", keep="B"))
    versions = {"change-version": 1, "keep-version": 1, "hands-version": 0}
    alice_client.post(url("own_reading", rejection), own(change="A2") | versions)
    assert [row.text for row in Feedback.objects.all()] == ["A2"]
    assert Feedback.with_trash.count() == 2


def test_own_reading_with_nothing_in_it_says_what_to_do(alice_client, rejection):
    answer = alice_client.post(url("own_reading", rejection), own(keep="  "))
    assert answer.status_code == 422
    assert b"one is enough" in answer.content


def test_two_tabs_that_begin_empty_lose_no_word(alice_client, rejection):
    begun = {"change-version": 0, "keep-version": 0, "hands-version": 0}
    alice_client.post(url("own_reading", rejection), own(change="First tab") | begun)
    answer = alice_client.post(url("own_reading", rejection), own(change="Second tab") | begun)
    assert answer.status_code == 422
    assert b"Second tab" in answer.content
    assert Feedback.objects.get().text == "First tab"
    again = alice_client.post(url("own_reading", rejection), own(change="First tab") | begun)
    assert again.status_code == 302


def test_a_quoted_box_asks_before_its_quote_is_lost(alice_client, alice, rejection, interview):
    kept = make_feedback(interview, "Asked late.", source=Source.OWN, aspect=Aspect.CHANGE)
    make_evidence(kept, "Asked late.", make_gap(alice))
    fields = {"change-text": "Asked late. Again.", "keep-text": "Tests", "hands-text": ""}
    assert alice_client.post(url("own_reading", rejection), fields).status_code == 302
    fields = {"change-text": "Spoke fast.", "change-version": 2, "keep-text": "Tests"}
    answer = alice_client.post(url("own_reading", rejection), fields)
    assert answer.status_code == 422
    assert b"Spoke fast." in answer.content
    kept.refresh_from_db()
    assert kept.text == "Asked late. Again."
    fields["change-leave"] = "on"
    assert alice_client.post(url("own_reading", rejection), fields).status_code == 302
    kept.refresh_from_db()
    assert kept.text == "Spoke fast."


@pytest.mark.parametrize("name", ["edit", "delete", "usefulness"])
def test_a_stranger_finds_no_feedback(bob_client, feedback, name):
    assert bob_client.get(url(name, feedback)).status_code in {404, 405}
    fields = {"text": "Mine now", "source": "recruiter", "usefulness": "1"}
    assert bob_client.post(url(name, feedback), fields).status_code == 404
    feedback.refresh_from_db()
    assert feedback.usefulness is None
    assert feedback.trash_id is None
    assert feedback.text != "Mine now"


@pytest.mark.parametrize("name", ["add", "call", "own_reading"])
def test_a_stranger_writes_nothing_down(bob_client, rejection, name):
    assert bob_client.get(url(name, rejection)).status_code == 404
    fields = {"text": "Hi", "source": "recruiter", "went_well": "Hi", "keep-text": "Hi"}
    assert bob_client.post(url(name, rejection), fields).status_code == 404
    assert not Feedback.objects.exists()


def test_usefulness_rejects_get(alice_client, feedback):
    assert alice_client.get(url("usefulness", feedback)).status_code == 405


@pytest.mark.parametrize("name", ["edit", "delete", "usefulness"])
def test_what_is_in_the_trash_is_not_there(alice_client, rejection, feedback, name):
    Rejection.objects.filter(pk=rejection.pk).update(trash_id=uuid4())
    assert alice_client.post(url(name, feedback)).status_code == 404
