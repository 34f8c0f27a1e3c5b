"""What was kept for its time goes for good, with all that went with it and no trace of a word."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from datetime import timedelta
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from time_machine import travel

from journal.models import Employer, Evidence, Gap, Interview, Problem, Round, Untied, Version
from journal.ownership import lying
from journal.ownership.hanging import owned_models
from journal.ownership.lying import KEPT_FOR, deleted, kept_since
from journal.ownership.purge import A_LOT, purge, purge_expired
from journal.ownership.trash import move_to_trash
from tests.factories import (
    make_attempt,
    make_employer,
    make_evidence,
    make_feedback,
    make_gap,
    make_interview,
    make_problem,
    make_rejection,
    make_round,
)
from tests.trash.everything import everything, write_everything

ANY = "12345678-1234-5678-1234-567812345678"


def age(row, by=KEPT_FOR + timedelta(minutes=1)) -> None:
    """As though it had been deleted so long ago."""
    type(row).with_trash.filter(pk=row.pk).update(deleted_at=timezone.now() - by)


def test_what_is_older_than_thirty_days_goes_and_nothing_else(alice, bob):
    old, new, theirs = make_gap(alice, "Old"), make_gap(alice, "New"), make_gap(bob, "Theirs")
    kept = make_gap(alice, "Alive")
    for row in (old, new, theirs):
        move_to_trash(row)
    age(old)
    age(new, KEPT_FOR - timedelta(minutes=1))
    age(theirs)
    assert purge_expired() == 2
    assert set(Gap.with_trash.all()) == {new, kept}
    assert purge_expired() == 0


def test_the_command_prints_how_many(alice):
    for name in ("One", "Two"):
        gone = make_employer(alice, name)
        make_round(make_interview(alice, gone))
        move_to_trash(gone)
    for gone in Employer.with_trash.all():
        age(gone)
    out = StringIO()
    call_command("purgetrash", stdout=out)
    assert out.getvalue() == "Gone for good: 2\n"


def test_deleting_something_takes_ones_own_old_things_out(alice, bob, alice_client):
    mine, theirs = make_gap(alice, "Mine"), make_gap(bob, "Theirs")
    for row in (mine, theirs):
        move_to_trash(row)
        age(row)
    alice_client.post(f"/gaps/{make_gap(alice).pk}/remove/")
    assert not Gap.with_trash.filter(pk=mine.pk).exists()
    assert Gap.with_trash.filter(pk=theirs.pk).exists()


def test_every_kind_goes_with_all_of_it_and_no_key_dangles(alice, bob):
    write_everything(alice)
    make_evidence(make_feedback(make_interview(bob)), "clean code", make_gap(bob))
    for model in owned_models():
        for uid in model.with_trash.values_list("uid", flat=True):
            Version.objects.create(owner=alice, kind=model.__name__, of=uid, field="a", text="b")
    untouched = {model: set(model.objects.filter(owner=bob)) for model in owned_models()}
    for model in owned_models():
        if row := model.objects.filter(owner=alice).order_by("-pk").first():
            uid, batch = row.uid, move_to_trash(row)
            assert purge(owner=alice, trash_id=batch) == 1
            connection.check_constraints()
            assert not model.with_trash.filter(pk=row.pk).exists()
            assert not Version.objects.filter(of=uid).exists()
            assert not Untied.with_trash.filter(trash_id=batch).exists()
    for employer in alice.employers.all():
        move_to_trash(employer)
    purge(owner=alice)
    assert not lying.deleted(owner=alice).exists()
    kept = {model for model in owned_models() if model.with_trash.filter(owner=alice).exists()}
    of_no_employer = {"Action", "Attempt", "Drawing", "Gap", "Priority", "Problem", "Wording"}
    assert {model.__name__ for model in kept} <= of_no_employer
    assert not alice.problems.exclude(interview=None).exists()
    assert {model: set(model.objects.filter(owner=bob)) for model in untouched} == untouched
    known = {row["uid"] for table in everything().values() for row in table if "uid" in row}
    assert set(Version.objects.values_list("of", flat=True)) <= known


def test_what_was_deleted_of_it_earlier_goes_along(alice):
    interview = make_rejection(alice).interview
    round_ = make_round(interview)
    problem = make_problem(alice, interview, round=round_)
    other = make_problem(alice, make_interview(alice), title="Stays", round=round_)
    move_to_trash(round_)
    assert Untied.with_trash.count() == 2
    assert purge(owner=alice, trash_id=move_to_trash(interview)) == 1
    assert not Round.with_trash.exists()
    assert not Untied.with_trash.exists()
    assert not Problem.with_trash.filter(pk=problem.pk).exists()
    assert alice.problems.get() == other


def test_a_gap_is_not_taken_along_by_the_feedback_that_named_it(alice):
    gap, feedback = make_gap(alice), make_feedback(make_interview(alice))
    make_evidence(feedback, "clean code", gap)
    problem = make_problem(alice)
    problem.gaps.add(gap)
    make_attempt(problem, grade=3, closes_gap=gap)
    with_gap = move_to_trash(gap)
    assert Untied.with_trash.get().trash_id == with_gap
    purge(owner=alice, trash_id=move_to_trash(feedback))
    assert not Evidence.with_trash.exists()
    assert Gap.with_trash.get().trash_id == with_gap
    assert Untied.with_trash.exists()
    purge(owner=alice, trash_id=with_gap)
    assert not Untied.with_trash.exists()
    assert not Problem.gaps.through.objects.exists()
    assert alice.attempts.get().closes_gap is None


def test_what_was_put_back_in_the_same_moment_stays(alice):
    """It was named as expired, and then it was not in the trash any more."""
    interview = make_interview(alice)
    make_round(interview)
    batch = move_to_trash(interview)
    for model in (Interview, Round):
        model.with_trash.filter(trash_id=batch).update(trash_id=None, deleted_at=None)
    assert purge(owner=alice, trash_id=batch) == 0
    assert Round.objects.exists()


def test_lots_follow_each_other(alice):
    many = A_LOT + 5
    for number in range(many):
        move_to_trash(make_gap(alice, f"Gap {number}"))
    with travel(timezone.now() + KEPT_FOR + timedelta(days=1)):
        assert purge_expired() == many
    assert not Gap.with_trash.exists()


def test_each_table_is_asked_by_its_index(alice):
    """The index of the trash alone: what is alive is not read, however much it is."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":  # so few rows are not worth an index to it
            cursor.execute("SET LOCAL enable_seqscan = off")
    plan = deleted(deleted_at__lt=kept_since()).explain()
    for model in owned_models():
        assert f"{model.__name__.lower()}_in_trash" in plan, (model, plan)


@pytest.mark.once
def test_a_persons_own_are_found_by_it_too(alice):
    for which in ({"deleted_at__gte": kept_since()}, {"trash_id": ANY}):
        plan = deleted(owner=alice, **which).explain()
        for model in owned_models():
            assert f"{model.__name__.lower()}_in_trash" in plan, (model, plan)


def test_looking_for_what_is_expired_is_one_query(alice):
    with CaptureQueriesContext(connection) as asked:
        purge_expired(owner=alice)
    assert len(asked) == 1


FILL = """
import uuid
import django; django.setup()
from journal.models import *
from tests.factories import make_person
owner = make_person()
batches = [{"owner": owner, "trash_id": uuid.uuid4()} for number in range(250)]
def fill(model, **columns):
    return model.objects.bulk_create(
        model(**batch, **{key: values[number] for key, values in columns.items()})
        for number, batch in enumerate(batches)
    )
names = [str(number) for number in range(250)]
days = ["2001-01-01T00:00Z"] * 250
interviews = fill(Interview, employer=fill(Employer, name=names, name_key=names, deleted_at=days))
rounds = fill(Round, interview=interviews)
problems = fill(Problem, interview=interviews, round=rounds, title=names)
fill(Attempt, problem=problems)
gap = Gap.objects.create(owner=owner, name="Gap")
Problem.gaps.through.objects.bulk_create(
    Problem.gaps.through(problem=problem, gap=gap) for problem in problems
)
Version.objects.bulk_create(
    Version(owner=owner, kind="Problem", of=each.uid, field="a", text="b") for each in problems
)
"""


@pytest.mark.once
def test_killed_anywhere_what_is_left_is_whole(tmp_path):
    """Each thing is there with all of it or gone with all of it; the next run ends the work."""
    run("manage.py", "migrate", "-v0", folder=tmp_path).wait()
    assert run("-c", FILL, folder=tmp_path).wait() == 0
    database = sqlite3.connect(tmp_path / "upturn.sqlite3")
    assert whole(database) == 250
    for in_the_midst in (a_lot_is_under_way, a_lot_is_gone, a_lot_is_under_way):
        before = whole(database)
        process = run("manage.py", "purgetrash", folder=tmp_path)
        while process.poll() is None and not in_the_midst(tmp_path, before):
            time.sleep(0.001)
        process.kill()
        assert process.wait() == -signal.SIGKILL
        assert 0 < whole(database) <= before
    assert run("manage.py", "purgetrash", folder=tmp_path).wait() == 0
    assert whole(database) == 0


def run(*command: str, folder: Path) -> subprocess.Popen:
    environment = {
        **os.environ,
        "DATA_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "config.settings",
        "PYTHONPATH": ".",
    }
    environment.pop("DATABASE_URL", None)
    out = subprocess.DEVNULL
    return subprocess.Popen([sys.executable, *command], env=environment, stdout=out)


def a_lot_is_under_way(folder: Path, before: int) -> bool:
    """What SQLite writes beside the file while it changes it."""
    return any(
        path.exists() and path.stat().st_size
        for path in (folder / f"upturn.sqlite3-{kind}" for kind in ("journal", "wal"))
    )


def a_lot_is_gone(folder: Path, before: int) -> bool:
    with sqlite3.connect(folder / "upturn.sqlite3", timeout=20) as database:
        return left_in(database, "employer") < before


def left_in(database, table: str) -> int:
    return database.execute(f"SELECT count(*) FROM journal_{table}").fetchone()[0]


def whole(database) -> int:
    """How many employers are left; each with its interview, round, problem, attempt, version."""
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    tables = ("employer", "interview", "round", "problem", "attempt", "version", "problem_gaps")
    counts = {table: left_in(database, table) for table in tables}
    assert len(set(counts.values())) == 1, counts
    return counts["employer"]
