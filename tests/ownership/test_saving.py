"""A save writes the columns it means and no others: of all forms, two by two."""

from dataclasses import dataclass

import pytest
from django.db import transaction

from accounts.models import User
from journal.models import Employer, Interview
from journal.ownership.hanging import firm_keys
from journal.ownership.models import Conflict, InTrash, Owned, WholeRow
from journal.ownership.trash import move_to_trash
from tests.factories import make_employer
from tests.ownership.writers import Story, all_of, changes, every_form
from tests.trash.everything import TABLES, _all

FORMS = every_form()
# What follows from the rest: of a round, its place; and no strength can have cost the offer.
DERIVED = {"changed_at", "version", "renderer", "order", "cost_the_offer"}


class Rollback(Exception):
    pass


@pytest.fixture
def story(alice):
    return Story.write(alice)


def cells(story, only=None) -> dict[tuple, object]:
    """{(table, key, column): what stands there}"""
    people = User.objects.filter(pk=story.owner.pk)
    return {
        (table.__name__, row["id"], name): value
        for table in [*TABLES, User]
        if only is None or table.__name__ in only
        for row in (people if table is User else _all(table)).values()
        for name, value in row.items()
    }


def changed(before: dict, after: dict) -> dict[tuple, object]:
    found = {key: after.get(key) for key in {*before, *after} if before.get(key) != after.get(key)}
    return {key: value for key, value in found.items() if key[2] not in DERIVED}


def undone(act):
    """What `act` answers; nothing of it stays."""
    answers = []
    try:
        with transaction.atomic():
            answers.append(act())
            raise Rollback
    except Rollback:
        return answers[0]


@dataclass
class Half:
    """A form, sent with every second of its fields changed."""

    form: type
    sent: object
    part: int

    def load(self, story):
        made = story.make(self.form, self.sent)
        assert made.is_valid(), (self.form, made.errors)
        return made

    def alone(self, story) -> dict:
        def act():
            before = cells(story)
            self.load(story).save()
            return changed(before, cells(story))

        return undone(act)


def halves(story, form) -> list[Half]:
    """Two that change no field both."""
    sent, found = undone(lambda: changes(story, form))
    assert found, f"{form.__name__}: nothing of it can be changed by tests/ownership/writers.py"
    parts = [dict([*found.items()][first::2]) for first in (0, 1)]
    sent = undone(lambda: [all_of(story, form, sent, part) for part in parts])
    return [Half(form, each, part) for part, each in enumerate(sent) if parts[part]]


def test_what_another_saved_meanwhile_stays(story):
    """Load A, load B, save B, save A: of every two forms that write one row."""
    written = [(half, half.alone(story)) for form in FORMS for half in halves(story, form)]
    there = {key[:2] for key in cells(story)}
    undone_by: list[str] = []
    rows = [{key[:2] for key in own} & there for _, own in written]
    for (one, own), mine in zip(written, rows, strict=True):
        for (two, others), theirs in zip(written, rows, strict=True):
            if mine & theirs and one.part != two.part:
                undone_by += _undone_by(story, one, two, own=own, others=others)
    assert undone_by == []


def _undone_by(story, one: Half, two: Half, **alone) -> list[str]:
    """Saved in one request's time; or from a page that was left open."""
    same = one.form is two.form
    ways = (True, False) if same else (one.part == two.part,)
    lost = [undone(lambda way=way: _lost(story, one, two, way, **alone)) for way in ways]
    return [f"{one.form.__name__} undoes {two.form.__name__}: {each}" for each in lost if each]


def _lost(story, one: Half, two: Half, loaded, *, own: dict, others: dict) -> dict:
    only = {key[0] for key in [*own, *others]}
    before = cells(story, only)
    versions = {key: value for key, value in before.items() if key[2] == "version"}
    first = one.load(story) if loaded else None
    two.load(story).save()
    theirs = changed(before, cells(story, only))
    try:
        with transaction.atomic():
            first = first or story.make(one.form, one.sent)
            if first.is_valid():
                first.save()
    except Conflict:
        pass
    now = cells(story, only)
    lost = {key: (value, now.get(key)) for key, value in theirs.items() if key not in own}
    assert all(now[key] >= value for key, value in versions.items())
    return {key: (*pair, loaded) for key, pair in lost.items() if pair[0] != pair[1]}


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_what_is_in_the_trash_is_not_saved(story, form):
    """An edit that began before its row was deleted, or what that hangs off."""
    if form._meta.model is User:
        return
    for half in (each for each in halves(story, form) if each.alone(story)):
        for root in _above(half.load(story).instance):
            undone(lambda half=half, root=root: _is_refused(story, half, root))


def _above(row: Owned) -> list[Owned]:
    keys = [key for key in firm_keys(type(row)) if getattr(row, key.attname)]
    rows = [above for key in keys for above in _above(getattr(row, key.name))]
    return [*([row] if row.pk else []), *rows]


def _is_refused(story, half: Half, root: Owned) -> None:
    made = half.load(story)
    move_to_trash(type(root).objects.get(pk=root.pk))
    before = cells(story)
    with pytest.raises(InTrash), transaction.atomic():
        made.save()
    assert changed(before, cells(story)) == {}


def test_a_row_is_never_written_whole(story):
    row = story.row(Interview)
    with pytest.raises(WholeRow):
        row.save()


def test_every_row_can_only_be_stored():
    """No model of what a person wrote saves in a way of its own."""
    waiting, own = [Owned], []
    while waiting:
        model = waiting.pop()
        waiting += model.__subclasses__()
        own += [model.__name__ for name in ("save", "save_base") if name in vars(model)]
    assert own == ["Owned"]


def test_a_text_its_rendering_and_its_version_go_together(alice):
    employer = make_employer(alice, note="*before*")
    stale = Employer.objects.get(pk=employer.pk)
    employer.store(note="**after**", site="https://fernwood.example")
    with pytest.raises(Conflict):
        stale.store(note="from another tab")
    stale.store(site="https://else.example")
    stored = Employer.objects.get(pk=employer.pk)
    assert (stored.note, stored.version) == ("**after**", 2)
    assert stored.note_html == "<p><strong>after</strong></p>"
    assert alice.versions.get().text == "*before*"


def test_a_person_saved_whole_writes_what_changed_since(alice):
    stale = User.objects.get(pk=alice.pk)
    User.objects.get(pk=alice.pk).stop_mail()
    stale.set_password("another long password")
    stale.save()
    alice.refresh_from_db()
    assert not alice.mail_on
    assert alice.check_password("another long password")
