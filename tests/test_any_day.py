"""Every day a person can type works, or is refused in words; and one that is stored breaks nothing.

Complete by itself: the forms are those that exist, found on the pages that exist, and so are the
columns.
"""

from datetime import date, time, timedelta
from itertools import product

import pytest
from django import forms
from django.apps import apps
from django.core.management import call_command
from django.db import models
from django.urls import get_resolver, reverse
from django.utils import timezone

from accounts.day_columns import DayColumn
from accounts.day_fields import DayField, DayInput, MomentField, in_range
from accounts.days import EARLIEST, LATEST, TOO_EARLY, TOO_LATE
from accounts.models import User
from journal.models import FeedbackRequest
from journal.reminders.planning import plan
from tests import factories as make
from tests import sweep
from tests.page_forms import forms_of

A_DAY = timedelta(days=1)
REFUSED = [
    "0001-01-01",
    "1899-12-31",
    (EARLIEST - A_DAY).isoformat(),
    (LATEST + A_DAY).isoformat(),
    "9999-12-30",
    "9999-12-31",
    "10000-01-01",
    "99999-12-31",
    "2027-02-29",
    "-0001-01-01",
    "0000-00-00",
    "٢٠٢٦-٠١-٠١",
    "never",
]
REFUSED_BY_EVERY_FORM = ["0001-01-01", (LATEST + A_DAY).isoformat(), "9999-12-31"]
REFUSALS = (TOO_EARLY, TOO_LATE, "Choose a day that is in the calendar.")
# Those whose pages show and count the most.
FULLEST = """
    today:page interviews:list practice:page practice:session practice:pace gaps:list
    employers:list reminders:page reminders:calendar_file
"""


@pytest.fixture
def alice(alice):
    """Far east of UTC, where a last day ends first."""
    alice.time_zone = "Pacific/Kiritimati"
    alice.mail_kinds = ["problems", "ask", "nudge", "interview", "look_back", "week"]
    alice.start_calendar()
    alice.save()
    return alice


@pytest.fixture
def journal(alice):
    """Of each kind a row, and what is open, so that each form is on some page."""
    rows = sweep.write_journal(alice)
    today = alice.today()
    alice.problems.update(due=today)
    alice.feedback_requests.update(
        state=FeedbackRequest.State.ASKED, asked_on=today - A_DAY, nudge_on=today
    )
    going_on = make.make_interview(alice, make.make_employer(alice, "Marlow Transit"))
    for on, at in product((today - A_DAY, today, today + A_DAY), (None, time(23, 59))):
        make.make_round(going_on, on=on, at=at)
    make.make_problem(alice, going_on, due=today)
    drafted = make.make_request(make.make_rejection(alice).interview, letter="Hello")
    rows.drafted, rows.going_on = drafted.pk, going_on.pk
    return rows


def addresses(journal) -> list[str]:
    found = [reverse(name) for name in sweep.OWN.split()]
    for row, names in sweep.ADDRESSES.items():
        found += [sweep.address(name, getattr(journal, row)) for name in names.split()]
    found += [
        sweep.address(name, journal.going_on) for name in sweep.ADDRESSES["interview"].split()
    ]
    found += [sweep.address(name, journal.drafted) for name in sweep.ADDRESSES["request"].split()]
    return found


def look_at(client, person, pages) -> dict[str, str]:
    """All pages, the feed, and what reminds; each page's text by its address."""
    read = {}
    for page in pages:
        answer = client.get(page)
        assert answer.status_code < 500, page
        read[page] = answer.content.decode(errors="replace")
    person.refresh_from_db()
    feed = reverse("reminders:calendar_file")
    assert client.get(feed).status_code == 200
    for look_again in (timezone.now(), timezone.now() + 8 * A_DAY):
        User.objects.update(mail_next_at=timezone.now())
        plan(look_again)
    User.objects.update(mail_next_at=timezone.now())
    call_command("worker", once=True)
    return read


def asking_for_days(client, journal) -> list:
    found = []
    for address in addresses(journal):
        answer = client.get(address)
        if answer.status_code == 200 and "text/html" in answer["Content-Type"]:
            found += forms_of(address, answer.text)
    found = [each for each in found if each.days or each.moments]
    posted = {(each.action, *each.days): each for each in found}
    return [form for form in posted.values() if form.method == "post"]


def all_forms() -> list[type[forms.BaseForm]]:
    """Of this project, also those that only others are made of."""
    get_resolver().url_patterns  # noqa: B018, which imports them all
    found, waiting = [], [forms.BaseForm]
    while waiting:
        waiting += (of := waiting.pop()).__subclasses__()
        found.append(of)
    return [form for form in found if form.__module__.startswith(("journal.", "accounts."))]


def day_fields(form) -> list[str]:
    of_days = (forms.DateField, forms.DateTimeField)
    return [name for name, each in form.base_fields.items() if isinstance(each, of_days)]


def day_columns() -> list[tuple[type[models.Model], models.DateField]]:
    return [
        (model, field)
        for model in apps.get_models()
        for field in model._meta.concrete_fields
        if model._meta.app_label in {"journal", "accounts"}
        and isinstance(field, models.DateField)
        and not isinstance(field, models.DateTimeField)
    ]


def test_every_form_has_the_one_range():
    found = [(form, name) for form in all_forms() for name in day_fields(form)]
    assert len(found) > 20
    for form, name in found:
        field = form.base_fields[name]
        assert isinstance(field, DayField | MomentField), (form, name)
        assert in_range in field.validators, (form, name)
        if isinstance(field, DayField):
            assert isinstance(field.widget, DayInput), (form, name)
            assert {"min", "max"} <= {*field.widget.attrs}, (form, name)


def test_every_column_has_the_one_range():
    assert len(day_columns()) > 20
    assert [field for _, field in day_columns() if not isinstance(field, DayColumn)] == []


@pytest.fixture
def asked_for(monkeypatch):
    """The days that any field was asked to make sense of."""
    days = []
    for field in (DayField, MomentField):

        def clean(self, value, clean=field.clean):
            days.append(value)
            return clean(self, value)

        monkeypatch.setattr(field, "clean", clean)
    return days


@pytest.fixture
def sent(monkeypatch):
    """The forms that something was sent to."""
    forms_, clean = set(), forms.BaseForm.full_clean

    def note(self):
        forms_.update(type(self).__mro__ if self.is_bound else ())
        clean(self)

    monkeypatch.setattr(forms.BaseForm, "full_clean", note)
    return forms_


def test_what_our_calendar_does_not_hold_is_refused(alice_client, journal, asked_for, sent):
    """In words, by every form that asks for a day; the first is asked for all of them, since every
    form has the same field."""
    first, *others = asking_for_days(alice_client, journal)
    for form, day in [*product([first], REFUSED), *product(others, REFUSED_BY_EVERY_FORM)]:
        asked_for.clear()
        answer = alice_client.post(form.action, form.sent(day))
        assert answer.status_code == 422 if day in asked_for else 302, (form.action, day)
        if answer.status_code == 422 and form.days:
            assert any(words in answer.text for words in REFUSALS), (form.action, day)
    asking = {form for form in all_forms() if day_fields(form)}
    only_shared = {each for form in asking for each in form.__mro__[1:]}
    assert asking - only_shared - sent == set()


@pytest.mark.parametrize("day", ["9999-12-31", "9999-12-30", "2100-01-01"])
def test_nothing_begins_where_the_calendar_ends(alice, alice_client, journal, day):
    add = reverse("interviews:add_round", args=[journal.going_on])
    for address, said in (
        (reverse("path:break"), {"until": day}),
        (add, {"kind": "coding", "on": day, "at": "14:30"}),
    ):
        answer = alice_client.post(address, said)
        assert answer.status_code == 422
        assert TOO_LATE in answer.text
    alice.refresh_from_db()
    assert alice.break_until is None
    look_at(alice_client, alice, map(reverse, FULLEST.split()))


@pytest.mark.parametrize(
    "day", [pytest.param(EARLIEST.isoformat(), marks=pytest.mark.slow), LATEST.isoformat()]
)
def test_with_any_day_that_is_taken_everything_answers(alice, alice_client, journal, day):
    statuses = {}
    for form in asking_for_days(alice_client, journal):
        answer = alice_client.post(form.action, form.sent(day))
        statuses[form.action] = answer.status_code
        assert answer.status_code in {200, 302, 303, 422}, form.action
    assert 302 in statuses.values(), statuses
    look_at(alice_client, alice, addresses(journal))


@pytest.mark.parametrize("day", [date.min, date.max])
def test_whatever_lies_in_all_columns_everything_answers(alice, alice_client, journal, day):
    for model, column in day_columns():
        model._base_manager.update(**{column.name: day})
    look_at(alice_client, alice, addresses(journal))


@pytest.mark.slow
@pytest.mark.parametrize("of", day_columns(), ids=lambda of: f"{of[0].__name__}.{of[1].name}")
def test_whatever_lies_in_one_column_the_fullest_pages_answer(alice, alice_client, journal, of):
    model, column = of
    model._base_manager.update(**{column.name: date.max})
    look_at(alice_client, alice, map(reverse, FULLEST.split()))
