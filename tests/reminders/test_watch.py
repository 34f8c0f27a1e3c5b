from datetime import timedelta

from django.utils import timezone

from journal.models import Heartbeat
from journal.reminders.watch import mail_facts
from tests.factories import make_delivery


def test_it_counts_what_waits_failed_went_and_died(alice):
    now = timezone.now()
    day = alice.today()
    make_delivery(alice, day, not_before=now - timedelta(hours=3))
    make_delivery(alice, day - timedelta(1), attempts=2, not_before=now + timedelta(hours=1))
    make_delivery(alice, day - timedelta(2), state="sent", done_at=now)
    make_delivery(alice, day - timedelta(40), state="sent", done_at=now - timedelta(days=40))
    make_delivery(alice, day - timedelta(3), state="dead", done_at=now)
    Heartbeat.objects.create(name="here:1", at=now - timedelta(minutes=7))
    facts = mail_facts()
    assert facts["Mails queued"] == 2
    assert facts["Of these failed, to be tried again"] == 1
    assert facts["Oldest mail overdue"] == "for 3\xa0hours"
    assert facts["Sent in 30 days"] == 1
    assert facts["Dead in 30 days"] == 1
    assert facts["Reminder worker"] == "silent for 7\xa0minutes"
    Heartbeat.objects.create(name="here:2", at=now)
    assert mail_facts()["Reminder worker"] == "at work"


def test_on_a_new_server_it_says_so(db, settings):
    facts = mail_facts()
    assert facts["Reminder worker"] == "never seen"
    assert facts["Oldest mail overdue"] == "none"
    assert facts["Mails go to"] == str(settings.DATA_DIR / "mail")
