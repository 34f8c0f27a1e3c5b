from datetime import timedelta

from django.utils import timezone

from journal.models import Heartbeat
from journal.reminders.watch import told_to_staff
from tests.factories import make_delivery


def test_it_counts_what_waits_failed_went_and_died(alice):
    now = timezone.now()
    day = alice.today()
    type(alice).objects.update(mail_next_at=None)
    tried = {"attempts": 2, "not_before": now + timedelta(hours=1)}
    make_delivery(alice, day, due_at=now - timedelta(hours=3), **tried)
    make_delivery(alice, day - timedelta(1), due_at=now)
    make_delivery(alice, day - timedelta(2), state="sent", done_at=now)
    make_delivery(alice, day - timedelta(40), state="sent", done_at=now - timedelta(days=40))
    make_delivery(alice, day - timedelta(3), state="dead", done_at=now)
    Heartbeat.objects.create(name="here:1", at=now - timedelta(minutes=7))
    facts = told_to_staff()
    assert facts["Mails queued"] == 2
    assert facts["Of these failed, to be tried again"] == 1
    assert facts["Oldest mail overdue"] == "for 3\xa0hours"
    assert facts["Sent in 30 days"] == 1
    assert facts["Dead in 30 days"] == 1
    assert facts["Reminder worker"] == "silent, last seen 7\xa0minutes ago"
    Heartbeat.objects.create(name="here:2", at=now)
    assert told_to_staff()["Reminder worker"].startswith("at work, last seen ")


def test_on_a_new_server_it_says_so(db, settings):
    facts = told_to_staff()
    assert facts["Reminder worker"] == "never seen"
    assert facts["Oldest mail overdue"] == "none"
    assert facts["Mails go to"] == str(settings.DATA_DIR / "mail")


def test_whose_mail_no_worker_has_planned_is_overdue_too(alice):
    type(alice).objects.update(mail_next_at=timezone.now() - timedelta(hours=2))
    assert told_to_staff()["Oldest mail overdue"] == "for 2\xa0hours"


def test_what_is_only_written_to_a_file_is_not_sent(alice):
    make_delivery(alice, state="written", done_at=timezone.now())
    assert told_to_staff()["Sent in 30 days"] == 0
