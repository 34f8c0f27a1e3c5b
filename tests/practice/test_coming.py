from datetime import date, timedelta

import pytest

from journal.practice.attempt_row import attempt_row
from journal.practice.coming import in_days, on_day
from journal.practice.questions import TooLong, read

THURSDAY = date(2026, 11, 19)


@pytest.mark.parametrize(
    ("days", "said", "on"),
    [
        (-3, "today", "today"),
        (0, "today", "today"),
        (1, "tomorrow", "tomorrow"),
        (3, "in 3 days", "on Sunday"),
        (6, "in 6 days", "on Wednesday"),
        (7, "in 7 days", "on 26 November"),
        (60, "in 60 days", "on 18 January 2027"),
    ],
)
def test_days_are_said_as_people_say_them(days, said, on):
    due = THURSDAY + timedelta(days=days)

    assert (in_days(due, THURSDAY), on_day(due, THURSDAY)) == (said, on)


def test_the_better_it_went_the_higher_the_dot():
    row = attempt_row([1, 2, 4])

    assert [dot.solved for dot in row.dots] == [False, True, True]
    assert [dot.y for dot in row.dots] == sorted((dot.y for dot in row.dots), reverse=True)
    assert all(0 < dot.x < row.width and 0 < dot.y < row.height for dot in row.dots)


def test_of_a_long_row_only_the_end_is_drawn():
    assert len(attempt_row([1] * 40 + [4]).dots) == 12
    assert attempt_row([1] * 40 + [4]).dots[-1].solved


def test_questions_are_read_a_line_each_and_once():
    text = "An LRU cache\r\n\r\n  A  rate limiter \r\nAn LRU cache\r\n"

    assert read(text) == ["An LRU cache", "A rate limiter"]


def test_a_line_that_is_a_whole_text_is_refused():
    with pytest.raises(TooLong, match="300 characters"):
        read("short\n" + "long " * 100)
