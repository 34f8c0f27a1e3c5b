from datetime import date, time

from journal.interviews.models import Round
from journal.interviews.order import place

MONDAY, TUESDAY = date(2026, 11, 9), date(2026, 11, 10)


def test_one_without_a_day_goes_to_the_end():
    assert place([Round(on=TUESDAY), Round()], Round()) == 2


def test_one_with_a_day_goes_before_the_first_that_came_later():
    others = [Round(), Round(on=MONDAY), Round(on=TUESDAY, at=time(15)), Round()]
    assert place(others, Round(on=TUESDAY, at=time(9))) == 2


def test_of_two_on_one_day_without_a_time_the_newer_comes_after():
    assert place([Round(on=MONDAY)], Round(on=MONDAY)) == 1


def test_the_latest_goes_after_all():
    assert place([Round(on=MONDAY), Round()], Round(on=TUESDAY)) == 2
