"""Undo is identity: what is taken back leaves every column of every row as it was."""

from datetime import date
from random import Random
from types import SimpleNamespace

import pytest
import time_machine
from django.urls import reverse

from accounts.models import User
from journal.models import Action, Attempt, Employer, Gap, Interview, Problem, Rejection, Undo
from journal.ownership.hanging import owned_models
from journal.ownership.purge import purge_expired
from journal.ownership.trash import CannotComeBack, move_to_trash, restore
from tests import sweep
from tests.factories import (
    make_attempt,
    make_evidence,
    make_feedback,
    make_gap,
    make_interview,
    make_problem,
    make_rejection,
    make_request,
)
from tests.trash.everything import but_for_the_clock, everything, write_everything

TODAY = {"outcome_on": date(2026, 11, 20)}
# Each act, what is sent along, and the act that takes it back. A row is an attribute of `Cast`.
PAIRS = [
    (
        "practice:grade",
        "attempt",
        {"grade": 1, "next_time": "Sort", "minutes": 9},
        "practice:ungrade",
    ),
    ("practice:pause", "problem", {}, "practice:resume"),
    ("practice:retire", "problem", {}, "practice:resume"),
    ("practice:resume", "retired", {}, "practice:retire"),
    ("practice:resume", "paused", {}, "practice:pause"),
    ("practice:schedule", "unscheduled", {}, "practice:unschedule"),
    ("practice:unschedule", "problem", {}, "practice:schedule"),
    ("gaps:close", "gap", {"close-closed_on": ""}, "gaps:reopen"),
    ("gaps:action_toggle", "action", {}, "gaps:action_toggle"),
    ("gaps:action_toggle", "done", {}, "gaps:action_toggle"),
    ("path:aside", "rejection", {}, "path:aside"),
    ("path:keep", "rejection", {}, "path:take_up"),
    ("path:keep", "rejection", {}, "path:undo_keep"),
    ("path:keep", "closed", {}, "path:undo_keep"),
    ("path:take_up", "kept", {}, "path:keep"),
    ("closing:close", "rejection", {}, "closing:reopen"),
    ("closing:reopen", "closed", {}, "closing:close"),
    ("interviews:withdrew", "interview", TODAY, "interviews:reopen"),
    ("interviews:declined", "offered", TODAY, "interviews:reopen"),
    ("interviews:offered", "interview", TODAY, "interviews:reopen"),
    ("interviews:accepted", "offered", TODAY, "interviews:reopen"),
    ("interviews:over", "interview", TODAY, "interviews:reopen"),
    ("feedback:refused", "asked", {}, "feedback:again"),
    ("feedback:no_answer", "asked", {}, "feedback:again"),
    ("reminders:start_calendar", "", {}, "reminders:end_calendar"),
]
# What goes to the trash comes back as it was, what is merged or filed is taken back: tests/trash,
# and below.
TESTED_APART = """
    employers:delete interviews:delete interviews:delete_round interviews:delete_contact
    rejections:delete feedback:delete feedback:drop feedback:drop_wording
    gaps:merge gaps:remove gaps:action_remove gaps:mark gaps:unmark gaps:remark
    practice:delete practice:discard practice:drop_drawing
    rejections:file_earlier rejections:undo_earlier
    judging:priority_remove trash:put_back trash:put_all_back trash:page trash:detail
"""
# It only shows, or writes what is taken back by writing anew, or cannot be taken back.
HAS_NONE = """
    feedback:take_back feedback:nudged today:rest
    account_change_password account_confirm_email account_confirm_login_code account_email
    account_email_verification_sent account_inactive account_login account_logout
    account_reauthenticate account_reset_password account_reset_password_done
    account_reset_password_from_key account_reset_password_from_key_done account_set_password
    account_signup accounts:settings accounts:sign_out accounts:welcome closing:closed
    closing:page copying:entry copying:entry_file copying:gap copying:gap_file copying:letter
    copying:letter_file employers:detail employers:edit employers:list feedback:add feedback:ask
    feedback:asked feedback:call feedback:draft feedback:edit feedback:eml feedback:follow_up
    feedback:follow_up_eml feedback:letter feedback:nobody feedback:own_reading feedback:post
    feedback:speak feedback:usefulness feedback:wording gaps:act gaps:detail gaps:learn
    gaps:list gaps:new gaps:rename interviews:add_contact interviews:add_round
    interviews:debrief interviews:detail interviews:edit interviews:edit_contact
    interviews:edit_round interviews:list interviews:new interviews:questions judging:page
    judging:priorities judging:priority_edit judging:wanted look manifest mfa_activate_totp
    mfa_authenticate mfa_deactivate_totp mfa_download_recovery_codes mfa_generate_recovery_codes
    mfa_index mfa_reauthenticate mfa_view_recovery_codes offline path:looked_back path:page
    path:written perspective:page practice:anew practice:compare practice:done practice:draw
    practice:drawing practice:edit practice:elsewhere practice:finish practice:kind
    practice:look practice:new practice:new_for practice:pace practice:page practice:postpone
    practice:problem practice:questions practice:session practice:snooze practice:solve
    practice:step rejections:earlier rejections:edit rejections:new rejections:new_from
    rejections:read_mail reminders:calendar_file reminders:end_quiet reminders:feed
    reminders:keep_quiet reminders:page reminders:send_trial reminders:stop
    reminders:try_address_again search:find search:page today:page today:week trash:delete
    trash:empty trash:merge trash:rename usersessions_list versions:bring_back versions:page
    worker writing:preview
"""


@pytest.fixture(autouse=True)
def at_noon():
    with time_machine.travel("2026-11-26 12:00 +0000", tick=False):
        yield


@pytest.fixture
def cast(alice):
    """A row of each kind that can be acted upon, in each state from which an act starts."""
    on = date(2026, 11, 20)
    rejection = make_rejection(alice)
    done = Interview.Outcome
    interview = make_interview(alice, role="Open")
    offered = make_interview(alice, role="Offered", outcome=done.OFFER, outcome_on=on)
    of_old = make_interview(alice, role="Kept", outcome=done.REJECTED, outcome_on=on)
    kept = Rejection.objects.create(owner=alice, interview=of_old, kept=True, closed_on=on)
    closed = make_rejection(alice, make_interview(alice, role="Closed"), closed_on=on)
    problem = make_problem(alice, rejection.interview, due=on, minutes=40)
    for number in range(3):  # so many are due that one waits, and is moved when another is graded
        make_problem(alice, rejection.interview, f"Waits {number}", due=on, minutes=40)
    gap = make_gap(alice)
    request = make_request(rejection.interview, state="asked", asked_on=on, nudge_on=on)
    return SimpleNamespace(
        person=alice,
        rejection=rejection,
        kept=kept,
        closed=closed,
        interview=interview,
        offered=offered,
        problem=problem,
        unscheduled=make_problem(alice, None, "Unscheduled"),
        paused=make_problem(alice, None, "Paused", paused=True, due=on),
        retired=make_problem(alice, None, "Retired", retired_on=on),
        attempt=make_attempt(problem, seconds=300),
        gap=gap,
        action=Action.objects.create(owner=alice, gap=gap, text="Read"),
        done=Action.objects.create(owner=alice, gap=gap, text="Read", done_on=on),
        asked=request,
    )


def snapshot(person) -> dict:
    tables = but_for_the_clock(everything())
    return tables | {"User": list(User.objects.filter(pk=person.pk).values())}


def at(name: str, row) -> str:
    more = {"step": "learn"} if name == "path:aside" else {}
    return reverse(name, kwargs={"pk": row.pk, **more} if row else more)


@pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: f"{pair[0]} of {pair[1]}")
def test_an_act_that_is_taken_back_leaves_no_trace(alice_client, cast, pair):
    act, row, sent, back = pair
    row = getattr(cast, row) if row else None
    before = snapshot(cast.person)
    assert alice_client.post(at(act, row), sent).status_code == 302
    assert snapshot(cast.person) != before, "it did nothing"
    alice_client.post(at(back, row), {} if back != "closing:close" else {"take": ""})
    assert snapshot(cast.person) == before


def test_every_act_is_here_with_the_one_that_takes_it_back_or_named_as_having_none():
    """A new address is in the sweep, or says here why it is not."""
    listed = {name for act, _, _, back in PAIRS for name in (act, back)}
    listed |= {"path:break", "path:end_break"} | {*TESTED_APART.split(), *HAS_NONE.split()}
    assert sweep.every_name() ^ listed == set()


@pytest.fixture
def solved(alice):
    """Solved three times, with the day that spreading and a wish gave it, and others beside it."""
    problem = make_problem(alice, make_rejection(alice).interview)
    for grade in (3, 1, 3):
        make_attempt(problem, grade=grade)
    problem.reschedule()
    problem.store(due=date(2026, 12, 24))
    return problem


def test_the_only_attempt_put_back_gives_its_problem_the_day_it_had(alice):
    problem = make_problem(alice, make_rejection(alice).interview)
    attempt = make_attempt(problem, grade=3)
    problem.reschedule()
    problem.store(due=date(2026, 12, 24))
    before = snapshot(alice)
    batch = move_to_trash(attempt)
    problem.refresh_from_db()
    assert (problem.due, problem.solved_on) == (date(2026, 11, 26), None), "it stays in practice"
    restore(alice, batch)
    assert snapshot(alice) == before


@pytest.mark.parametrize("first", [0, 1, 2])
@pytest.mark.parametrize("others", [True, False])
def test_attempts_come_back_in_any_order(alice, solved, first, others):
    before = snapshot(alice)
    attempts = list(solved.attempts.order_by("pk"))
    batches = [move_to_trash(each) for each in attempts]
    order = [batches.pop(first), *(batches if others else reversed(batches))]
    for batch in order:
        restore(alice, batch)
    assert snapshot(alice) == before


def test_a_day_that_was_chosen_meanwhile_stays(alice, solved):
    batch = move_to_trash(solved.attempts.last())
    solved.refresh_from_db()
    solved.snooze(date(2027, 1, 8))
    chosen = solved.due
    restore(alice, batch)
    solved.refresh_from_db()
    assert solved.due == chosen
    assert solved.attempts.count() == 3


def test_graded_and_deleted_the_problem_is_as_it_was_and_so_again(alice, alice_client, cast):
    before = Problem.objects.filter(pk=cast.problem.pk).values().get()
    alice_client.post(at("practice:grade", cast.attempt), {"grade": 4})
    graded = snapshot(alice)
    batch = move_to_trash(Attempt.objects.get(pk=cast.attempt.pk))
    now = Problem.objects.filter(pk=cast.problem.pk).values().get()
    assert {**now, "changed_at": 0} == {**before, "changed_at": 0}
    restore(alice, batch)
    assert snapshot(alice) == graded


def test_what_was_said_is_offered_again_when_a_grade_is_taken_back(alice_client, cast):
    sent = {"grade": 1, "next_time": "Sort first", "minutes": 9}
    alice_client.post(at("practice:grade", cast.attempt), sent)
    page = alice_client.post(at("practice:ungrade", cast.attempt), follow=True)
    assert "Sort first" in page.text
    with time_machine.travel("2026-11-28 12:00 +0000", tick=False):
        alice_client.post(at("practice:grade", cast.attempt), sent)
    assert Attempt.objects.get(pk=cast.attempt.pk).solved_on == date(2026, 11, 26)


def test_ticked_off_again_on_another_day_it_was_done_that_day(alice_client, cast):
    alice_client.post(at("gaps:action_toggle", cast.done))
    with time_machine.travel("2026-11-28 12:00 +0000", tick=False):
        alice_client.post(at("gaps:action_toggle", cast.done))
    cast.done.refresh_from_db()
    assert cast.done.done_on == date(2026, 11, 28)


def test_two_that_were_merged_are_two_again(alice, alice_client, cast):
    feedback = make_feedback(cast.interview)
    other = make_gap(alice, "Regions")
    make_evidence(feedback, "clean code", cast.gap)
    cast.problem.gaps.add(cast.gap)
    before = snapshot(alice)
    alice_client.post(at("gaps:merge", cast.gap), {"merge-into": other.pk})
    batch = Gap.with_trash.get(pk=cast.gap.pk).trash_id
    alice_client.post(reverse("trash:put_back", args=[batch]))
    assert snapshot(alice) == before


@pytest.mark.parametrize("many", [12, pytest.param(150, marks=pytest.mark.slow)])
def test_whatever_is_deleted_and_put_back_in_whatever_order(alice, many):
    """Rows of every kind, across parents and within each other, until all are back."""
    write_everything(alice)
    before = snapshot(alice)
    chance = Random(many)
    for _ in range(many):
        rows = [
            row
            for model in chance.sample(owned_models(), 4)
            if (row := model.objects.filter(owner=alice).order_by("?").first())
        ]
        batches = [move_to_trash(row) for row in rows if type(row).objects.filter(pk=row.pk)]
        chance.shuffle(batches)
        while batches:
            batches = [batch for batch in batches if not came_back(alice, batch)]
    assert snapshot(alice) == before


def came_back(person, batch) -> bool:
    try:
        return restore(person, batch) is not None
    except CannotComeBack:
        return False


def test_what_can_be_taken_back_is_forgotten_in_its_time(alice, alice_client, cast):
    alice_client.post(at("practice:pause", cast.problem))
    assert Undo.objects.exists()
    with time_machine.travel("2027-02-01 12:00 +0000", tick=False):
        purge_expired()
    assert not Undo.objects.exists()


def test_just_keep_it_says_what_happened_and_offers_the_way_back(alice_client, cast):
    page = alice_client.post(at("path:keep", cast.rejection), follow=True).text
    assert "It is filed under Moved on, without steps or reminders." in page
    assert f'action="{at("path:undo_keep", cast.rejection)}"' in page
    alice_client.post(at("path:undo_keep", cast.rejection))
    cast.rejection.refresh_from_db()
    assert cast.rejection.is_open


LINES = "Copperline, SRE, March 2025\nQuillpost\nCopperline, SRE, March 2025"


def file_earlier(client, lines=LINES):
    """As a person does: look at them, then press the button below them."""
    page = client.post(reverse("rejections:earlier"), {"lines": lines})
    sent = {"lines": lines, "token": page.context["token"]}
    return page, sent, client.post(reverse("rejections:file_earlier"), sent, follow=True)


def test_earlier_ones_are_shown_then_filed_once_then_taken_out_at_once(alice, alice_client, cast):
    before = snapshot(alice)
    page, sent, filed = file_earlier(alice_client)
    assert "SRE · They said no, March 2025" in page.text
    assert "no day known" in page.text
    assert "written down already, so not again" in page.text
    assert "Two rejections filed under Moved on." in filed.text
    alice_client.post(reverse("rejections:file_earlier"), sent)
    assert alice.rejections.filter(interview__employer__name="Quillpost").count() == 1
    (undo,) = Undo.objects.filter(act="earlier")
    address = reverse("rejections:undo_earlier", args=[undo.pk])
    assert f'action="{address}"' in filed.text
    alice_client.post(address)
    assert snapshot(alice) == before


def test_nothing_is_stored_by_looking(alice, alice_client):
    before = snapshot(alice)
    alice_client.post(reverse("rejections:earlier"), {"lines": LINES})
    assert snapshot(alice) == before


def test_what_was_written_on_meanwhile_is_not_lost_with_them(alice, alice_client):
    file_earlier(alice_client)
    interview = alice.interviews.get(employer__name="Quillpost")
    make_feedback(interview)
    Employer.objects.filter(name="Copperline").update(note="Kind")
    alice_client.post(reverse("rejections:undo_earlier", args=[Undo.objects.get().pk]))
    assert not alice.interviews.exists()
    assert set(alice.employers.values_list("name", flat=True)) == {"Copperline", "Quillpost"}
    restore(alice, Interview.with_trash.get().trash_id)
    assert alice.feedback.get().interview == interview


def test_a_break_ended_on_its_day_was_none(alice, alice_client):
    rejection = make_rejection(alice)
    for day, minutes in ((26, 40), (27, 40), (27, 5)):
        make_problem(alice, rejection.interview, due=date(2026, 11, day), minutes=minutes)
    before = snapshot(alice)
    for until in ("2026-12-05", "2026-12-24"):
        alice_client.post(reverse("path:break"), {"until": until})
    assert snapshot(alice) != before
    alice_client.post(reverse("path:end_break"))
    assert snapshot(alice) == before
