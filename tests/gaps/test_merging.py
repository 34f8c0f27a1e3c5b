"""Two names for one thing: made one, and taken back."""

from datetime import date, timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from journal.models import Action, Attempt, Gap
from journal.ownership.trash import restore
from tests.factories import (
    make_attempt,
    make_evidence,
    make_feedback,
    make_gap,
    make_problem,
    make_rejection,
)

SAID = "Wrote clean code. Drew before asking. Missed the second region."


@pytest.fixture
def feedback(alice):
    return make_feedback(make_rejection(alice).interview, SAID)


@pytest.fixture
def gap(alice):
    return make_gap(alice)


@pytest.fixture
def other(alice):
    return make_gap(alice, "Several regions")


def merge(client, gap, into):
    return client.post(reverse("gaps:merge", args=[gap.pk]), {"merge-into": into.pk}, follow=True)


def gathered(gap):
    return (
        {each.quote for each in gap.evidence.all()},
        {each.text for each in gap.actions.all()},
        {each.title for each in gap.problems.all()},
    )


def fill(gap, feedback, quote, problem):
    make_evidence(feedback, quote, gap)
    Action.objects.create(owner=gap.owner, gap=gap, text=f"Read about {gap.name}")
    gap.problems.add(problem)


def test_the_others_are_offered_by_their_names(alice_client, gap, other):
    html = alice_client.get(reverse("gaps:detail", args=[gap.pk])).content.decode()
    assert f'<option value="{other.pk}">Several regions</option>' in html


def test_all_that_gathered_moves_and_comes_back(alice_client, alice, feedback, gap, other):
    one, both = make_problem(alice, title="A counter"), make_problem(alice, title="A cache")
    fill(gap, feedback, "Drew before asking.", one)
    fill(other, feedback, "Missed the second region.", both)
    gap.problems.add(both)
    before = gathered(gap), gathered(other)
    html = merge(alice_client, gap, other).content.decode()
    assert "“Consistency across regions” is part of “Several regions” now." in html
    assert not Gap.objects.filter(pk=gap.pk).exists()
    assert gathered(other) == tuple(mine | theirs for mine, theirs in zip(*before, strict=True))
    restore(alice, Gap.with_trash.get(pk=gap.pk).trash_id)
    gap.refresh_from_db()
    assert (gathered(gap), gathered(other)) == before
    assert gap.merged is None


def test_undo_stands_on_the_page(alice_client, feedback, gap, other):
    make_evidence(feedback, "Drew before asking.", gap)
    html = merge(alice_client, gap, other).content.decode()
    batch = Gap.with_trash.get(pk=gap.pk).trash_id
    assert reverse("trash:put_back", args=[batch]) in html
    alice_client.post(reverse("trash:put_back", args=[batch]))
    assert gathered(Gap.objects.get(pk=gap.pk))[0] == {"Drew before asking."}
    assert gathered(other)[0] == set()


def test_the_same_words_marked_for_both_stand_once(alice_client, feedback, gap, other):
    for each in (gap, other):
        make_evidence(feedback, "Drew before asking.", each)
    merge(alice_client, gap, other)
    assert other.evidence.count() == 1
    restore(gap.owner, Gap.with_trash.get(pk=gap.pk).trash_id)
    assert gap.evidence.count() == other.evidence.count() == 1


def test_what_was_taken_elsewhere_since_stays_there(alice_client, alice, feedback, gap, other):
    row = make_evidence(feedback, "Drew before asking.", gap)
    merge(alice_client, gap, other)
    third = make_gap(alice, "Ask first")
    row.store(gap=third)
    restore(alice, Gap.with_trash.get(pk=gap.pk).trash_id)
    assert third.evidence.get() == row


def test_where_the_other_is_gone_it_comes_back_alone(alice_client, alice, feedback, gap, other):
    make_evidence(feedback, "Drew before asking.", gap)
    merge(alice_client, gap, other)
    other.delete()
    restore(alice, Gap.with_trash.get(pk=gap.pk).trash_id)
    assert Gap.objects.get(pk=gap.pk).merged is None


def test_only_what_is_mine_and_of_its_side_is_offered(alice_client, alice, bob, gap):
    strength = make_gap(alice, "Clean code", is_strength=True)
    theirs = make_gap(bob, "Theirs")
    for into in (strength, theirs, gap):
        assert merge(alice_client, gap, into).status_code == 422
    assert Gap.objects.filter(pk=gap.pk, merged__isnull=True).exists()


def test_without_a_choice_it_says_so(alice_client, gap, other):
    response = alice_client.post(reverse("gaps:merge", args=[gap.pk]))
    assert response.status_code == 422
    assert "Choose what it is the same as." in response.content.decode()


def test_a_new_name_is_undone_in_a_tap(alice_client, gap):
    def rename(name, kind="technical"):
        form = {"rename-name": name, "rename-kind": kind}
        page = alice_client.post(reverse("gaps:rename", args=[gap.pk]), form, follow=True)
        gap.refresh_from_db()
        return page

    html = rename("Several regions").content.decode()
    assert "It was called “Consistency across regions”." in html
    assert 'name="rename-name" value="Consistency across regions"' in html
    rename("Consistency across regions")
    assert gap.name == "Consistency across regions"
    assert "Its kind is changed." in rename(gap.name, "seniority").content.decode()
    page = reverse("gaps:detail", args=[gap.pk])
    assert "Its kind is changed." in alice_client.get(page).content.decode()
    with time_machine.travel(timezone.now() + timedelta(hours=2)):
        assert "Its kind is changed." not in alice_client.get(page).content.decode()


@pytest.mark.usefixtures("a_weekday")
def test_a_gap_is_closed_by_a_problem_solved_again(alice_client, alice, gap):
    problem = make_problem(alice)
    gap.problems.add(problem)
    solved = {"grade": Attempt.Grade.WELL, "solved_on": date(2026, 11, 20)}
    attempt = make_attempt(problem, **solved)
    make_attempt(problem, grade=Attempt.Grade.NOT_YET)
    page = reverse("gaps:detail", args=[gap.pk])
    html = alice_client.get(page).content.decode()
    assert html.count("Merge overlapping calendar bookings, ") == 1
    close = reverse("gaps:close", args=[gap.pk])
    alice_client.post(close, {"close-closed_by_attempt": attempt.pk})
    gap.refresh_from_db()
    assert (gap.closed_on, gap.closing_attempts.get()) == (date(2026, 11, 20), attempt)
    assert "Solved again on 20 November, well, and it closed this gap." in (
        alice_client.get(page).content.decode()
    )
    alice_client.post(reverse("gaps:reopen", args=[gap.pk]))
    assert not gap.closing_attempts.exists()


def test_no_strangers_attempt_closes_it(alice_client, bob, gap):
    problem = make_problem(bob)
    attempt = make_attempt(problem, grade=Attempt.Grade.WELL)
    form = {"close-closed_by_attempt": attempt.pk}
    alice_client.post(reverse("gaps:close", args=[gap.pk]), form)
    attempt.refresh_from_db()
    assert attempt.closes_gap is None
