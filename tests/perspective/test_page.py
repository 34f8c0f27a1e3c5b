from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from journal.models import Interview, Perspective, Round
from tests.factories import make_feedback, make_interview, make_rejection, make_round


@pytest.fixture
def rejection(alice):
    return make_rejection(alice)


def address(rejection):
    return reverse("perspective:page", args=[rejection.pk])


def test_it_opens_with_what_they_saw(alice_client, rejection):
    for minutes in (30, 60, 60, 60, 45):
        make_round(rejection.interview, minutes=minutes)
    page = alice_client.get(address(rejection)).content.decode()
    assert "They saw you for 4 h 15 min, in five rounds. From that they guessed" in page


def test_a_round_planned_for_later_was_never_seen(alice_client, rejection):
    make_round(rejection.interview, minutes=60, on=rejection.told_on)
    make_round(rejection.interview, minutes=60, on=rejection.told_on + timedelta(days=1))
    answer = alice_client.get(address(rejection))
    assert "for 1 h, in one round" in answer.content.decode()
    assert len(answer.context["ratings"].rounds) == 1


def test_a_feeling_alone_is_saved(alice_client, rejection):
    answer = alice_client.post(address(rejection), {"feeling": "2"})
    assert answer.url == reverse("path:page", args=[rejection.pk])
    assert rejection.perspectives.get().feeling == 2


def test_a_feeling_can_be_taken_back(alice, alice_client, rejection):
    Perspective.objects.create(owner=alice, rejection=rejection, feeling=2)
    assert "Take it back" in alice_client.get(address(rejection)).content.decode()
    alice_client.post(address(rejection), {"feeling": "", "version": "1"})
    assert rejection.perspectives.get().feeling is None


def test_words_keep_their_lines_as_lf(alice_client, rejection):
    alice_client.post(
        address(rejection), {"words": "It stings.\r\nStill.", "not_seen": "Month two"}
    )
    row = rejection.perspectives.get()
    assert row.words == "It stings.\nStill."
    assert row.not_seen == "Month two"


def test_without_check_ins_the_feeling_is_not_asked_and_is_kept(alice, alice_client, rejection):
    Perspective.objects.create(owner=alice, rejection=rejection, feeling=2)
    alice.check_ins = False
    alice.save()
    page = alice_client.get(address(rejection)).content.decode()
    assert "How does it feel?" not in page
    assert 'name="words"' in page
    alice_client.post(address(rejection), {"words": "Fine.", "version": "1"})
    assert rejection.perspectives.get().feeling == 2


def test_setting_it_aside_saves_what_was_typed(alice_client, rejection):
    answer = alice_client.post(address(rejection), {"words": "Not today.", "aside": "1"})
    assert answer.url == reverse("path:page", args=[rejection.pk])
    rejection.refresh_from_db()
    assert rejection.steps_aside == ["perspective"]
    assert rejection.perspectives.get().words == "Not today."


def test_with_a_mistake_on_the_page_it_is_not_set_aside(alice_client, rejection):
    answer = alice_client.post(address(rejection), {"words": "Mine", "feeling": "9", "aside": "1"})
    assert "Mine" in answer.content.decode()
    rejection.refresh_from_db()
    assert rejection.steps_aside == []


def test_a_wrong_feeling_is_refused_and_the_words_are_kept(alice_client, rejection):
    answer = alice_client.post(address(rejection), {"feeling": "9", "words": "What I typed"})
    assert answer.status_code == 422
    assert "What I typed" in answer.content.decode()
    assert not rejection.perspectives.exists()


def test_a_second_tab_does_not_overwrite_silently(alice, alice_client, rejection):
    Perspective.objects.create(owner=alice, rejection=rejection, words="First")
    alice_client.post(address(rejection), {"words": "Second", "version": "1"})
    answer = alice_client.post(address(rejection), {"words": "Third", "version": "1"})
    assert answer.status_code == 422
    assert "Third" in answer.content.decode()
    assert rejection.perspectives.get().words == "Second"


def test_a_rating_now_never_touches_the_one_before(alice_client, rejection):
    round_ = make_round(rejection.interview, rating_before=Round.Rating.WELL)
    page = alice_client.get(address(rejection)).content.decode()
    assert "Before you knew: well" in page
    alice_client.post(address(rejection), {f"round_{round_.pk}": "2"})
    round_.refresh_from_db()
    assert (round_.rating_before, round_.rating_after, round_.rating_told) == (4, 2, None)


def test_after_feedback_it_is_a_third_rating(alice_client, rejection):
    round_ = make_round(rejection.interview, rating_before=4, rating_after=2)
    make_feedback(rejection.interview)
    page = alice_client.get(address(rejection)).content.decode()
    assert "Before you knew: well · After their answer: shakily" in page
    alice_client.post(address(rejection), {f"round_{round_.pk}": "3"})
    round_.refresh_from_db()
    assert (round_.rating_before, round_.rating_after, round_.rating_told) == (4, 2, 3)


def test_my_own_reading_is_no_feedback_from_them(alice_client, rejection):
    round_ = make_round(rejection.interview)
    make_feedback(rejection.interview, source="own", aspect="keep")
    alice_client.post(address(rejection), {f"round_{round_.pk}": "3"})
    round_.refresh_from_db()
    assert round_.rating_after == 3


def test_a_rating_out_of_range_is_refused(alice_client, rejection):
    round_ = make_round(rejection.interview)
    data = {f"round_{round_.pk}": "6", "words": "What I typed"}
    answer = alice_client.post(address(rejection), data)
    assert answer.status_code == 422
    assert not rejection.perspectives.exists()


def test_a_stranger_finds_nothing(bob_client, rejection):
    assert bob_client.get(address(rejection)).status_code == 404
    assert bob_client.post(address(rejection), {"words": "Mine now"}).status_code == 404
    assert not Perspective.objects.exists()


def test_numbers_come_with_a_sample_of_five(alice, alice_client, rejection):
    page = alice_client.get(address(rejection)).content.decode()
    assert "So far there is one." in page
    for days, stage in ((2, "Take-home"), (4, "Take-home"), (6, ""), (8, "Take-home"), (9, "")):
        other = make_rejection(alice, make_interview(alice), date(2026, 5, 20), stage=stage)
        make_round(other.interview, on=date(2026, 5, 20) - timedelta(days=days))
    page = alice_client.get(address(other)).content.decode()
    assert "They answered nine days after the last round." in page
    assert "Half of your five answers came within six days." in page
    assert "of your rejections ended here" not in page


def test_how_many_ended_at_the_same_stage(alice, alice_client):
    stages = ["Technical screen"] * 3 + ["Take-home"] * 2
    made = [make_rejection(alice, make_interview(alice), stage=stage) for stage in stages]
    page = alice_client.get(address(made[0])).content.decode()
    assert "Three of five of your rejections ended here: technical screen." in page


def test_mock_interviews_are_not_in_my_numbers(alice, alice_client, rejection):
    for _ in range(5):
        make_rejection(alice, make_interview(alice, is_mock=True))
    assert alice_client.get(address(rejection)).context["numbers"].sample == 1


def test_queries_do_not_grow_with_rounds(alice_client, rejection):
    make_round(rejection.interview)
    with CaptureQueriesContext(connection) as few:
        alice_client.get(address(rejection))
    for _ in range(9):
        make_round(rejection.interview)
    with CaptureQueriesContext(connection) as many:
        alice_client.get(address(rejection))
    assert len(many) == len(few)


def test_without_a_day_it_still_opens(alice, alice_client):
    interview = make_interview(alice, outcome=Interview.Outcome.REJECTED, outcome_on=date.today())
    kept = alice.rejections.create(interview=interview, kept=True, closed_on=date.today())
    make_round(interview, on=date(2026, 1, 1))
    assert alice_client.get(address(kept)).status_code == 200
