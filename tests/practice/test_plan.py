from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.practice.plan import (
    DAYS_BEFORE,
    Announced,
    Pace,
    Scheduled,
    before,
    of_a_day,
    prepare,
)

DAY = date(2026, 11, 19)
KINDS = ("coding", "system_design", "behavioural")
patient = settings(deadline=None, max_examples=50)


def away(least, most):
    return st.integers(least, most).map(lambda days: DAY + timedelta(days=days))


@st.composite
def problems(draw, at_most=25):
    """Some were never solved again; keys are their places."""
    made = []
    for key in range(draw(st.integers(0, at_most))):
        solved_on = draw(st.none() | away(-60, 0))
        made.append(
            Scheduled(
                key=key,
                minutes=draw(st.integers(1, 120)),
                due=draw(away(-30, 40)),
                solved_on=solved_on,
                stability=None if solved_on is None else draw(st.floats(0.1, 400)),
                employer=draw(st.none() | st.integers(1, 3)),
                kind=draw(st.sampled_from(KINDS)),
                open_gap=draw(st.booleans()),
            )
        )
    return made


interviews = st.builds(
    Announced,
    on=away(1, DAYS_BEFORE),
    employers=st.frozensets(st.integers(1, 3), min_size=1, max_size=2),
    kinds=st.frozensets(st.sampled_from(KINDS), max_size=2),
)
paces = st.builds(Pace, minutes=st.integers(5, 200), spent=st.just(0))


@patient
@given(problems(), st.lists(interviews, max_size=2), st.integers(5, 200), st.integers(0, 200))
def test_a_day_keeps_to_its_minutes_or_holds_one_problem(scheduled, announced, minutes, spent):
    chosen = of_a_day(scheduled, announced, DAY, Pace(minutes, spent))

    taken = spent + sum(each.minutes for each in chosen)
    assert taken <= max(minutes, spent) or (len(chosen) == 1 and not spent)
    assert len({each.key for each in chosen}) == len(chosen)


@patient
@given(problems(), paces)
def test_something_due_is_something_to_solve(scheduled, pace):
    due = [each for each in scheduled if each.due <= DAY and each.solved_on != DAY]

    assert bool(of_a_day(scheduled, [], DAY, pace)) == bool(due)


@patient
@given(problems(), st.lists(interviews, max_size=2), paces)
def test_none_is_solved_twice_on_a_day(scheduled, announced, pace):
    chosen = of_a_day(scheduled, announced, DAY, pace)
    solved = {each.key for each in chosen}
    after = [
        replace(each, solved_on=DAY, due=DAY + timedelta(days=1)) if each.key in solved else each
        for each in scheduled
    ]

    again = of_a_day(after, announced, DAY, pace)

    assert not solved & {each.key for each in again}


@patient
@given(problems(), paces)
def test_the_oldest_is_first_so_that_each_has_its_turn(scheduled, pace):
    chosen = of_a_day(scheduled, [], DAY, pace)

    due = [each for each in scheduled if each.due <= DAY and each.solved_on != DAY]
    assert chosen[:1] == sorted(due, key=lambda each: (each.due, each.key))[:1]


@patient
@given(problems(), paces, st.integers(0, 5))
def test_a_backlog_is_solved_to_the_last(scheduled, pace, days_late):
    left = {each.key: each for each in scheduled if each.due <= DAY}
    on = DAY + timedelta(days=days_late)
    for _ in range(len(left)):
        for each in of_a_day(left.values(), [], on, pace):
            del left[each.key]
        on += timedelta(days=1)

    assert not [each for each in left.values() if each.solved_on != DAY]


@patient
@given(problems(), interviews, paces)
def test_before_an_interview_each_has_a_day_or_is_left_out(scheduled, interview, pace):
    preparation = prepare(scheduled, interview, DAY, pace)

    planned = [each.key for day in preparation.days for each in day.problems]
    wanted = {each.key for each in scheduled if interview.wants(each, DAY)}
    wanted -= {each.key for each in scheduled if each.solved_on == DAY}
    left_out = {each.key for each in preparation.left_out}
    assert len(planned) == len(set(planned))
    assert set(planned) | left_out == wanted
    assert not set(planned) & left_out
    assert all(DAY <= day.on < interview.on for day in preparation.days)


@patient
@given(problems(), interviews, paces)
def test_what_is_left_out_ranks_below_what_is_planned_or_does_not_fit(scheduled, interview, pace):
    preparation = prepare(scheduled, interview, DAY, pace)

    for day in preparation.days:
        if not day.problems:
            continue
        room = pace.minutes - day.minutes
        worst = max(interview.rank(each) for each in day.problems)
        for each in preparation.left_out:
            assert interview.rank(each) > worst or each.minutes > room


@patient
@given(problems(), interviews, paces)
def test_the_best_ranked_is_solved_today(scheduled, interview, pace):
    chosen = of_a_day(scheduled, [interview], DAY, pace)

    wanted = [each for each in scheduled if interview.wants(each, DAY) and each.solved_on != DAY]
    assert chosen[:1] == sorted(wanted, key=interview.rank)[:1]


def test_same_employer_then_open_gap_then_kind_then_the_weakest():
    interview = Announced(DAY + timedelta(days=3), frozenset({1}), frozenset({"coding"}))
    far = DAY + timedelta(days=30)
    long_ago = DAY - timedelta(days=60)
    weak = Scheduled(1, 10, far, solved_on=long_ago, stability=2.0)
    strong = Scheduled(2, 10, far, solved_on=long_ago, stability=90.0)
    of_its_kind = replace(strong, key=3, kind="coding")
    of_a_gap = replace(strong, key=4, open_gap=True)
    of_theirs = replace(strong, key=5, employer=1)

    ranked = sorted([weak, strong, of_its_kind, of_a_gap, of_theirs], key=interview.rank)

    assert [each.key for each in ranked] == [5, 4, 3, 1, 2]


def test_what_is_fresh_is_left_alone_until_it_is_due():
    interview = Announced(DAY + timedelta(days=3), frozenset({1}))
    fresh = Scheduled(
        1, 10, DAY + timedelta(days=2), solved_on=DAY - timedelta(days=1), stability=2.0, employer=1
    )

    assert not interview.wants(fresh, DAY)
    assert interview.wants(fresh, DAY + timedelta(days=2))


def test_the_nearest_interview_has_its_days_and_its_own_day_is_free():
    soon, later = Announced(DAY + timedelta(days=2)), Announced(DAY + timedelta(days=9))

    assert before([later, soon], DAY) == soon
    assert before([later, soon], soon.on) == later
    assert before([soon], soon.on) is None
    assert before([Announced(DAY + timedelta(days=DAYS_BEFORE + 1))], DAY) is None
