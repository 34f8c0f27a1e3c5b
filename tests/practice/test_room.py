from collections import Counter
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from journal.practice.room import NEAR_DAYS, URGENT_DAYS, Room

DAY = date(2026, 11, 19)
patient = settings(deadline=None, max_examples=50)
wishes = st.lists(st.tuples(st.integers(-20, 60), st.integers(1, 120), st.booleans()), max_size=60)


@patient
@given(wishes, st.integers(5, 200))
def test_no_day_is_given_more_than_it_holds_unless_to_one(wanted, minutes):
    room, given_to = Room(DAY, minutes), Counter()
    for days, takes, urgent in wanted:
        given_to[room.take(DAY + timedelta(days=days), takes, urgent)] += 1

    assert sum(given_to.values()) == len(wanted)
    assert all(taken <= minutes or given_to[on] == 1 for on, taken in room.taken.items() if taken)


@patient
@given(wishes, st.integers(5, 200), st.integers(-20, 60), st.integers(1, 120))
def test_never_before_the_wanted_day_nor_before_today(wanted, minutes, days, takes):
    room = Room(DAY, minutes)
    for each, long, urgent in wanted:
        room.take(DAY + timedelta(days=each), long, urgent)
    on = DAY + timedelta(days=days)

    found = room.find(on, takes)

    assert found >= max(on, DAY)
    assert room.find(on, takes, urgent=True) <= found


@patient
@given(st.integers(0, 60), st.integers(1, 300), st.integers(5, 200))
def test_on_free_days_it_is_the_wanted_day(days, takes, minutes):
    on = DAY + timedelta(days=days)

    assert Room(DAY, minutes).find(on, takes) == on


def test_a_far_day_keeps_room_for_what_is_not_there_yet():
    far = DAY + timedelta(days=NEAR_DAYS + 1)
    room = Room(DAY, 45, Counter({far: 20}))

    assert room.find(far, 20) == far + timedelta(days=1)
    assert room.find(far, 20, urgent=True) == far
    assert room.find(far - timedelta(days=1), 20) == far - timedelta(days=1)


def test_one_that_waits_for_very_long_is_not_urgent():
    far = DAY + timedelta(days=URGENT_DAYS + 1)

    assert Room(DAY, 45, Counter({far: 20})).find(far, 20, urgent=True) > far
