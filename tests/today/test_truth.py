"""What Today says is so: nothing is left unsaid, and nothing is offered out of its time."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.urls import reverse
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from journal.models import FeedbackRequest, Round
from journal.path.owed import a_few, owed
from journal.path.owed_steps import nudges
from journal.reminders.digest import digests
from journal.today.agenda import agenda
from tests.factories import (
    make_employer,
    make_evidence,
    make_feedback,
    make_gap,
    make_interview,
    make_person,
    make_perspective,
    make_problem,
    make_rejection,
    make_request,
    make_round,
)

TODAY, REST = reverse("today:page"), reverse("today:rest")
THURSDAY = date(2026, 11, 26)
pytestmark = pytest.mark.usefixtures("a_weekday")


def at(hour, minute=0, on=THURSDAY):
    return time_machine.travel(datetime.combine(on, time(hour, minute), UTC), tick=False)


def days_ago(days):
    return THURSDAY - timedelta(days=days)


def interview(owner, name, **fields):
    return make_interview(owner, make_employer(owner, name), **fields)


def rejected(owner, name, days, **fields):
    return make_rejection(owner, interview(owner, name), told_on=days_ago(days), **fields)


def titles(person):
    return [thing.title for thing in agenda(person).things]


def kinds(person):
    return [thing.kind for thing in agenda(person).things]


class TestTheRest:
    def test_while_more_is_owed_these_are_enough_and_the_rest_is_a_link(self, alice, alice_client):
        for days in range(2, 7):
            rejected(alice, f"Employer {days}", days)

        page = alice_client.get(TODAY).text

        assert "Three small things, the shortest first. They are enough for today." in page
        assert f'<a href="{REST}">The rest can wait</a>' in page
        assert "Nothing else needs you" not in page

    def test_it_holds_what_today_does_not(self, alice, alice_client):
        for days in range(2, 7):
            rejected(alice, f"Employer {days}", days)

        page = alice_client.get(REST).text

        assert "Ask Employer 5 for" in page
        assert "Ask Employer 6 for" in page
        assert "Ask Employer 2 for" not in page

    def test_where_that_is_all_nothing_else_needs_me(self, alice, alice_client):
        rejected(alice, "Fernwood", 3)

        page = alice_client.get(TODAY).text

        assert "One small thing. Nothing else needs you." in page
        assert REST not in page
        assert "Nothing else waits." in alice_client.get(REST).text

    def test_the_mail_does_not_call_it_all(self, alice):
        for days in range(2, 7):
            rejected(alice, f"Employer {days}", days)
        (digest,) = digests([alice], datetime.combine(THURSDAY, time(12), UTC)).values()

        assert not digest.is_all

    def test_a_stranger_finds_nothing_of_it(self, alice, bob_client):
        for days in range(2, 7):
            rejected(alice, f"Employer {days}", days)

        assert "Ask Employer" not in bob_client.get(REST).text


class TestInterviews:
    @pytest.mark.parametrize(
        ("days", "said"),
        [(0, "today"), (1, "tomorrow"), (2, "on Saturday"), (3, "on Sunday"), (4, None)],
    )
    def test_within_three_days_it_is_one_of_the_three(self, alice, days, said):
        make_round(interview(alice, "Quillpost"), on=THURSDAY + timedelta(days=days))
        for back in range(2, 6):
            rejected(alice, f"Employer {back}", back)

        found = [title for title in titles(alice) if "Quillpost" in title]

        assert found == ([f"Quillpost, {said}"] if said else [])
        assert len(titles(alice)) == 3

    def test_five_rounds_of_a_day_are_one(self, alice):
        there = interview(alice, "Quillpost")
        for hour, kind in ((9, "coding"), (10, "system_design"), (14, "coding")):
            make_round(there, kind=kind, on=THURSDAY + timedelta(days=1), at=time(hour))

        (thing,) = agenda(alice).things

        assert thing.title == "Quillpost, tomorrow at 09:00"
        assert thing.why.startswith("Coding and System design. ")

    def test_the_mail_brings_it_on_its_eve(self, alice):
        make_round(interview(alice, "Quillpost"), on=THURSDAY + timedelta(days=3))
        noon = datetime.combine(THURSDAY, time(12), UTC)

        assert not digests([alice], noon)
        assert digests([alice], noon + timedelta(days=2))


class TestTheDebrief:
    @pytest.mark.parametrize(
        ("at_", "minutes", "now", "expected"),
        [
            (time(10), 60, (10, 59), ["interview"]),
            (time(10), 60, (11, 0), ["debrief"]),
            (time(10), None, (10, 59), ["interview"]),
            (time(10), None, (11, 0), ["debrief"]),
            (time(10), 300, (14, 59), ["interview"]),
            (None, 60, (17, 59), ["interview"]),
            (None, 60, (18, 0), ["debrief"]),
        ],
    )
    def test_it_is_offered_as_soon_as_the_round_is_over(self, alice, at_, minutes, now, expected):
        make_round(interview(alice, "Quillpost"), on=THURSDAY, at=at_, minutes=minutes)

        with at(*now):
            assert kinds(alice) == expected

    def test_it_is_offered_in_the_night_after_a_late_round(self, alice):
        make_round(interview(alice, "Quillpost"), on=THURSDAY, at=time(23), minutes=60)

        with at(0, 30, on=THURSDAY + timedelta(days=1)):
            assert kinds(alice) == ["debrief"]

    def test_by_the_clock_of_the_zone_its_time_was_given_in(self, alice):
        make_round(interview(alice, "Quillpost"), on=THURSDAY, at=time(9), zone="America/New_York")

        with at(14, 59):
            assert kinds(alice) == ["interview"]
        with at(15):
            assert kinds(alice) == ["debrief"]

    def test_what_is_written_is_offered_no_more(self, alice):
        round_ = make_round(interview(alice, "Quillpost"), on=THURSDAY, at=time(9))
        Round.objects.filter(pk=round_.pk).update(rating_before=4)

        assert kinds(alice) == []


class TestAfterANo:
    @pytest.mark.parametrize(("days", "expected"), [(0, []), (1, []), (2, ["step"])])
    def test_that_day_and_the_next_bring_nothing_of_it(self, alice, days, expected):
        rejected(alice, "Fernwood", days, steps_aside=["ask"])

        assert kinds(alice) == expected

    def test_another_entry_may_still_bring_its_step(self, alice):
        rejected(alice, "Fernwood", 1)
        rejected(alice, "Quillpost", 20, steps_aside=["ask"])

        assert titles(alice) == ["Quillpost: put it in perspective"]


class TestWaiting:
    def waits(self, owner, asked=3):
        rejection = rejected(owner, "Fernwood", 9)
        make_perspective(rejection, feeling=3)
        state = FeedbackRequest.State.ASKED
        days = {"asked_on": days_ago(asked), "nudge_on": days_ago(asked - 7)}
        make_request(rejection.interview, state=state, **days)
        return rejection

    def test_while_a_letter_waits_learning_is_not_offered(self, alice, alice_client):
        rejection = self.waits(alice)

        assert not any("learn" in title for title in titles(alice))
        sentence = "You asked on Monday. Nothing to do until they answer."
        for name in ("path:page", "gaps:learn"):
            assert sentence in alice_client.get(reverse(name, args=[rejection.pk])).text

    def test_the_next_step_is_suggested_instead(self, alice):
        self.waits(alice)

        assert titles(alice) == ["Fernwood: solve it again"]

    def test_what_came_is_to_be_read_whatever_else_waits(self, alice):
        rejection = self.waits(alice)
        make_feedback(rejection.interview)

        assert kinds(alice) == ["learn"]


class TestTheStepOfAnEntry:
    def test_it_is_chosen_by_its_key_and_not_by_its_name(self, alice):
        metabase = rejected(alice, "Metabase", 3)
        rejected(alice, "Meta", 20, steps_aside=["ask"])

        assert titles(alice) == ["Ask Metabase for written feedback", "Meta: put it in perspective"]
        assert metabase.pk == agenda(alice).things[0].rejection

    def test_an_entry_on_which_more_is_owed_is_not_offered_twice(self, alice):
        rejection = rejected(alice, "Fernwood", 9)
        asked = {"asked_on": days_ago(8), "nudge_on": days_ago(1)}
        make_request(rejection.interview, state=FeedbackRequest.State.ASKED, **asked)

        assert kinds(alice) == ["nudge"]


class TestLetters:
    def again(self, owner, rejection, days=0):
        """Another interview at the employer that said no."""
        there = make_interview(owner, rejection.interview.employer)
        return make_round(there, on=THURSDAY + timedelta(days=days))

    @pytest.mark.parametrize(("days", "is_asked"), [(-1, True), (0, False), (1, True)])
    def test_none_is_asked_for_on_the_day_of_another_interview_there(self, alice, days, is_asked):
        rejection = rejected(alice, "Fernwood", 5)
        self.again(alice, rejection, days)

        assert ("ask" in kinds(alice)) == is_asked

    def test_one_elsewhere_hinders_none(self, alice):
        rejected(alice, "Fernwood", 5)
        make_round(interview(alice, "Quillpost"), on=THURSDAY)

        assert "ask" in kinds(alice)

    def test_nor_is_anybody_nudged_and_the_calendar_says_the_day_after(self, alice):
        rejection = rejected(alice, "Fernwood", 10)
        asked = {"asked_on": days_ago(8), "nudge_on": THURSDAY}
        make_request(rejection.interview, state=FeedbackRequest.State.ASKED, **asked)
        self.again(alice, rejection)

        assert "nudge" not in kinds(alice)
        ((_, thing),) = nudges({alice.pk: (alice, date(9999, 12, 31))})
        assert thing.on == THURSDAY + timedelta(days=1)

    @pytest.mark.parametrize(("told", "is_asked"), [(29, True), (30, True), (31, False)])
    def test_a_no_that_was_told_long_ago_asks_for_none(self, alice, told, is_asked):
        """Written down on Monday."""
        written = datetime.combine(days_ago(3), time(12), UTC)
        rejected(alice, "Fernwood", told, created_at=written)

        assert ("ask" in kinds(alice)) == is_asked

    def test_who_wishes_to_wait_longer_is_asked_then(self, alice):
        alice.ask_after_days = 40
        alice.save()
        rejected(alice, "Fernwood", 41)

        assert kinds(alice) == ["ask"]


class TestEntries:
    def test_the_only_one_is_a_link_to_itself(self, alice, alice_client):
        rejection = rejected(alice, "Fernwood", 1)
        rejected(alice, "Quillpost", 9, closed_on=days_ago(2))

        page = alice_client.get(TODAY).text

        path = reverse("path:page", args=[rejection.pk])
        assert f'<a href="{path}">One entry is open</a>' in page
        assert f'<a href="{reverse("interviews:list")}#moved-on">one has moved on</a>' in page

    def test_several_are_a_link_to_all(self, alice, alice_client):
        for days in (1, 2):
            rejected(alice, f"Employer {days}", days)

        page = alice_client.get(TODAY).text

        assert f'<a href="{reverse("interviews:list")}">Two entries are open</a>' in page


SITUATIONS = {
    "asks": lambda owner, name: rejected(owner, name, 4),
    "waits": lambda owner, name: make_request(
        rejected(owner, name, 9).interview, state="asked", asked_on=days_ago(3), nudge_on=THURSDAY
    ),
    "told": lambda owner, name: make_feedback(rejected(owner, name, 5).interview),
    "marked": lambda owner, name: make_evidence(
        make_feedback(rejected(owner, name, 5).interview), "clean code", make_gap(owner, name)
    ),
    "fresh": lambda owner, name: rejected(owner, name, 1),
    "problem": lambda owner, name: make_problem(owner, title=name, due=THURSDAY),
    "soon": lambda owner, name: make_round(interview(owner, name), on=THURSDAY + timedelta(days=2)),
    "over": lambda owner, name: make_round(interview(owner, name), on=THURSDAY, at=time(8)),
}


class TestWhateverIsWritten(TestCase):
    @settings(max_examples=20)
    @given(st.lists(st.sampled_from([*SITUATIONS]), max_size=7))
    def test_what_is_said_is_so(self, situations):
        """Nothing else needs me only where nothing else is owed; nothing is said twice or lost."""
        owner = make_person(f"{len(situations)}@example.org")
        with at(12):
            for number, situation in enumerate(situations):
                SITUATIONS[situation](owner, f"Employer {number}")
            found, all_ = agenda(owner), owed([owner]).get(owner.pk, [])

        shown = [thing for thing in found.things if thing.kind != "step"]
        assert len(found.things) <= 3
        assert shown == sorted(a_few(all_), key=lambda thing: thing.minutes)
        assert sorted(map(str, shown + found.rest)) == sorted(map(str, all_))
        assert found.summary.endswith("Nothing else needs you.") == bool(
            found.things and not found.rest
        )
        fresh = {f"Employer {each}" for each, what in enumerate(situations) if what == "fresh"}
        assert not any(thing.title.split(":")[0] in fresh for thing in found.things)
