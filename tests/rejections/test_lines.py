from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.rejections.lines import Line, UnclearLine, When, read

TODAY = date(2026, 11, 22)
AUGUST_12 = date(2025, 8, 12)
AUGUST = When(date(2025, 8, 1), to_the_month=True)
YEAR = When(date(2025, 1, 1), to_the_month=True, to_the_year=True)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Tidewater Labs", Line("Tidewater Labs")),
        ("Tidewater Labs, Backend Engineer", Line("Tidewater Labs", "Backend Engineer")),
        ("A, Engineer, 12 August 2025", Line("A", "Engineer", When(AUGUST_12))),
        ("A, Engineer, Platform, 2025-08-12", Line("A", "Engineer, Platform", When(AUGUST_12))),
        ("A, Engineer, August 12, 2025", Line("A", "Engineer", When(AUGUST_12))),
        ("A, Aug 12th, 2025", Line("A", "", When(AUGUST_12))),
        ("A, 12.08.2025", Line("A", "", When(AUGUST_12))),
        ("A, August 2025", Line("A", "", AUGUST)),
        ("A, SRE, Aug., 2025", Line("A", "SRE", AUGUST)),
        ("A, 2025-08", Line("A", "", AUGUST)),
        ("A, Sept 2025", Line("A", "", When(date(2025, 9, 1), True))),
        ("A, 2025", Line("A", "", YEAR)),
        ("A; Inc, 2025", Line("A; Inc", "", YEAR)),
        ("A, Inc., SRE, August 12, 2025", Line("A, Inc.", "SRE", When(AUGUST_12))),
        ("A, LLC", Line("A, LLC")),
        ("A, Area 51, Room 2024", Line("A", "Area 51, Room 2024")),
        ("A, Intern 2024, 2025", Line("A", "Intern 2024", YEAR)),
        ("A, Summer 2024", Line("A", "Summer 2024")),
        ("A, SRE, , 2025", Line("A", "SRE", YEAR)),
        ("May, 2025", Line("May", "", YEAR)),
    ],
)
def test_a_line_is_read(text, line):
    assert read(text, TODAY) == [line]


def test_empty_lines_are_passed_over():
    assert [line.employer for line in read("A\r\n\n  \nB, \n", TODAY)] == ["A", "B"]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("A, August 32, 2025", "Line 1: write the day as 12 August 2025, or August 2025."),
        ("A, 08/12/2025", "Line 1: write the day as 12 August 2025, or August 2025."),
        ("A, 1 May 1066", "Line 1: write a day from 1970 on."),
        ("A, 0001", "Line 1: write a day from 1970 on."),
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
