import pytest
from django.apps import apps
from django.db import IntegrityError, transaction
from hypothesis import given
from hypothesis import strategies as st

from journal.demo.story import write_journal
from journal.models import (
    Delivery,
    Employer,
    Evidence,
    Gap,
    Heartbeat,
    Interview,
    LetterDelivery,
    MailQuotaSlot,
    Problem,
    Version,
)
from journal.ownership.models import Owned, OwnerMismatch, owned_keys
from journal.ownership.text import name_key, with_lf
from journal.ownership.trash import move_to_trash, restore
from tests.factories import (
    make_delivery,
    make_employer,
    make_evidence,
    make_feedback,
    make_gap,
    make_interview,
    make_problem,
    make_rejection,
    make_round,
)

# What the workers write of themselves and of their mails: no word of a person.
OF_THE_WORKERS = {Delivery, Heartbeat, LetterDelivery, MailQuotaSlot}
OWNED = [
    model for model in apps.get_app_config("journal").get_models() if model not in OF_THE_WORKERS
]


def test_every_table_is_owned():
    assert all(issubclass(model, Owned) for model in OWNED if not model._meta.auto_created)


def test_a_mail_goes_with_its_person(alice):
    make_delivery(alice)
    alice.delete()
    assert not Delivery.objects.exists()


@pytest.mark.parametrize("model", OWNED, ids=lambda model: model.__name__)
def test_every_index_starts_with_the_owner(model):
    assert all(index.fields[0] == "owner" for index in model._meta.indexes)


@pytest.mark.parametrize("model", OWNED, ids=lambda model: model.__name__)
def test_a_row_says_its_kind_and_key_only(model):
    assert str(model(pk=7)) == f"{model.__name__} 7"


def test_no_key_reaches_another_person(alice, bob):
    """Whatever the journal holds, each key and each link stays within one owner."""
    write_journal(alice, rejections=3)
    write_journal(bob, rejections=3)
    for model in OWNED:
        for key in owned_keys(model):
            rows = model.with_trash.exclude(**{key.name: None})
            pairs = rows.values_list("owner", f"{key.name}__owner")
            assert all(mine == theirs for mine, theirs in pairs), (model, key.name)
    links = Problem.gaps.through.objects.values_list("problem__owner", "gap__owner")
    assert links
    assert all(mine == theirs for mine, theirs in links)


def test_saving_refuses_a_key_of_another_owner(alice, bob):
    employer = make_employer(bob)
    with pytest.raises(OwnerMismatch):
        make_interview(alice, employer=employer)
    with pytest.raises(OwnerMismatch):
        Interview(owner=alice, employer_id=employer.pk).save()


def test_names_are_one_whatever_their_case(alice, bob):
    make_employer(alice, "Straße GmbH")
    make_employer(bob, "STRASSE gmbh")
    with pytest.raises(IntegrityError), transaction.atomic():
        make_employer(alice, "STRASSE  gmbh")


@given(st.text())
def test_a_name_key_is_stable(name):
    assert name_key(name_key(name)) == name_key(name)


@given(st.text(alphabet="a\r\n"))
def test_newlines_are_lf_and_nothing_else_is_lost(text):
    assert "\r" not in with_lf(text)
    assert with_lf(text).count("a") == text.count("a")


def test_the_trash_takes_a_whole_subtree_and_gives_it_back(alice):
    rejection = make_rejection(alice)
    interview = rejection.interview
    make_round(interview)
    quote = make_evidence(make_feedback(interview), "clean code", make_gap(alice))
    batch = move_to_trash(interview)
    assert not alice.rejections.exists()
    assert not alice.feedback.exists()
    assert not Evidence.objects.exists()
    assert Gap.objects.get().evidence.count() == 0
    restore(alice, batch)
    assert alice.rejections.get() == rejection
    assert Gap.objects.get().evidence.get() == quote


def test_restoring_leaves_what_was_deleted_before(alice):
    interview = make_interview(alice)
    kept, gone = make_round(interview), make_round(interview)
    move_to_trash(gone)
    restore(alice, move_to_trash(interview))
    assert list(interview.rounds.all()) == [kept]


def test_a_name_in_the_trash_is_free_again(alice):
    move_to_trash(make_employer(alice, "Copperline"))
    make_employer(alice, "Copperline")
    assert Employer.with_trash.filter(owner=alice).count() == 2


def test_a_stranger_restores_nothing(alice, bob):
    batch = move_to_trash(make_employer(alice))
    restore(bob, batch)
    assert not alice.employers.exists()


def test_what_points_loosely_stays(alice):
    interview = make_interview(alice)
    round_ = make_round(interview)
    problem = make_problem(alice, interview, round=round_)
    move_to_trash(round_)
    problem.refresh_from_db()
    assert problem.round is None


def test_a_text_and_its_rendering_are_stored_together(alice):
    employer = make_employer(alice, note="*kind*")
    employer.refresh_from_db()
    assert employer.note_html == "<p><em>kind</em></p>"
    assert employer.rendered("note") == employer.note_html


def test_an_older_rendering_is_made_anew(alice):
    employer = make_employer(alice, note="*kind*")
    Employer.objects.update(renderer=0, note_html="<b>old</b>")
    employer.refresh_from_db()
    assert "<em>kind</em>" in employer.rendered("note")


def test_versions_belong_to_their_owner(alice):
    employer = make_employer(alice)
    Version.objects.create(owner=alice, kind="Employer", of=employer.uid, field="note", text="a")
    assert alice.versions.get().text == "a"
