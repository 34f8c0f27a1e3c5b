"""Whatever is deleted shows nowhere, and comes back as it was."""

from itertools import product

import pytest
from django.db import connection
from django.db.models import Value
from django.test.utils import CaptureQueriesContext

from journal.models import (
    Contact,
    Evidence,
    Feedback,
    FeedbackRequest,
    Gap,
    Holding,
    Interview,
    Priority,
    Problem,
    Round,
    Untied,
    Verdict,
)
from journal.ownership.hanging import firm_keys, loose_keys, owned_models, tree
from journal.ownership.trash import move_to_trash, restore
from tests.factories import (
    make_attempt,
    make_contact,
    make_evidence,
    make_feedback,
    make_gap,
    make_interview,
    make_problem,
    make_request,
    make_round,
)
from tests.trash.everything import alive, but_for_the_clock, everything, write_everything

KINDS = owned_models()


@pytest.fixture
def full(alice, bob):
    write_everything(alice)
    make_evidence(make_feedback(make_interview(bob)), "clean code", make_gap(bob))
    return alice


def leaks() -> list:
    """Keys of what is alive that lead to something in the trash."""
    into_the_trash = [
        model.objects.filter(**{f"{key.name}__trash_id__isnull": False})
        .order_by()
        .annotate(a_kind=Value(model.__name__), its_key=Value(key.name))
        .values_list("a_kind", "its_key", "pk")
        for model in KINDS
        for key in firm_keys(model) + loose_keys(model)
    ]
    return list(into_the_trash[0].union(*into_the_trash[1:]))


def test_the_fixture_has_every_kind_and_every_key(full):
    for model in KINDS:
        assert model.objects.filter(owner=full).exists(), model
        for key in firm_keys(model) + loose_keys(model):
            assert model.objects.filter(**{f"{key.name}__isnull": False}).exists(), key


def test_each_row_goes_with_all_of_it_and_comes_back_as_it_was(full):
    """Put back, not a column of any table differs."""
    before, here = but_for_the_clock(everything()), alive()
    for model in KINDS:
        for row in model.objects.filter(owner=full).order_by("pk"):
            batch = move_to_trash(row)
            assert row.pk not in alive()[model.__name__]
            assert leaks() == []
            restore(full, batch)
            assert alive() == here
        assert but_for_the_clock(everything()) == before, model
    assert not Untied.with_trash.exists()


@pytest.mark.once
def test_two_that_overlap_come_back_the_last_one_first(full):
    before = but_for_the_clock(everything())
    for first, second in product(KINDS, KINDS):
        if not set(tree(first)) & set(tree(second)):
            continue
        rows = (model.objects.filter(owner=full).order_by("-pk") for model in (first, second))
        batches = [move_to_trash(found[0]) for found in rows if found]
        assert leaks() == []
        for batch in reversed(batches):
            restore(full, batch)
    assert but_for_the_clock(everything()) == before


def test_what_hangs_off_two_things_waits_for_both(alice):
    """In the other order: what was deleted first comes back first."""
    gap, feedback = make_gap(alice), make_feedback(make_interview(alice))
    make_evidence(feedback, "clean code", gap)
    with_gap, with_feedback = move_to_trash(gap), move_to_trash(feedback)
    restore(alice, with_gap)
    assert Gap.objects.get().evidence.count() == 0
    restore(alice, with_feedback)
    assert Gap.objects.get().evidence.get() == Feedback.objects.get().evidence.get()


def test_an_answer_waits_for_its_verdict(alice):
    interview, wish = make_interview(alice), Priority.objects.create(owner=alice, name="Remote")
    verdict = Verdict.objects.create(owner=alice, interview=interview)
    Holding.objects.create(owner=alice, verdict=verdict, priority=wish, answer="yes")
    batches = [move_to_trash(wish), move_to_trash(interview)]
    restore(alice, batches[0])
    assert not Holding.objects.exists()
    restore(alice, batches[1])
    assert Holding.objects.get().priority == wish


def test_what_let_go_points_at_it_again(alice):
    interview = make_interview(alice)
    round_ = make_round(interview)
    contact = make_contact(interview, round=round_)
    problem = make_problem(alice, interview, round=round_)
    feedback = make_feedback(interview, round=round_, contact=contact)
    gap = make_gap(alice)
    gap.close(alice.today(), by=round_)
    batch = move_to_trash(round_)
    for row in (contact, problem, feedback):
        row.refresh_from_db()
        assert row.round is None
    restore(alice, batch)
    for row in (contact, problem, feedback):
        row.refresh_from_db()
        assert row.round == round_
    gap.refresh_from_db()
    assert gap.closed_by_round == round_


def test_but_not_where_it_points_elsewhere_by_now(alice):
    interview = make_interview(alice)
    request = make_request(interview, contact=make_contact(interview, "Maria"))
    batch = move_to_trash(request.contact)
    other = make_contact(interview, "Ines")
    FeedbackRequest.objects.update(contact=other)
    restore(alice, batch)
    request.refresh_from_db()
    assert request.contact == other


def test_nor_is_a_gap_closed_by_a_round_when_it_is_open_again(alice):
    round_ = make_round(make_interview(alice))
    gap = make_gap(alice)
    gap.close(alice.today(), by=round_)
    batch = move_to_trash(round_)
    gap.reopen()
    restore(alice, batch)
    gap.refresh_from_db()
    assert gap.closed_by_round is None


def test_nor_where_the_one_that_pointed_is_gone(alice):
    interview = make_interview(alice)
    problem = make_problem(alice, interview, round=make_round(interview))
    batch = move_to_trash(problem.round)
    problem.delete()
    assert restore(alice, batch) == Round.objects.get()
    assert not Untied.with_trash.exists()


def test_what_lies_in_the_trash_lets_go_as_well(alice):
    interview = make_interview(alice)
    feedback = make_feedback(interview, contact=make_contact(interview))
    batches = [move_to_trash(feedback), move_to_trash(feedback.contact)]
    restore(alice, batches[0])
    assert Feedback.objects.get().contact is None
    restore(alice, batches[1])
    assert Feedback.objects.get().contact == Contact.objects.get()


def test_a_gap_in_the_trash_shows_at_no_problem_and_comes_back_joined(alice, alice_client):
    gap, problem = make_gap(alice), make_problem(alice)
    problem.gaps.add(gap)
    make_attempt(problem, grade=3, closes_gap=gap)
    make_evidence(make_feedback(make_interview(alice)), "clean code", gap)
    batch = move_to_trash(gap)
    assert not problem.gaps.exists()
    assert not problem.quotes().exists()
    assert not Problem.objects.prefetch_related("gaps").get().gaps.all()
    for address in (f"/practice/{problem.pk}/", f"/practice/{problem.pk}/edit/", "/practice/"):
        assert gap.name not in alice_client.get(address).text
    alice_client.post(f"/practice/{problem.pk}/edit/", {"title": "T", "kind": "coding"})
    restore(alice, batch)
    assert problem.gaps.get() == gap
    assert problem.attempts.get().closes_gap == gap
    assert problem.quotes().exists()


def test_deleted_twice_in_the_same_moment_it_is_one_batch(alice):
    interview = make_interview(alice)
    make_round(interview)
    same = Interview.objects.get()
    assert move_to_trash(interview) == move_to_trash(same)
    restore(alice, Interview.with_trash.get().trash_id)
    assert Round.objects.exists()


def test_the_number_of_queries_does_not_grow(alice):
    counts = []
    for many in (3, 12):
        interview = make_interview(alice)
        round_ = make_round(interview)
        for _ in range(many):
            feedback = make_feedback(interview, round=round_)
            make_evidence(feedback, "clean code", aside=Evidence.Aside.DISAGREE)
            make_problem(alice, interview, round=round_)
        with CaptureQueriesContext(connection) as asked:
            move_to_trash(interview)
        counts.append(len(asked))
        with CaptureQueriesContext(connection) as asked:
            restore(alice, Interview.with_trash.get(pk=interview.pk).trash_id)
        counts.append(len(asked))
    assert counts[:2] == counts[2:]
