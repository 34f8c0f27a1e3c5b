"""What is called so: employers, interviews, problems and gaps whose name has every word."""

import re
from dataclasses import dataclass
from functools import reduce
from operator import and_
from unicodedata import normalize

from django.db.models import Case, OuterRef, Q, Subquery, Value, When
from django.urls import reverse

from accounts.one_line import is_visible, one_line
from journal.gaps.models import Gap
from journal.interviews.models import Interview
from journal.ownership.text import name_key
from journal.practice.models import Problem
from journal.rejections.models import Rejection

OF_A_KIND = 8
WORDS = 8
CHARACTERS = 200


@dataclass(frozen=True)
class Found:
    name: str
    about: str
    address: str


@dataclass(frozen=True)
class Kind:
    name: str
    found: list[Found]


def find(person, typed: str) -> list[Kind]:
    """The kinds of which something is called so, each with the first of them; a query a kind."""
    typed = one_line(typed[:CHARACTERS].replace("\0", " "))
    words = list(filter(is_visible, normalize("NFC", typed).split()))[:WORDS]
    if not words:
        return []
    kinds = [
        Kind("Employers", _employers(person, words)),
        Kind("Interviews", _interviews(person, words)),
        Kind("Problems", _problems(person, words)),
        Kind("Gaps and strengths", _gaps(person, words)),
    ]
    return [kind for kind in kinds if kind.found]


def _employers(person, words) -> list[Found]:
    rows = _nearest_first(person.employers.filter(_each(words, _in_key("name_key"))), words)
    return [
        Found(row.name, "", reverse("employers:detail", args=[row.pk]))
        for row in rows.only("name")[:OF_A_KIND]
    ]


def _interviews(person, words) -> list[Found]:
    by_employer, by_role = _in_key("employer__name_key"), _in_text("role")
    called = _each(words, lambda word: by_employer(word) | by_role(word))
    rejection = Rejection.objects.filter(interview=OuterRef("pk")).values("pk")
    rows = person.interviews.filter(called).select_related("employer").order_by("-pk")
    rows = rows.only("role", "outcome", "employer__name").annotate(path=Subquery(rejection[:1]))
    return [
        Found(row.known_as, row.get_outcome_display(), _of_interview(row))
        for row in rows[:OF_A_KIND]
    ]


def _of_interview(row: Interview) -> str:
    """Its path, where it has one."""
    if row.path:
        return reverse("path:page", args=[row.path])
    return reverse("interviews:detail", args=[row.pk])


def _problems(person, words) -> list[Found]:
    rows = person.problems.filter(_each(words, _in_text("title"))).order_by("-pk")
    rows = rows.select_related("interview__employer").only("title", "interview__employer__name")
    return [
        Found(row.title, _asked_by(row), reverse("practice:problem", args=[row.pk]))
        for row in rows[:OF_A_KIND]
    ]


def _asked_by(row: Problem) -> str:
    return row.interview.employer.name if row.interview else ""


def _gaps(person, words) -> list[Found]:
    rows = _nearest_first(person.gaps.filter(_each(words, _in_key("name_key"))), words)
    return [
        Found(row.name, _side(row), reverse("gaps:detail", args=[row.pk]))
        for row in rows[:OF_A_KIND]
    ]


def _side(row: Gap) -> str:
    return "Strength" if row.is_strength else row.get_kind_display()


def _nearest_first(named, words):
    """Those whose name begins as what was typed, then the others."""
    begins = When(name_key__startswith=name_key(" ".join(words)), then=Value(0))
    return named.order_by(Case(begins, default=Value(1)), "name_key")


def _each(words, called) -> Q:
    return reduce(and_, map(called, words))


def _in_key(field: str):
    return lambda word: Q(**{f"{field}__contains": name_key(word)})


def _in_text(field: str):
    """By an expression, for Python reads it where SQLite folds only A to Z."""
    return lambda word: Q(**{f"{field}__iregex": re.escape(word)})
