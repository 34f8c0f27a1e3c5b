import re
from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from journal.models import Action, Attempt, Evidence, Feedback, Gap, Round
from journal.ownership.trash import move_to_trash
from tests.factories import (
    make_attempt,
    make_evidence,
    make_feedback,
    make_gap,
    make_problem,
    make_rejection,
    make_round,
)
from tests.gaps.material import CLEAN, DRAWING, PROMPT

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def november():
    with time_machine.travel("2026-11-22 12:00Z", tick=False):
        yield


@pytest.fixture
def gap(alice):
    return make_gap(alice)


def act(gap, text="Read about conflict-free counters", **fields):
    return Action.objects.create(owner=gap.owner, gap=gap, text=text, **fields)


def url(name, row):
    return reverse(f"gaps:{name}", args=[row.pk])


def show(client, gap):
    return client.get(url("detail", gap)).content.decode()


def test_an_empty_list_says_what_will_be_there(alice_client):
    html = alice_client.get(reverse("gaps:list")).content.decode()
    assert "Nothing is marked yet" in html
    assert reverse("gaps:new") in html


def test_the_list_has_what_was_told_before_guesses(alice_client, alice, feedback):
    guess = make_gap(alice, "Speak slower")
    told = make_gap(alice, "Clarify before drawing", kind=Gap.Kind.COMMUNICATION)
    strength = make_gap(alice, "Clean code, tested", is_strength=True)
    closed = make_gap(alice, "Two pointers", closed_on=date(2026, 10, 3))
    make_evidence(feedback, DRAWING, told)
    make_evidence(feedback, CLEAN, strength)
    act(told, "Write down five questions first", by=date(2026, 12, 3))
    act(told, "An older one, done", done_on=TODAY)
    html = alice_client.get(reverse("gaps:list")).content.decode()
    order = [html.index(row.name) for row in (told, guess, closed, strength)]
    assert order == sorted(order)
    assert "Told once, by Fernwood Robotics in November · communication" in html
    assert "My guess, nobody has said it yet" in html
    assert f"“{DRAWING}”" in html
    assert f"“{CLEAN}”" in html
    assert "Next: Write down five questions first, by 3 December" in html
    assert "closed on 3 October" in html


def test_a_gap_gathers_its_quotes_across_rejections(alice_client, gap, feedback, elsewhere):
    earlier = elsewhere("Tidewater Labs", date(2026, 8, 3))
    theirs = make_feedback(
        earlier.interview, "No answer for two regions.", received_on=date(2026, 8, 4)
    )
    rows = [
        make_evidence(feedback, PROMPT, gap),
        make_evidence(theirs, "No answer for two regions.", gap),
    ]
    html = show(alice_client, gap)
    assert html.index(PROMPT) < html.index("No answer for two regions.")
    for row, rejection in zip(rows, (feedback.interview.rejections.get(), earlier), strict=True):
        assert f"{url('learn', rejection)}#mark-{row.pk}" in html
    assert "Tidewater Labs" in html
    assert "4 August" in html
    assert "Told twice, last by Fernwood Robotics in November" in html


def test_feedback_with_no_rejection_leads_to_its_interview(alice_client, gap, feedback):
    make_evidence(feedback, PROMPT, gap)
    feedback.interview.rejections.all().delete()
    assert reverse("interviews:detail", args=[feedback.interview_id]) in show(alice_client, gap)


def test_the_problems_that_touch_it_stand_on_its_page(alice_client, alice, gap, rejection):
    problem = make_problem(alice, rejection.interview, due=date(2026, 11, 30))
    problem.gaps.add(gap)
    other = make_problem(alice, title="An LRU cache")
    Attempt.objects.create(
        owner=alice, problem=other, text="x", grade=3, solved_on=TODAY, closes_gap=gap
    )
    html = show(alice_client, gap)
    assert reverse("practice:problem", args=[problem.pk]) in html
    assert "comes back on 30 November" in html
    assert "Solved again on 22 November, well." in html
    gap.close(TODAY)
    assert "Solved again on 22 November, well, and it closed this gap." in show(alice_client, gap)


def test_an_action_is_added_done_not_done_and_removed(alice_client, gap):
    form = {"act-text": "Read about conflict-free counters", "act-by": "2026-12-01"}
    assert alice_client.post(url("act", gap), form).status_code == 302
    action = gap.actions.get()
    assert "By 1 December" in show(alice_client, gap)
    alice_client.post(url("action_toggle", action))
    assert gap.actions.get().done_on == TODAY
    assert "Done on 22 November" in show(alice_client, gap)
    alice_client.post(url("action_toggle", action))
    assert gap.actions.get().done_on is None
    alice_client.post(url("action_remove", action))
    assert not gap.actions.exists()
    assert Action.with_trash.get().trash_id


def test_the_buttons_of_an_action_are_let_in(alice, gap):
    client, action = Client(enforce_csrf_checks=True), act(gap)
    client.force_login(alice)
    html = show(client, gap)
    for name in ("action_toggle", "action_remove"):
        form = re.search(
            rf'action="{url(name, action)}">.*?name="csrfmiddlewaretoken" [^>]*>', html
        )
        token = re.search(r'value="(\w*)"', form[0])[1]
        answer = client.post(url(name, action), {"csrfmiddlewaretoken": token})
        assert answer.status_code == 302
    assert Action.with_trash.get().done_on == TODAY


def test_it_is_open_practised_or_closed(alice_client, alice, gap):
    assert "technical · open</p>" in show(alice_client, gap)
    todo = act(gap)
    assert "technical · practising</p>" in show(alice_client, gap)
    todo.toggle(TODAY)
    problem = make_problem(alice, due=date(2026, 11, 25))
    gap.problems.add(problem)
    assert "technical · practising</p>" in show(alice_client, gap)
    move_to_trash(problem)
    assert "technical · open</p>" in show(alice_client, gap)
    gap.close(TODAY)
    assert "technical · closed</p>" in show(alice_client, gap)


def test_a_scheduled_problem_is_what_comes_next(alice_client, alice, gap):
    page = reverse("gaps:list")
    assert "Choose what to practise" in alice_client.get(page).content.decode()
    gap.problems.add(make_problem(alice, due=TODAY, paused=True))
    gap.problems.add(make_problem(alice, due=TODAY, retired_on=TODAY))
    assert "Choose what to practise" in alice_client.get(page).content.decode()
    for title, due in (("Later", date(2026, 12, 9)), ("A rate limiter", date(2026, 11, 25))):
        gap.problems.add(make_problem(alice, title=title, due=due))
    first = alice.problems.get(title="A rate limiter")
    html = alice_client.get(page).content.decode()
    assert "Choose what to practise" not in html
    link = reverse("practice:problem", args=[first.pk])
    assert f'Next: <a href="{link}">A rate limiter</a>, due on 25 November' in html
    act(gap, "Read about counters")
    assert "Next: Read about counters" in alice_client.get(page).content.decode()


def test_an_action_is_for_today_or_a_day_to_come(alice_client, gap):
    for day, status in (("2020-01-01", 422), ("2026-11-21", 422), ("2026-11-22", 302)):
        answer = alice_client.post(url("act", gap), {"act-text": "Read", "act-by": day})
        assert answer.status_code == status
    assert gap.actions.get().by == TODAY
    html = alice_client.post(url("act", gap), {"act-text": "Read", "act-by": "2020-01-01"})
    assert "Choose today, or a day to come." in html.content.decode()


def test_an_action_sent_twice_is_written_once(alice_client, gap):
    form = {"act-text": "Read", "act-token": "12345678-1234-4234-8234-567812345678"}
    for _ in range(2):
        assert alice_client.post(url("act", gap), form).status_code == 302
    assert gap.actions.count() == 1


def test_an_action_without_words_is_refused_and_its_day_kept(alice_client, gap):
    response = alice_client.post(url("act", gap), {"act-text": " ", "act-by": "2026-12-01"})
    assert response.status_code == 422
    assert 'value="2026-12-01"' in response.content.decode()
    assert not gap.actions.exists()


def test_it_is_closed_by_a_round_that_went_well(alice_client, gap, elsewhere):
    later = elsewhere("Globex", date(2026, 11, 20)).interview
    day = date(2026, 11, 18)
    round_ = make_round(later, Round.Kind.SYSTEM_DESIGN, on=day, rating_before=4)
    response = alice_client.post(url("close", gap), {"close-closed_by_round": round_.pk})
    assert response.status_code == 302
    gap.refresh_from_db()
    assert (gap.closed_on, gap.closed_by_round) == (round_.on, round_)
    html = show(alice_client, gap)
    assert "Closed on 18 November, by a round that went well" in html
    assert "Globex, system design" in html
    alice_client.post(url("reopen", gap))
    gap.refresh_from_db()
    assert (gap.closed_on, gap.closed_by_round) == (None, None)


def offered(client, gap, field="closed_by_round"):
    form = client.get(url("detail", gap)).context["close"]
    return [key for key, _ in form.fields[field].choices if key] if field in form.fields else []


def test_what_closes_it_came_after_it_was_last_said(alice_client, alice, gap, feedback, elsewhere):
    make_evidence(feedback, PROMPT, gap)  # of 19 November
    make_round(feedback.interview, on=date(2026, 11, 16), rating_before=5)  # where it showed
    later = elsewhere("Globex", date(2026, 11, 21)).interview
    make_round(later, on=date(2026, 11, 19), rating_before=5)
    make_round(later, rating_before=5)  # no day said
    make_round(later, on=date(2026, 11, 23), rating_before=5)  # yet to come
    showed = make_round(later, on=date(2026, 11, 20), rating_before=4)
    problem = make_problem(alice, feedback.interview)
    problem.gaps.add(gap)
    make_attempt(problem, grade=3, solved_on=date(2026, 11, 18))
    solved = make_attempt(problem, grade=3, solved_on=date(2026, 11, 21))
    assert [each.value for each in offered(alice_client, gap)] == [showed.pk]
    assert offered(alice_client, gap, "closed_by_attempt") == [str(solved.pk)]
    alice_client.post(url("close", gap), {"close-closed_by_round": showed.pk})
    assert alice.gaps.closed().get() == gap


def test_what_closes_it_went_well_as_i_see_it_last(alice_client, gap, elsewhere):
    interview = elsewhere("Globex", date(2026, 11, 20)).interview
    ratings = [{}, {"rating_before": 3}, {"rating_before": 5, "rating_told": 2}]
    ratings += [{"rating_after": 4}, {"rating_before": 1, "rating_told": 4}]
    rounds = [make_round(interview, on=date(2026, 11, 18), **each) for each in ratings]
    well = [each.value for each in offered(alice_client, gap)]
    assert sorted(well) == [rounds[-2].pk, rounds[-1].pk]


def test_the_round_it_was_seen_in_does_not_close_it(alice_client, gap, feedback):
    make_evidence(feedback, PROMPT, gap)
    round_ = make_round(feedback.interview, on=date(2026, 11, 16), rating_before=5)
    answer = alice_client.post(url("close", gap), {"close-closed_by_round": round_.pk})
    assert answer.status_code == 422
    assert "Choose a round that came after it was last said" in answer.content.decode()
    gap.refresh_from_db()
    assert gap.closed_on is None


def test_it_is_not_closed_before_it_was_last_said(alice_client, alice, gap, feedback):
    make_evidence(feedback, PROMPT, gap)
    answer = alice_client.post(url("close", gap), {"close-closed_on": "2026-11-18"})
    assert answer.status_code == 422
    assert "It was last said on 19 November. Choose that day, or a later one." in (
        answer.content.decode()
    )
    alice_client.post(url("close", gap), {"close-closed_on": "2026-11-19"})
    assert alice.gaps.closed().get() == gap


def test_it_is_closed_by_a_day_of_my_own_or_today(alice_client, gap):
    alice_client.post(url("close", gap), {"close-closed_on": "2026-11-02"})
    gap.refresh_from_db()
    assert gap.closed_on == date(2026, 11, 2)
    alice_client.post(url("close", gap), {})
    gap.refresh_from_db()
    assert gap.closed_on == TODAY


def test_it_is_not_closed_in_the_future_nor_by_a_strangers_round(alice_client, bob, gap):
    theirs = make_round(make_rejection(bob).interview, on=date(2026, 11, 1))
    for form in ({"close-closed_on": "2026-11-23"}, {"close-closed_by_round": theirs.pk}):
        response = alice_client.post(url("close", gap), form)
        assert response.status_code == 422
        assert "Close it" in response.content.decode()
        gap.refresh_from_db()
        assert gap.closed_on is None


def test_a_strength_is_not_closed(alice_client, alice):
    strength = make_gap(alice, "Clean code, tested", is_strength=True)
    assert alice_client.post(url("close", strength), {}).status_code == 404
    html = show(alice_client, strength)
    assert "Close this gap" not in html
    assert "What to keep doing" in html


def test_what_comes_back_after_it_was_closed_says_so(alice_client, alice, gap, feedback):
    gap.close(date(2026, 11, 1))
    assert not alice.gaps.open().exists()
    assert alice.gaps.closed().get() == gap
    make_evidence(feedback, PROMPT, gap)
    assert alice.gaps.open().get() == gap
    assert not alice.gaps.closed().exists()
    for html in (show(alice_client, gap), alice_client.get(reverse("gaps:list")).content.decode()):
        assert "It came back after it was closed on 1 November" in html
    alice_client.post(url("close", gap), {})
    assert alice.gaps.closed().get() == gap


def test_it_is_renamed(alice_client, gap):
    form = {"rename-name": " Consistency,  several regions ", "rename-kind": "seniority"}
    assert alice_client.post(url("rename", gap), form).status_code == 302
    gap.refresh_from_db()
    assert (gap.name, gap.kind) == ("Consistency, several regions", "seniority")


def test_a_name_that_is_taken_is_said_in_a_sentence(alice_client, alice, gap):
    make_gap(alice, "Clarify before drawing")
    form = {"rename-name": "CLARIFY before drawing", "rename-kind": "technical"}
    response = alice_client.post(url("rename", gap), form)
    html = response.content.decode()
    assert response.status_code == 422
    assert "You already have one of this name." in html
    assert 'value="CLARIFY before drawing"' in html
    assert "<h1>Consistency across regions</h1>" in html
    strength = make_gap(alice, "Something else", is_strength=True)
    assert alice_client.post(url("rename", strength), form).status_code == 302


def test_where_a_name_is_taken_it_suggests_to_make_them_one(alice_client, alice, gap):
    other = make_gap(alice, "Clarify before drawing")
    form = {"rename-name": "clarify before  drawing", "rename-kind": "technical"}
    html = alice_client.post(url("rename", gap), form).content.decode()
    assert "Are they the same? “Clarify before drawing” then has what gathered here." in html
    assert f'<input type="hidden" name="merge-into" value="{other.pk}">' in html
    refused = alice_client.post(url("rename", gap), form | {"rename-name": ""})
    assert "Are they the same?" not in refused.content.decode()


def test_a_gap_is_added_by_hand(alice_client, alice):
    new = reverse("gaps:new")
    html = alice_client.get(new).content.decode()
    assert re.search(r'value="no"[^>]* checked', html)
    form = {"is_strength": "no", "name": "Speak slower", "kind": "communication"}
    assert alice_client.post(new, form).status_code == 302
    assert alice.gaps.gaps().get().standing().is_guess
    again = alice_client.post(new, form)
    assert again.status_code == 422
    assert "You already have one of this name." in again.content.decode()
    assert alice_client.post(new, form | {"is_strength": "yes"}).status_code == 302
    assert alice.gaps.strengths().count() == 1
    empty = alice_client.post(new, {"name": "", "kind": "technical", "is_strength": "yes"})
    assert empty.status_code == 422


def test_a_deleted_gap_is_in_the_trash_with_its_evidence_but_the_feedback_stays(
    alice_client, alice, gap, feedback
):
    make_evidence(feedback, PROMPT, gap)
    act(gap)
    assert alice_client.post(url("remove", gap)).status_code == 302
    assert not alice.gaps.exists()
    assert not alice.evidence.exists()
    assert not alice.actions.exists()
    assert Feedback.objects.get() == feedback
    assert alice_client.get(url("detail", gap)).status_code == 404


@pytest.mark.parametrize(
    "name",
    ["detail", "rename", "act", "close", "reopen", "remove", "action_toggle", "action_remove"],
)
def test_a_stranger_finds_nothing(bob_client, alice_client, gap, name):
    row = act(gap) if name.startswith("action") else gap
    assert bob_client.post(url(name, row), {"rename-name": "Mine now"}).status_code == 404
    assert bob_client.get(url(name, row)).status_code == (404 if name == "detail" else 405)
    if name != "detail":
        assert alice_client.get(url(name, row)).status_code == 405
    gap.refresh_from_db()
    assert (gap.name, gap.closed_on) == ("Consistency across regions", None)
    assert gap.trash_id is None


def test_the_list_of_a_stranger_is_empty(bob_client, gap):
    assert gap.name not in bob_client.get(reverse("gaps:list")).content.decode()


def test_queries_do_not_grow_with_the_rows(alice_client, alice, elsewhere):
    def fill(number):
        on = date(2026, 1, 1 + number)
        for is_strength in (False, True):
            row = make_gap(alice, f"Row {number}", is_strength=is_strength)
            theirs = make_feedback(elsewhere(f"Employer {number}", on).interview, "Slow.")
            make_evidence(theirs, "Slow.", row)
            act(row)
            make_problem(alice, theirs.interview).gaps.add(row)
            make_evidence(theirs, "Slow.", shared)
        make_problem(alice, theirs.interview).gaps.add(shared)
        act(shared)

    def count(page):
        with CaptureQueriesContext(connection) as queries:
            assert alice_client.get(page).status_code == 200
        return len(queries)

    shared = make_gap(alice, "Shared by all")
    pages = [reverse("gaps:list"), url("detail", shared)]
    for number in range(3):
        fill(number)
    few = [count(page) for page in pages]
    for number in range(3, 9):
        fill(number)
    assert [count(page) for page in pages] == few


def test_evidence_without_a_gap_needs_a_reason(feedback):
    assert make_evidence(feedback, PROMPT, aside=Evidence.Aside.DISAGREE).role == "aside"
