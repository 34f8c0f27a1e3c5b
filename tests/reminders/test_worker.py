"""Real workers, killed and cut off: nothing is lost. At length in tests/soak/test_reminders.py."""

import random
import signal
from datetime import timedelta

import pytest
import time_machine
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from journal.models import Delivery, Heartbeat
from journal.reminders import delivering
from journal.reminders.delivering import Outcome, deliver
from journal.reminders.mails import reminder
from journal.reminders.posting import Post
from journal.reminders.worker import Worker
from tests.mail_server import free_port, served_at
from tests.reminders.crowd import (
    ACTS,
    Workers,
    counting,
    end_leases,
    gather,
    nothing_waits,
    wait_until,
)

State = Delivery.State


@pytest.mark.django_db(transaction=True)
def test_killed_again_and_again_it_loses_none(tmp_path):
    people, kills = 120, 4
    gather(people)
    with counting() as (counter, port), Workers(1, port, tmp_path) as workers:
        for _ in range(kills):
            so_far = counter.number
            wait_until(lambda so_far=so_far: counter.number >= so_far + 15)
            workers.kill(0)
            end_leases()
        wait_until(nothing_waits)
    assert len(counter.came) == people
    assert counter.number - people <= kills
    assert counter.most_copies() <= 2
    assert counter.ids_differ() == []
    assert Delivery.objects.filter(state=State.SENT).count() == people


@pytest.mark.django_db(transaction=True)
def test_two_at_once_send_each_once_and_once_drains_and_ends(tmp_path):
    gather(60)
    with counting() as (counter, port):
        for process in Workers(2, port, tmp_path, "--once").processes:
            assert process.wait(30) == 0
    assert counter.number == len(counter.came) == 60
    assert Heartbeat.objects.count() == 2


@pytest.mark.django_db(transaction=True)
def test_told_to_stop_while_the_mail_server_hangs_it_ends_soon(tmp_path):
    gather(1)
    with counting(hang=14) as (counter, port), Workers(1, port, tmp_path) as workers:
        wait_until(lambda: counter.begun)
        (process,) = workers.processes
        process.terminate()
        assert process.wait(10) == -signal.SIGALRM


@pytest.mark.django_db(transaction=True)
def test_who_is_done_or_gone_or_wants_none_just_before_gets_none(settings, monkeypatch):
    """While a mail goes, the next person is done, deletes it, stops it or goes."""
    monkeypatch.setattr(delivering, "FRESH", timedelta(0))
    people = gather(24)
    following = dict(zip([each.email for each in people], people[1:], strict=False))

    def meanwhile(address):
        if person := following.get(address):
            ACTS[people.index(person) // 2 % len(ACTS)](person)
        connection.close()

    with counting(meanwhile=meanwhile) as (counter, port):
        settings.MAILERS = served_at(port)
        with Post() as post:
            deliver(post)
    assert list(counter.came) == [each.email for each in people[::2]]


def test_cut_off_again_and_again_it_loses_none(db, settings):
    people, chance = 60, random.Random(6)
    gather(people)
    with counting(drop=lambda: chance.random() < 0.15) as (counter, port):
        settings.MAILERS = served_at(port)
        with time_machine.travel(timezone.now()) as clock:
            while not nothing_waits():
                with Post() as post:
                    while deliver(post) is not Outcome.NOTHING:
                        pass
                clock.shift(timedelta(minutes=10))
    assert len(counter.came) == people
    assert Delivery.objects.filter(attempts__gt=1).exists()


def test_it_beats_between_the_mails_of_a_batch(db, settings, monkeypatch):
    """Each takes a slow mail server half a minute."""
    gather(6)
    silent = []

    def note(*args):
        silent.append(timezone.now() - Heartbeat.objects.get().at)
        return reminder(*args)

    monkeypatch.setattr(delivering, "reminder", note)
    with (
        time_machine.travel(timezone.now(), tick=False) as clock,
        counting(meanwhile=lambda _: clock.shift(30)) as (_, port),
    ):
        settings.MAILERS = served_at(port)
        Worker().drain()
    assert len(silent) == 6
    assert max(silent) < timedelta(seconds=60)


def test_once_plans_and_delivers_all_that_is_due_and_says_what_became_of_it(
    alice, problem, mailbox, capsys, clock
):
    call_command("worker", "--once")
    assert len(mailbox.to(alice.email)) == 1
    assert capsys.readouterr().out == "Mails: 1 sent.\n"
    clock.shift(1)
    call_command("worker", "--once")
    assert capsys.readouterr().out == "Mails: none to send.\n"


def test_once_fails_where_the_mail_server_takes_none(alice, problem, settings, capsys):
    settings.MAILERS = served_at(free_port())
    with pytest.raises(CommandError, match=r"What waits is tried again\. Nothing listens"):
        call_command("worker", "--once")
    assert capsys.readouterr().out == "Mails: 1 waiting.\n"
