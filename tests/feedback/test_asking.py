from datetime import date, timedelta
from email import message_from_bytes
from email.policy import default
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from journal.models import Contact, FeedbackRequest, Interview, Rejection, Round
from tests.factories import (
    make_contact,
    make_feedback,
    make_rejection,
    make_request,
    make_round,
)

TODAY = date(2026, 11, 19)
TOKEN = uuid4()
State = FeedbackRequest.State
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


def url(name, row, query=""):
    return reverse(f"feedback:{name}", args=[row.pk]) + query


def wish(**fields):
    return {"tone": "warm", "channel": "mail", "part": "recruiter", **fields}


def drafted(interview, **fields):
    return make_request(interview, subject="A few lines?", letter="Hi Maria", **fields)


def asked(interview, **fields):
    days = {"asked_on": date(2026, 11, 18), "nudge_on": date(2026, 11, 25)}
    return drafted(interview, **{"state": State.ASKED, **days, **fields})


def test_one_click_drafts_a_letter_to_nobody_in_particular(alice_client, rejection):
    answer = alice_client.post(url("draft", rejection), wish())
    request = FeedbackRequest.objects.get()
    assert answer["Location"] == url("letter", request)
    assert request.state == State.DRAFTED
    assert request.contact is None
    assert request.letter.startswith("Hi,\n\n")
    assert "Fernwood Robotics" in request.letter
    assert request.letter.endswith("Warm regards,\nAlice")


def test_who_has_no_name_yet_signs_the_first_letter(alice_client, alice, rejection):
    alice.sign_as("")
    page = alice_client.get(url("ask", rejection))
    assert "Your name, for letters" in page.text
    alice_client.post(url("draft", rejection), wish(sender="Alice Example"))
    assert FeedbackRequest.objects.get().letter.endswith("Warm regards,\nAlice Example")
    alice.refresh_from_db()
    assert alice.name == "Alice Example"
    assert "Your name, for letters" not in alice_client.get(url("ask", rejection)).text


def test_a_letter_may_stay_unsigned(alice_client, alice, rejection):
    alice.sign_as("")
    alice_client.post(url("draft", rejection), wish(sender=""))
    assert FeedbackRequest.objects.get().letter.endswith("Warm regards")


def test_a_known_interviewer_is_asked_about_their_round(alice_client, rejection, interview):
    design = make_round(interview, Round.Kind.SYSTEM_DESIGN)
    maria = make_contact(interview, address="maria@fernwood.example", round=design)
    alice_client.post(url("draft", rejection), wish(whom=maria.pk, tone="plain"))
    request = FeedbackRequest.objects.get()
    assert request.contact == maria
    assert request.letter.startswith("Hello Maria,")
    assert "the system design round" in request.letter


@pytest.mark.parametrize("channel", ["mail", "linkedin"])
@pytest.mark.parametrize("call", ["", "on"])
def test_a_recruiter_is_told_in_which_rounds(alice_client, rejection, interview, channel, call):
    for kind in ("recruiter", "coding", "coding", "system_design"):
        make_round(interview, kind)
    form = wish(tone="brief", channel=channel, call_offered=call)
    alice_client.post(url("draft", rejection), form)
    letter = FeedbackRequest.objects.get().letter
    assert "interviewed me in the coding round and the system design round" in letter


def test_a_person_is_added_inline(alice_client, rejection, interview):
    coding = make_round(interview)
    fields = {
        "name": "Jonas Weber",
        "part": "interviewer",
        "address": "jonas@fernwood.example",
        "round": coding.pk,
    }
    alice_client.post(url("draft", rejection), wish(**fields))
    jonas = Contact.objects.get()
    assert (jonas.name, jonas.part, jonas.round) == ("Jonas Weber", "interviewer", coding)
    assert jonas.address == "jonas@fernwood.example"
    assert FeedbackRequest.objects.get().contact == jonas


def test_somebody_who_is_listed_is_not_listed_twice(alice_client, rejection, interview):
    maria = make_contact(interview, part="hiring_manager")
    fields = {"whom": "new", "name": " maria  ORTEGA ", "address": "maria@fernwood.example"}
    alice_client.post(url("draft", rejection), wish(**fields))
    maria.refresh_from_db()
    assert Contact.objects.count() == 1
    assert (maria.address, maria.part) == ("maria@fernwood.example", "hiring_manager")


def test_an_address_needs_a_name(alice_client, rejection):
    answer = alice_client.post(url("draft", rejection), wish(address="maria@fernwood.example"))
    assert answer.status_code == 422
    assert b"An address needs a name" in answer.content
    assert b"maria@fernwood.example" in answer.content
    assert not FeedbackRequest.objects.exists()


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("tone", "loud"),
        ("channel", "pigeon"),
        ("address", "not one"),
        ("whom", "999"),
        ("part", "x"),
    ],
)
def test_a_wrong_wish_is_refused_and_kept(alice_client, rejection, interview, field, value):
    make_contact(interview)
    answer = alice_client.post(
        url("draft", rejection), wish(whom="new", name="Jonas Weber") | {field: value}
    )
    assert answer.status_code == 422
    assert b"Jonas Weber" in answer.content
    assert not FeedbackRequest.objects.exists()


def test_a_contact_of_another_interview_is_no_choice(alice_client, alice, rejection):
    other = make_contact(
        Interview.objects.create(owner=alice, employer=rejection.interview.employer)
    )
    make_contact(rejection.interview)
    answer = alice_client.post(url("draft", rejection), wish(whom=other.pk))
    assert answer.status_code == 422


def test_sent_twice_it_is_drafted_once(alice_client, rejection):
    token = uuid4()
    first = alice_client.post(url("draft", rejection), wish(token=token, name="Jonas"))
    second = alice_client.post(url("draft", rejection), wish(token=token, name="Jonas"))
    assert first["Location"] == second["Location"]
    assert FeedbackRequest.objects.get().uid == token
    assert Contact.objects.count() == 1


@pytest.mark.parametrize("person", [{}, {"name": "Jonas"}])
def test_another_tone_drafts_it_anew(alice_client, rejection, person):
    for tone, hello in (("warm", "Hi"), ("plain", "Hello"), ("brief", "Hi")):
        alice_client.post(url("draft", rejection), wish(tone=tone, **person))
        assert FeedbackRequest.objects.get().letter.startswith(hello)
    assert FeedbackRequest.objects.get().version == 3


def test_another_tone_from_the_same_page_drafts_it_anew(alice_client, rejection):
    for tone, hello in (("warm", "Hi"), ("plain", "Hello")):
        alice_client.post(url("draft", rejection), wish(tone=tone, token=TOKEN))
        assert FeedbackRequest.objects.get().letter.startswith(hello)


def test_somebody_else_from_the_same_page_gets_their_own(alice_client, rejection):
    for name in ("Jonas", "Maria"):
        alice_client.post(url("draft", rejection), wish(name=name, token=TOKEN))
    assert FeedbackRequest.objects.count() == 2


def test_another_tone_is_offered_until_the_letter_is_mine(alice_client, rejection):
    alice_client.post(url("draft", rejection), wish())
    request = FeedbackRequest.objects.get()
    assert (
        url("ask", rejection, f"?request={request.pk}#again")
        in alice_client.get(url("letter", request)).text
    )
    assert "or in another tone" in alice_client.get(url("ask", rejection)).text
    FeedbackRequest.objects.update(letter="Mine")
    assert "#again" not in alice_client.get(url("letter", request)).text


def test_a_draft_i_have_edited_stays(alice_client, rejection):
    alice_client.post(url("draft", rejection), wish())
    FeedbackRequest.objects.update(letter="Mine", version=2)
    for _ in range(2):
        alice_client.post(url("draft", rejection), wish(tone="plain"))
    letters = FeedbackRequest.objects.order_by("pk").values_list("letter", flat=True)
    assert (letters[0], len(letters)) == ("Mine", 2)


def test_a_nameless_first_draft_is_signed_when_drafted_anew(alice_client, alice, rejection):
    alice.sign_as("")
    alice_client.post(url("draft", rejection), wish())
    alice_client.post(url("draft", rejection), wish(sender="Alice Example"))
    assert FeedbackRequest.objects.get().letter.endswith("Alice Example")


def test_linkedin_gets_a_short_letter_without_a_subject(alice_client, rejection):
    alice_client.post(url("draft", rejection), wish(channel="linkedin"))
    request = FeedbackRequest.objects.get()
    assert request.subject == ""
    assert len(request.letter) <= 600
    page = alice_client.get(url("letter", request)).content.decode()
    assert "mailto:" not in page
    assert ".eml" not in page


def test_an_offered_call_is_noticed(alice_client, alice):
    offer = "Happy to share some feedback on a quick call if helpful."
    rejection = make_rejection(alice, message=offer)
    page = alice_client.get(url("ask", rejection))
    assert page.context["form"]["call_offered"].value() is True
    alice_client.post(url("draft", rejection), wish(call_offered="on"))
    assert "main points in writing" in FeedbackRequest.objects.get().letter


@pytest.mark.parametrize("part", ["interviewer", "hiring_manager"])
def test_an_interviewer_is_not_thanked_for_the_recruiters_call(
    alice_client, rejection, interview, part
):
    maria = make_contact(interview, part=part)
    ticked = wish(whom=maria.pk, call_offered="on")
    alice_client.post(url("draft", rejection), ticked)
    assert "call" not in FeedbackRequest.objects.get().letter
    alice_client.post(url("draft", rejection), ticked | {"interviewer_offered": "on"})
    assert "call" in FeedbackRequest.objects.latest("pk").letter


def test_after_silence_the_letter_knows_of_no_answer(alice_client, rejection, interview):
    interview.end(Interview.Outcome.GHOSTED, TODAY)
    alice_client.post(url("draft", rejection), wish())
    assert "I have not heard back" in FeedbackRequest.objects.get().letter


def test_who_is_best_to_ask_comes_first(alice_client, rejection, interview):
    silent = make_contact(interview, "No Address")
    recruiter = make_contact(interview, "R", "recruiter", address="r@fernwood.example")
    manager = make_contact(interview, "M", "hiring_manager", address="m@fernwood.example")
    form = alice_client.get(url("ask", rejection)).context["form"]
    offered = [str(each.pk) for each in (manager, recruiter, silent)]
    assert [value for value, _ in form.fields["whom"].choices] == [*offered, "new"]
    assert form["whom"].value() == str(manager.pk)
    drafted(interview, contact=manager)
    form = alice_client.get(url("ask", rejection)).context["form"]
    assert form["whom"].value() == str(recruiter.pk)


def test_nobody_to_ask_is_one_tap_and_can_be_taken_back(alice_client, rejection):
    for _ in range(2):
        answer = alice_client.post(url("nobody", rejection))
        assert answer["Location"] == reverse("path:page", args=[rejection.pk])
    request = FeedbackRequest.objects.get()
    assert request.state == State.NOBODY
    assert "There is somebody after all" in alice_client.get(url("ask", rejection)).content.decode()
    alice_client.post(url("drop", request))
    assert not FeedbackRequest.objects.exists()


def test_the_letter_is_edited_with_lf(alice_client, interview):
    request = drafted(interview)
    answer = alice_client.post(
        url("letter", request), {"subject": "S", "letter": "one\r\ntwo", "version": request.version}
    )
    request.refresh_from_db()
    assert answer["Location"] == url("letter", request)
    assert (request.subject, request.letter, request.version) == ("S", "one\ntwo", 2)


def test_a_subject_is_not_called_optional(alice_client, interview):
    html = alice_client.get(url("letter", drafted(interview))).text
    assert "Subject" in html
    assert "optional" not in html


def test_a_second_tab_does_not_overwrite_the_letter(alice_client, interview):
    request = drafted(interview)
    alice_client.post(url("letter", request), {"letter": "first", "version": 1})
    answer = alice_client.post(url("letter", request), {"letter": "second", "version": 1})
    assert answer.status_code == 422
    assert b"second" in answer.content
    request.refresh_from_db()
    assert request.letter == "first"


def test_a_subject_that_is_too_long_keeps_what_was_typed(alice_client, interview):
    request = drafted(interview)
    answer = alice_client.post(
        url("letter", request), {"subject": "s" * 201, "letter": "My own words", "version": 1}
    )
    assert answer.status_code == 422
    assert b"My own words" in answer.content


def test_i_sent_it_keeps_the_words_and_sets_the_nudge(alice_client, alice, rejection, interview):
    alice.nudge_after_days = 5
    alice.save()
    request = drafted(interview)
    fields = {"subject": "S", "letter": "As sent", "version": 1, "day": "2026-11-18"}
    answer = alice_client.post(url("asked", request), fields)
    request.refresh_from_db()
    assert answer["Location"] == reverse("path:page", args=[rejection.pk])
    assert (request.state, request.letter) == (State.ASKED, "As sent")
    assert request.asked_on == date(2026, 11, 18)
    assert request.nudge_on == date(2026, 11, 23)
    assert request.life == "Asked on 18 November · nudge from 23 November"


def test_a_nudge_is_for_a_weekday(alice, alice_client, interview):
    alice.nudge_after_days = 2
    alice.save()
    request = drafted(interview)
    alice_client.post(url("asked", request))
    request.refresh_from_db()
    assert request.nudge_on == date(2026, 11, 23)


def test_i_sent_it_alone_means_today_and_leaves_the_letter(alice_client, interview):
    request = drafted(interview)
    alice_client.post(url("asked", request))
    request.refresh_from_db()
    assert (request.asked_on, request.letter) == (TODAY, "Hi Maria")


@pytest.mark.parametrize("day", ["2026-11-20", "soon"])
def test_a_day_that_has_not_come_is_refused(alice_client, interview, day):
    request = drafted(interview)
    answer = alice_client.post(
        url("asked", request), {"letter": "My words", "version": 1, "day": day}
    )
    assert answer.status_code == 422
    assert b"My words" in answer.content
    request.refresh_from_db()
    assert (request.state, request.letter) == (State.DRAFTED, "Hi Maria")


def test_a_letter_is_not_sent_before_they_said_no(alice_client, rejection, interview):
    request = make_request(interview, letter="Dear all")
    before = rejection.told_on - timedelta(days=1)
    answer = alice_client.post(url("asked", request), {"day": before})
    assert answer.status_code == 422
    assert "They told you on " in answer.content.decode()
    request.refresh_from_db()
    assert request.is_draft
    rejection.interview.end(Interview.Outcome.GHOSTED, rejection.told_on)
    alice_client.post(url("asked", request), {"day": before})
    request.refresh_from_db()
    assert request.asked_on == before


def test_no_nudge_was_sent_before_i_asked(alice_client, interview):
    request = asked(interview)
    words = {"day": "2026-11-17", "nudge_letter": "Only a word, Maria."}
    answer = alice_client.post(url("nudged", request), words)
    assert answer.status_code == 422
    assert "You asked on 18 November, later than that." in answer.text
    assert words["nudge_letter"] in answer.text
    assert 'value="2026-11-17"' in answer.text
    request.refresh_from_db()
    assert (request.state, request.nudged_on, request.nudge_letter) == (State.ASKED, None, "")


def test_no_nudge_was_sent_a_lifetime_ago(alice_client, interview):
    request = asked(interview)
    answer = alice_client.post(url("nudged", request), {"day": "0001-01-01"})
    assert answer.status_code == 422
    assert "Choose a day from 1970 on." in answer.content.decode()


def test_i_sent_it_twice_changes_nothing(alice_client, interview):
    request = asked(interview)
    alice_client.post(url("asked", request), {"day": "2026-11-19"})
    request.refresh_from_db()
    assert request.asked_on == date(2026, 11, 18)


def test_its_whole_life(alice_client, interview):
    request = asked(interview)
    alice_client.post(url("nudged", request), {"day": "2026-11-19"})
    request.refresh_from_db()
    assert request.life == "Asked on 18 November · nudged on 19 November"
    alice_client.post(url("no_answer", request))
    request.refresh_from_db()
    assert request.life == "Asked on 18 November · nudged on 19 November · no answer"
    alice_client.post(url("again", request))
    request.refresh_from_db()
    assert request.state == State.NUDGED
    alice_client.post(url("refused", request))
    request.refresh_from_db()
    assert request.life.endswith("refused on 19 November")
    alice_client.post(url("again", request))
    alice_client.post(url("again", request))
    request.refresh_from_db()
    assert (request.state, request.asked_on, request.nudged_on) == (State.DRAFTED, None, None)


def test_a_nudge_in_the_future_is_refused(alice_client, interview):
    request = asked(interview)
    answer = alice_client.post(url("nudged", request), {"day": "2026-12-24"})
    assert answer.status_code == 422
    assert b"has not come yet" in answer.content
    request.refresh_from_db()
    assert request.state == State.ASKED


@pytest.mark.parametrize("verb", ["nudged", "refused", "no_answer"])
@pytest.mark.parametrize("state", [State.DRAFTED, State.RECEIVED, State.NOBODY, State.NO_ANSWER])
def test_a_stale_tap_changes_nothing(alice_client, interview, verb, state):
    request = drafted(interview, state=state)
    assert alice_client.post(url(verb, request)).status_code == 302
    request.refresh_from_db()
    assert request.state == state


@pytest.mark.parametrize("state", State)
def test_every_state_has_its_pages(alice_client, rejection, interview, state):
    make_contact(interview, address="maria@fernwood.example")
    days = {"asked_on": date(2026, 11, 18), "nudge_on": date(2026, 11, 19)}
    request = drafted(interview, state=state, answered_on=TODAY, **days)
    for name, row in (("letter", request), ("ask", rejection)):
        page = alice_client.get(url(name, row))
        assert page.status_code == 200
        assert request.life in page.content.decode() or state == State.DRAFTED


def test_the_letter_page_hands_the_letter_over(alice_client, interview):
    maria = make_contact(interview, address="maria@fernwood.example")
    request = drafted(interview, contact=maria)
    page = alice_client.get(url("letter", request))
    link = urlsplit(page.context["mailto"])
    assert link.path == "maria@fernwood.example"
    assert parse_qs(link.query) == {"subject": ["A few lines?"], "body": ["Hi Maria"]}
    assert page.context["mailto"].replace("&", "&amp;") in page.content.decode()
    file = alice_client.get(url("eml", request))
    assert file["Content-Disposition"] == 'attachment; filename="letter.eml"'
    message = message_from_bytes(file.content, policy=default)
    assert message["To"] == "Maria Ortega <maria@fernwood.example>"
    assert message["From"] == "Alice <alice@example.org>"
    assert message["X-Unsent"] == "1"


@pytest.mark.parametrize(
    ("state", "says"), [(State.ASKED, "my note of 18 November"), (State.RECEIVED, "Thank you for")]
)
def test_the_letter_that_may_come_next(alice_client, interview, state, says):
    request = asked(interview, state=state, answered_on=TODAY)
    assert says in alice_client.get(url("letter", request)).content.decode()
    message = message_from_bytes(
        alice_client.get(url("follow_up_eml", request)).content, policy=default
    )
    assert says in message.get_content()
    assert message["Subject"] == "Re: A few lines?"


POSTED = ["asked", "nudged", "refused", "no_answer", "again", "drop"]


@pytest.mark.parametrize("name", POSTED)
def test_a_get_never_writes(alice_client, interview, name):
    request = asked(interview)
    assert alice_client.get(url(name, request)).status_code == 405
    request.refresh_from_db()
    assert request.state == State.ASKED


@pytest.mark.parametrize("name", ["draft", "nobody"])
def test_a_get_drafts_nothing(alice_client, rejection, name):
    assert alice_client.get(url(name, rejection)).status_code == 405
    assert not FeedbackRequest.objects.exists()


@pytest.mark.parametrize("name", [*POSTED, "letter", "eml", "follow_up_eml"])
def test_a_stranger_finds_no_letter(bob_client, interview, name):
    request = asked(interview)
    assert bob_client.get(url(name, request)).status_code in {404, 405}
    assert bob_client.post(url(name, request), {"letter": "Mine now"}).status_code in {404, 405}
    request.refresh_from_db()
    assert (request.state, request.letter) == (State.ASKED, "Hi Maria")


@pytest.mark.parametrize("name", ["ask", "draft", "nobody"])
def test_a_stranger_asks_nobody(bob_client, rejection, name):
    assert bob_client.get(url(name, rejection)).status_code in {404, 405}
    assert bob_client.post(url(name, rejection), wish()).status_code in {404, 405}
    assert not FeedbackRequest.objects.exists()


def test_what_is_in_the_trash_is_not_there(alice_client, rejection, interview):
    request = asked(interview)
    Rejection.objects.filter(pk=rejection.pk).update(trash_id=uuid4())
    assert alice_client.get(url("letter", request)).status_code == 404
    assert alice_client.get(url("ask", rejection)).status_code == 404


def test_asking_three_or_nine_costs_the_same(alice_client, rejection, interview):
    def rows(count):
        for number in range(count):
            maria = make_contact(interview, f"Maria {number}", round=make_round(interview))
            asked(interview, contact=maria)
            make_feedback(interview, contact=maria)

    def cost():
        with CaptureQueriesContext(connection) as queries:
            assert alice_client.get(url("ask", rejection)).status_code == 200
        return len(queries)

    rows(3)
    few = cost()
    rows(6)
    assert cost() == few
