from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.rejections.lines import Line, UnclearLine, read

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Tidewater Labs", Line("Tidewater Labs")),
        ("Tidewater Labs, Backend Engineer", Line("Tidewater Labs", "Backend Engineer")),
        (
            "Tidewater Labs, Backend Engineer, 12 August 2025",
            Line("Tidewater Labs", "Backend Engineer", date(2025, 8, 12)),
        ),
        (
            "Tidewater Labs, Engineer, Platform, 2025-08-12",
            Line("Tidewater Labs", "Engineer, Platform", date(2025, 8, 12)),
        ),
        ("Tidewater Labs, August 2025", Line("Tidewater Labs", "", date(2025, 8, 1), True)),
    ],
)
def test_a_line_is_read(text, line):
    assert read(text, TODAY) == [line]


def test_empty_lines_are_passed_over():
    assert [line.employer for line in read("A\r\n\n  \nB, \n", TODAY)] == ["A", "B"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("A, 2025", "Line 1: write the day as 12 August 2025, or August 2025."),
        ("A\nB, 31 February 2025", "Line 2: write the day as 12 August 2025, or August 2025."),
        ("A, 1 May 2090", "Line 1: that day has not come yet."),
        (", Engineer", "Line 1: start with the employer."),
    ],
)
def test_an_unclear_line_says_what_to_write(text, sentence):
    with pytest.raises(UnclearLine) as error:
        read(text, TODAY)
    assert str(error.value) == sentence


@given(st.text())
def test_any_text_is_read_or_explained(text):
    lines, sentence = [], ""
    try:
        lines = read(text, TODAY)
    except UnclearLine as error:
        sentence = str(error)
    assert all(line.employer for line in lines)
    assert not sentence or sentence.startswith("Line ")
