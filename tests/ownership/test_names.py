"""What is one name, what is none, and what a single line may hold."""

from importlib import import_module

import pytest
from django import forms
from django.apps import apps
from django.forms.forms import BaseForm
from django.urls import get_resolver, reverse
from hypothesis import given
from hypothesis import strategies as st

from accounts.one_line import OneLine, is_visible, one_line
from journal.models import Employer, Gap, Interview
from journal.ownership.text import LONGEST_KEY, name_key
from journal.rejections.lines import read as read_lines
from tests.factories import make_employer, make_gap, make_interview

UNSEEN = ["\u200b", "\u3164", "\u2800", "\u00ad", "\ufeff", "\u115f\u1160", "\u202e\u2066"]
UNSEEN += ["\u0301\u0302", "\u2060 \u200d", "\ufe0f", "\U000e0041", "\x07\x0b", "\u2028\u00a0"]
SEEN = [
    "a",
    "é",
    "e\u0301",
    "क\u094d\u200dष",
    "می\u200cخواهم",
    "👩\u200d💻",
    "…",
    "3",
    "\U0001fae0",
]


@pytest.mark.parametrize("name", UNSEEN)
def test_what_cannot_be_seen_is_no_name(name):
    assert not is_visible(name)
    assert name_key(name) in {"", "\u0301\u0302"}


@pytest.mark.parametrize("name", SEEN)
def test_what_can_be_seen_is_one(name):
    assert is_visible(name)
    assert name_key(name)


ALIKE = [
    ("Ｃａｆé", "Café"),
    ("Cafe\u0301", "café"),
    ("C\u200ba\u00adfé\ufeff", "Café"),
    ("\u202eCafé\u202c", "Café"),
    ("Acme\u00a0\u2003 Inc", "acme inc"),
    ("Acme\u2800Inc", "acme inc"),
    ("Ac\u3164me", "acme"),
    ("ﬁne", "FINE"),
    ("Straße", "STRASSE"),
    ("A\x07B", "a b"),
]


@pytest.mark.parametrize(("one", "other"), ALIKE)
def test_names_alike_are_one(one, other):
    assert name_key(one) == name_key(other)


@given(st.text() | st.text("aA \u200b\u00ad\u0301\u0345ſßﬁ\ufdfa\u1160\u3164İΐ\x07"), st.text())
def test_a_key_is_stable_and_has_room(name, more):
    key = name_key(name * 50 + more)
    assert name_key(key) == key
    assert len(key) <= LONGEST_KEY
    assert name_key("\u200b".join(name)) == name_key(name)


@given(st.text(max_size=50))
def test_one_line_has_no_control_character_and_is_as_long(text):
    line = one_line(text)
    assert len(line) == len(text)
    assert len(line.replace("\0", "").splitlines() or [""]) == 1
    assert not {sign for sign in line if sign < " " or "\x7f" <= sign < "\xa0"} - {"\0"}


# Every form there is


def every_form() -> list[type[BaseForm]]:
    assert get_resolver().url_patterns  # every view is loaded, and so every form

    def below(form):
        for each in form.__subclasses__():
            yield each
            yield from below(each)

    ours = ("accounts.", "journal.", "config.")
    return sorted({each for each in below(BaseForm) if each.__module__.startswith(ours)}, key=str)


def text_fields(form, kind):
    return {name: each for name, each in form.base_fields.items() if isinstance(each.widget, kind)}


def test_single_lines_of_every_form_hold_one_line_that_can_be_seen():
    assert len(every_form()) > 40
    for form in every_form():
        assert issubclass(form, OneLine), form
        for name, field in text_fields(form, forms.TextInput).items():
            for typed, kept in (("a\x0bb\x85c\u2028d", "a b c d"), ("\u200b\u3164", "")):
                bare = object.__new__(form)
                bare.data, bare.files = {name: typed}, {}
                assert bare._widget_data_value(field.widget, name) == kept, (form, name)


def test_text_boxes_of_every_form_take_the_direction_of_what_is_written():
    for form in every_form():
        for name, field in text_fields(form, (forms.TextInput, forms.Textarea)).items():
            if getattr(field.widget, "input_type", "text") in {"text", "email", "url", "search"}:
                assert 'dir="auto"' in field.widget.render(name, ""), (form, name)


# On pages


def save(client, address, row, **typed):
    return client.post(reverse(address, args=[row.pk]), typed)


@pytest.mark.parametrize("name", UNSEEN)
def test_an_employer_needs_a_name_one_can_see(alice, alice_client, name):
    employer = make_employer(alice, "Fernwood")
    answer = save(alice_client, "employers:edit", employer, name=name)
    assert answer.status_code == 422
    assert "An employer needs a name." in answer.text
    employer.refresh_from_db()
    assert employer.name == "Fernwood"


def test_a_name_keeps_what_joins_its_letters(alice, alice_client):
    employer = make_employer(alice, "Fernwood")
    save(alice_client, "employers:edit", employer, name="می\u200cخواهم\x07 B", version=1)
    employer.refresh_from_db()
    assert employer.name == "می\u200cخواهم  B"


def test_an_interview_finds_its_employer_however_the_name_is_typed(alice, alice_client):
    employer = make_employer(alice, "Café")
    alice_client.post(reverse("interviews:new"), {"employer": "Ｃａｆé\u200b", "outcome": "open"})
    assert Interview.objects.get().employer == employer
    assert Employer.objects.count() == 1


def test_an_employer_by_another_name_that_looks_the_same_is_refused(alice, alice_client):
    make_employer(alice, "Café")
    other = make_employer(alice, "Fernwood")
    answer = save(alice_client, "employers:edit", other, name="C\u200bafé", version=1)
    assert "You already have an employer of this name." in answer.text


def test_lists_typed_in_a_box_skip_what_cannot_be_seen(alice, alice_client):
    earlier = reverse("rejections:earlier")
    answer = alice_client.post(earlier, {"lines": "\u200b, Engineer"})
    assert "start with the employer" in answer.text
    (line,) = read_lines("Ac\x07me, Engi\x01neer", alice.today())
    assert (line.employer, line.role) == ("Ac me", "Engi neer")
    interview = make_interview(alice)
    lines = {"lines": "\u3164\n LRU\x07cache\n\u200b"}
    alice_client.post(reverse("practice:questions", args=[interview.pk]), lines)
    assert [problem.title for problem in interview.problems.all()] == ["LRU cache"]


def test_finding_by_what_cannot_be_seen_finds_nothing(alice, alice_client):
    make_employer(alice, "Café")
    find = reverse("search:find")
    assert alice_client.get(find, {"q": "\u200b"}).json() == {"kinds": []}
    found = alice_client.get(find, {"q": "ＣＡＦ\u200bÉ"}).json()["kinds"]
    assert [each["name"] for kind in found for each in kind["found"]] == ["Café"]


# Rows from before


def fold():
    import_module("journal.migrations.0015_names_alike").fold(apps, None)


def as_before(row, name, key):
    type(row).with_trash.filter(pk=row.pk).update(name=name, name_key=key)


def test_rows_from_before_get_the_key_and_none_is_lost(alice, bob):
    wide, plain, third, theirs = (
        make_employer(who, f"E{n}") for n, who in enumerate((alice, alice, alice, bob))
    )
    as_before(wide, "Ｃａｆé", "ｃａｆé")
    as_before(plain, "Café", "café")
    as_before(third, "Ca\u200bfé", "ca\u200bfé")
    as_before(theirs, "Ｃａｆé", "ｃａｆé")
    gap, strength = make_gap(alice, "a"), make_gap(alice, "b", is_strength=True)
    as_before(gap, "Ｇap", "ｇap")
    as_before(strength, "Gap", "gap")
    fold()
    keys = dict(Employer.with_trash.values_list("pk", "name"))
    assert keys[plain.pk] == "Café"
    assert {keys[wide.pk], keys[third.pk]} == {"Ｃａｆé (2)", "Ca\u200bfé (3)"}
    assert keys[theirs.pk] == "Ｃａｆé"
    assert {row.name_key for row in Gap.objects.all()} == {"gap"}
    for row in [*Employer.with_trash.all(), *Gap.with_trash.all()]:
        assert row.name_key == name_key(row.name)
    fold()
    assert keys == dict(Employer.with_trash.values_list("pk", "name"))


def test_the_longest_names_alike_stay_whole(alice):
    one, other = make_employer(alice, "x"), make_employer(alice, "y")
    as_before(one, "Ａ" * 200, "ａ" * 200)
    as_before(other, "A" * 200, "a" * 200)
    fold()
    assert {row.name for row in Employer.objects.all()} == {"Ａ" * 200, "A" * 200}
