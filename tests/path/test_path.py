from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from journal.models import Interview, Perspective
from journal.path.journey import journey, journeys, opening_line
from journal.today.agenda import agenda
from tests.factories import make_feedback, make_interview, make_rejection, make_round

pytestmark = pytest.mark.usefixtures("a_weekday")


def address(name, rejection, *args):
    return reverse(f"path:{name}", args=[rejection.pk, *args])


def states(rejection, on):
    return [stop.state for stop in journey(rejection, on).stops]


def test_nothing_is_suggested_on_the_day_itself(alice):
    rejection = make_rejection(alice)
    assert states(rejection, rejection.told_on) == ["none"] * 6
    tomorrow = rejection.told_on + timedelta(days=1)
    assert states(rejection, tomorrow) == ["next", *["none"] * 5]


def test_nothing_is_suggested_on_the_day_it_was_written_down(alice):
    today = alice.today()
    rejection = make_rejection(alice, told_on=today - timedelta(days=30), created_at=timezone.now())
    assert "next" not in states(rejection, today)
    assert "next" in states(rejection, today + timedelta(days=1))


def test_the_path_suggests_what_today_names(alice):
    rejection = make_rejection(alice, told_on=alice.today() - timedelta(days=3))
    assert [thing.kind for thing in agenda(alice).things] == ["ask"]
    assert states(rejection, alice.today())[:2] == ["none", "next"]
    rejection.toggle_aside("ask")
    make_feedback(rejection.interview)
    assert [thing.kind for thing in agenda(alice).things] == ["learn"]
    assert states(rejection, alice.today())[:3] == ["none", "enough", "next"]


def test_the_next_step_passes_over_what_is_set_aside(alice):
    rejection = make_rejection(alice)
    rejection.toggle_aside("perspective")
    assert states(rejection, alice.today())[:2] == ["aside", "next"]


def test_a_feeling_is_enough_for_perspective(alice):
    rejection = make_rejection(alice)
    Perspective.objects.create(owner=alice, rejection=rejection, feeling=2)
    assert states(rejection, alice.today())[:2] == ["enough", "next"]


def test_a_closed_one_suggests_nothing(alice):
    rejection = make_rejection(alice)
    rejection.close(alice.today())
    assert "next" not in states(rejection, alice.today())


def test_many_journeys_cost_what_one_costs(alice):
    def queries(count):
        rejections = [make_rejection(alice) for _ in range(count)]
        with CaptureQueriesContext(
            connection,
        ) as found:
            journeys(rejections, alice.today())
        return len(found)

    assert queries(2) == queries(8)


def test_the_opening_line_says_what_is_known(alice, a_weekday):
    interview = make_interview(alice)
    make_round(interview, minutes=195)
    make_round(interview, minutes=60)
    rejection = make_rejection(alice, interview, stage="Onsite or final rounds")
    assert opening_line(rejection) == (
        "Senior Backend Engineer · turned down on 17 November, after the onsite · "
        "they met you for 4 h 15 min"
    )
    assert opening_line(make_rejection(alice, make_interview(alice, role=""))) == (
        "Turned down on 17 November"
    )


def test_silence_is_no_answer_by_a_day(alice, a_weekday):
    rejection = make_rejection(alice)
    rejection.interview.end(Interview.Outcome.GHOSTED, rejection.told_on)
    assert opening_line(rejection) == "Senior Backend Engineer · no answer by 17 November"


def test_a_stage_in_my_own_words_is_quoted(alice, a_weekday):
    rejection = make_rejection(alice, make_interview(alice, role=""), stage="A coffee chat")
    assert opening_line(rejection) == "Turned down on 17 November, after “A coffee chat”"


def test_what_stands_where_no_answer_came_is_not_called_one(alice, alice_client):
    rejection = make_rejection(alice)
    pages = [address("page", rejection), reverse("rejections:edit", args=[rejection.pk])]
    assert all("Their answer" in alice_client.get(page).content.decode() for page in pages)
    rejection.interview.end(Interview.Outcome.GHOSTED, rejection.told_on)
    assert not any("Their answer" in alice_client.get(page).content.decode() for page in pages)


def test_the_page_lists_the_six(alice, alice_client):
    rejection = make_rejection(alice)
    page = alice_client.get(address("page", rejection)).content.decode()
    for name in ("Perspective", "Ask", "Learn", "Solve again", "Judge", "Move on"):
        assert name in page


def test_two_optional_boxes_after_it_is_written(alice, alice_client):
    rejection = make_rejection(alice)
    fields = {"feeling": 2, "questions": "An LRU cache\r\n\r\nA rate limiter\r\nAn LRU cache"}
    answer = alice_client.post(address("written", rejection), fields)
    assert answer.url == address("page", rejection)
    assert rejection.perspectives.get().feeling == 2
    titles = rejection.interview.problems.order_by("pk").values_list("title", flat=True)
    assert list(titles) == ["An LRU cache", "A rate limiter"]


def test_both_boxes_may_stay_empty(alice, alice_client):
    rejection = make_rejection(alice)
    alice_client.post(address("written", rejection), {"questions": ""})
    assert not rejection.perspectives.exists()


def test_a_long_question_is_kept_and_explained(alice, alice_client):
    rejection = make_rejection(alice)
    answer = alice_client.post(address("written", rejection), {"questions": "x" * 301})
    assert answer.status_code == 422
    assert "x" * 301 in answer.content.decode()


def test_an_earlier_no_of_the_same_employer_is_one_line(alice, alice_client):
    make_rejection(alice).interview.end(Interview.Outcome.GHOSTED, alice.today())
    last = address("written", make_rejection(alice))
    assert " before. It is all kept" not in alice_client.get(last).content.decode()
    for times in ("once", "twice", "three times"):
        make_rejection(alice)
        page = alice_client.get(last).content.decode()
        assert f"Fernwood Robotics turned you down {times} before." in page


def test_just_keep_it(alice, alice_client):
    rejection = make_rejection(alice)
    alice_client.post(address("keep", rejection))
    rejection.refresh_from_db()
    assert (rejection.kept, rejection.closed_on) == (True, alice.today())
    alice_client.post(address("take_up", rejection))
    rejection.refresh_from_db()
    assert (rejection.kept, rejection.closed_on) == (False, None)


def test_what_was_closed_can_be_opened_again(alice, alice_client):
    rejection = make_rejection(alice, closed_on=alice.today())
    page = alice_client.get(address("page", rejection)).text
    assert reverse("closing:reopen", args=[rejection.pk]) in page
    assert "Moved on, " in page


def test_what_was_just_kept_says_so_once(alice, alice_client):
    rejection = make_rejection(alice)
    rejection.keep(alice.today())
    page = alice_client.get(address("page", rejection)).text
    assert "You just kept this one" in page
    assert "Moved on, " not in page
    assert "Open it again" not in page


def test_just_keeping_it_keeps_what_was_typed_above(alice, alice_client):
    rejection = make_rejection(alice)
    page = alice_client.get(address("written", rejection)).content.decode()
    assert f'formaction="{address("keep", rejection)}"' in page
    fields = {"feeling": 2, "questions": "An LRU cache"}
    alice_client.post(address("keep", rejection), fields)
    rejection.refresh_from_db()
    assert rejection.kept
    assert rejection.perspectives.get().feeling == 2
    assert rejection.interview.problems.get().title == "An LRU cache"


def test_nothing_is_kept_while_a_question_is_too_long(alice, alice_client):
    rejection = make_rejection(alice)
    answer = alice_client.post(address("keep", rejection), {"questions": "x" * 301})
    assert answer.status_code == 422
    assert "x" * 301 in answer.content.decode()
    rejection.refresh_from_db()
    assert rejection.is_open


def test_a_step_is_set_aside_and_taken_up(alice, alice_client):
    rejection = make_rejection(alice)
    for expected in (["judge"], []):
        alice_client.post(address("aside", rejection, "judge"))
        rejection.refresh_from_db()
        assert rejection.steps_aside == expected


def test_an_unknown_step_is_not_found(alice, alice_client):
    assert alice_client.post(address("aside", make_rejection(alice), "dance")).status_code == 404


@pytest.mark.parametrize("name", ["keep", "take_up", "looked_back"])
def test_a_get_changes_nothing(alice, alice_client, name):
    assert alice_client.get(address(name, make_rejection(alice))).status_code == 405


@pytest.mark.parametrize("name", ["page", "written"])
def test_a_stranger_finds_nothing(alice, bob_client, name):
    assert bob_client.get(address(name, make_rejection(alice))).status_code == 404


@pytest.mark.parametrize("name", ["written", "keep", "take_up", "looked_back"])
def test_a_stranger_changes_nothing(alice, bob_client, name):
    rejection = make_rejection(alice)
    assert bob_client.post(address(name, rejection), {"questions": "mine"}).status_code == 404
    rejection.refresh_from_db()
    assert rejection.is_open
