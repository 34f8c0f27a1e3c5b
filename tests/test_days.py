"""What has passed is never said as if it came, and what is counted is said in its number."""

import re
from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from journal import relative_days
from journal.dates import counted, times
from journal.gaps.recurrence import Said, standing
from journal.models import Action, FeedbackRequest, Verdict
from journal.practice import coming
from tests.factories import (
    make_gap,
    make_person,
    make_problem,
    make_rejection,
    make_request,
)
from tests.sweep import ADDRESSES, OWN, address, write_journal

days = st.dates(min_value=date(1970, 1, 1), max_value=date(2999, 12, 31))
near = st.integers(min_value=-400, max_value=400)
MONTHS = "January February March April May June July August September October November December"
DATE = rf"(\d{{1,2}}) ({'|'.join(MONTHS.split())})(?: (\d{{4}}))?"

# Words that no page may have, whatever the day and the numbers.
NEVER = [
    r"\bin -\d",
    r"\b-\d+ (?:day|minute|week|hour)s?\b",
    r"\b(?:1|one) (?:letters|days|minutes|problems|gaps|entries|rounds|weeks|hours|times|things)\b",
    r"\b(?:\d*[02-9])?(?:1th|2th|3th)\b(?<!11th)(?<!12th)(?<!13th)",
    r"\bsince [^.<]{0,30} ago\b",
    r"\b(?<!\d)0 (?:minutes|days|seconds|weeks|hours)\b",
    r"\bno (?:days|minutes) (?:later|after|ago)\b",
    r"\bcomes? back yesterday\b",
    r"\b(?:by|from|until) yesterday\b",
]
# What is said only of a day that has not passed.
COMING = r"(?:comes? back on|You look back on|due on|nudge from|[Bb]y|for good on|until|from)"


def said_wrongly(page: str, today: date) -> list[str]:
    text = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page))
    wrong = [found.group() for pattern in NEVER for found in re.finditer(pattern, text)]
    for found in re.finditer(rf"\b{COMING} {DATE}", text):
        number, month, year = found.groups()
        named = date(int(year or today.year), MONTHS.split().index(month) + 1, int(number))
        if named < today:
            wrong.append(found.group())
    return wrong


@given(days, near)
def test_a_day_is_said_in_its_tense(today, offset):
    value = today + timedelta(days=offset)

    said = relative_days.said(value, today, "comes back", "came back")
    by, starts = relative_days.by_day(value, today), relative_days.from_day(value, today)

    assert said.startswith("came back" if offset < 0 else "comes back")
    assert by.startswith("was for" if offset < 0 else "by ")
    assert starts.startswith("since" if offset < 0 else "from ")
    assert not said_wrongly(f"{said} {by} {starts}", today)


@given(days, near)
def test_its_year_is_said_where_it_is_another(today, offset):
    value = today + timedelta(days=offset)
    said = relative_days.on_day(value, today)

    if abs(offset) <= 1:
        assert said in {"yesterday", "today", "tomorrow"}
    elif abs(offset) < 7:
        assert said == f"on {value:%A}"
    else:
        assert said.endswith(f" {value.year}") == (value.year != today.year)
        assert f"{value.day} {value:%B}" in said


@given(days, near)
def test_what_is_overdue_comes_back_today(today, offset):
    due = today + timedelta(days=offset)

    assert (coming.on_day(due, today) == "today") == (offset <= 0)


@pytest.mark.parametrize(
    ("number", "said"),
    [(9, "ninth"), (11, "11th"), (12, "12th"), (13, "13th"), (21, "21st"), (22, "22nd")]
    + [(23, "23rd"), (101, "101st"), (111, "111th"), (112, "112th")],
)
def test_ordinals(number, said):
    told = [Said(each, "Fernwood", date(2026, 1, 1)) for each in range(number)]

    assert standing(told, None).beside(number - 1) == f"{said} time they say so"


@given(st.integers(min_value=0, max_value=10_000))
def test_one_of_a_thing_is_not_said_as_several(number):
    said = f"{counted(number, 'day')}, {times(number)}"

    assert ("one day," in said) == (number == 1)
    assert not said_wrongly(f" {said} ", date(2026, 1, 1))


def write_days_of(owner) -> None:
    """A journal with a row for every day that can be stored, all of them one day: 2 December."""
    on = date(2026, 12, 2)
    told = on - timedelta(days=20)
    rejection = make_rejection(owner, told_on=told, look_back_on=on, closed_on=told)
    gap = make_gap(owner, "A gap of days")
    Action.objects.create(owner=owner, gap=gap, text="Read on", by=on)
    problem = make_problem(owner, rejection.interview, "A problem of days", due=on, minutes=1)
    problem.gaps.add(gap)
    Verdict.objects.create(
        owner=owner,
        interview=rejection.interview,
        wanted="yes",
        again=Verdict.Again.LATER,
        again_from=on,
    )
    asked = {"asked_on": on - timedelta(days=7), "nudge_on": on}
    for interview in owner.interviews.all():
        make_request(interview, state=FeedbackRequest.State.ASKED, **asked)


def every_page(owner, keys) -> list[str]:
    pages = [
        address(name, getattr(keys, kind))
        for kind, names in ADDRESSES.items()
        for name in names.split()
    ]
    for row in owner.rejections.all():
        pages += [
            reverse(name, args=[row.pk])
            for name in ("path:page", "closing:closed", "practice:step", "feedback:ask")
        ]
    pages += [reverse("gaps:detail", args=[row.pk]) for row in owner.gaps.all()]
    pages += [reverse("employers:detail", args=[row.pk]) for row in owner.employers.all()]
    pages += [reverse("feedback:letter", args=[row.pk]) for row in owner.feedback_requests.all()]
    theirs = [name for name in OWN.split() if not name.startswith(("account_", "mfa"))]
    return [*pages, *(reverse(name) for name in theirs)]


@pytest.mark.once  # the same words on every database
@pytest.mark.django_db
@pytest.mark.parametrize(
    "offset", [-1, 3, 40, *(pytest.param(each, marks=pytest.mark.slow) for each in (-40, 0, 1, 8))]
)
def test_no_page_says_a_past_day_as_if_it_came(client, offset):
    """Read before, on and after the one day of all that is stored; also in the next year."""
    now = datetime.combine(date(2026, 12, 2) + timedelta(days=offset), time(12), UTC)
    with time_machine.travel(datetime(2026, 11, 20, 12, tzinfo=UTC), tick=False):
        owner = make_person("days@example.org")
        keys = write_journal(owner)
        write_days_of(owner)
    with time_machine.travel(now, tick=False):
        client.force_login(owner)
        wrong = {}
        for page in every_page(owner, keys):
            answer = client.get(page)
            is_page = answer.status_code == 200 and "html" in answer.get("Content-Type", "")
            if is_page and (found := said_wrongly(answer.text, now.date())):
                wrong[page] = found
    assert not wrong
