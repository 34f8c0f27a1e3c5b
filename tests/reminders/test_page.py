"""The page on which a person chooses what comes, tries it, and sees what became of it."""

from datetime import date, timedelta
from threading import BoundedSemaphore

import pytest
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone

from journal.mail_quota import MailQuotaSlot, to_address
from journal.reminders import views
from tests.factories import make_delivery
from tests.mail_server import free_port, served_at

PAGE = "/reminders/"
WISHES = {
    "mail_on": "on",
    "mail_kinds": ["problems", "week"],
    "mail_weekdays": ["0", "4"],
    "mail_hour": "7",
}


@pytest.fixture(autouse=True)
def _fresh_cache(db):
    cache.clear()


def text(client, **kwargs):
    return " ".join(client.get(PAGE, **kwargs).content.decode().split())


def test_wishes_are_kept_and_the_next_mail_goes_by_them(alice, alice_client, mailbox):
    alice_client.post(PAGE, WISHES)
    alice.refresh_from_db()
    assert (alice.mail_kinds, alice.mail_weekdays) == (["problems", "week"], [0, 4])
    assert (alice.mail_hour, alice.mail_titles) == (7, False)
    assert alice.mail_next_at.isoformat() == "2026-11-27T07:00:00+00:00"
    assert "The next one comes on Friday 27 November at 07:00" in text(alice_client)


@pytest.mark.parametrize("missing", ["mail_kinds", "mail_weekdays"])
def test_with_mails_on_something_and_some_day_is_chosen(alice, alice_client, missing):
    sent = {name: value for name, value in WISHES.items() if name != missing}
    answer = alice_client.post(PAGE, sent)
    assert answer.status_code == 422
    assert "or turn the mails off" in answer.content.decode()
    alice.refresh_from_db()
    assert alice.mail_hour == 8


@pytest.mark.parametrize(
    "junk", [{"mail_hour": "24"}, {"mail_kinds": ["x"]}, {"mail_weekdays": ["7"]}]
)
def test_junk_is_refused(alice_client, junk):
    assert alice_client.post(PAGE, WISHES | junk).status_code == 422


def test_off_is_off(alice, alice_client):
    alice_client.post(PAGE, {"mail_hour": "8"})
    alice.refresh_from_db()
    assert not alice.gets_mail


def test_quiet_days_come_and_go(alice, alice_client):
    alice_client.post("/reminders/quiet/", {"first": "2026-12-24", "last": "2026-12-26"})
    alice_client.post("/reminders/quiet/", {"first": "2026-11-25"})
    page = text(alice_client)
    assert "Thursday 24 December to Saturday 26 December" in page
    alice.refresh_from_db()
    assert alice.mail_next_at.date() == date(2026, 11, 26)
    alice_client.post("/reminders/quiet/end/", {"begins": "2026-12-24", "ends": "2026-12-26"})
    alice.refresh_from_db()
    assert alice.quiet_days == [date(2026, 11, 25)]


@pytest.mark.parametrize(
    ("days", "says"),
    [
        ({"first": "2026-11-01"}, "Choose a day from today on."),
        ({"first": "2026-12-24", "last": "2026-12-01"}, "lies before the first"),
        ({"first": "2026-12-24", "last": "2036-12-01"}, "a year at most"),
        ({"first": "soon"}, "a day that is in the calendar"),
    ],
)
def test_quiet_days_that_make_no_sense_are_refused(alice_client, days, says):
    answer = alice_client.post("/reminders/quiet/", days)
    assert answer.status_code == 422
    assert says in answer.content.decode()


def test_the_test_button_shows_what_the_mail_server_answered(alice, alice_client, mailbox):
    page = alice_client.post("/reminders/test/", follow=True).content.decode()
    assert "250 2.0.0 OK: queued as 4Fq2" in page
    (mail,) = mailbox.to(alice.email)
    assert mail["Subject"] == "Upturn: mail reaches you"


def test_the_test_button_says_what_is_wrong(alice_client, settings):
    settings.MAILERS = served_at(free_port())
    page = alice_client.post("/reminders/test/", follow=True).content.decode()
    assert "No mail went. Nothing listens at the mail server&#x27;s port." in page


def test_an_impatient_click_sends_one(alice_client, mailbox):
    for _ in range(3):
        page = alice_client.post("/reminders/test/", follow=True).content.decode()
    assert len(mailbox.mails) == 1
    assert "One was sent a moment ago." in page


def test_without_a_mail_server_it_says_so(alice_client, grace_client, settings):
    settings.SENDS_MAIL = False
    assert "This server sends no mail yet." in text(alice_client)
    assert "MAIL_URL" not in text(alice_client)
    assert "MAIL_URL" in text(grace_client)


def test_while_the_site_is_this_computer_it_says_that_no_phone_opens_its_links(
    alice_client, settings
):
    assert "opens on this computer only" in text(alice_client)
    settings.ON_LOOPBACK = False
    assert "opens on this computer only" not in text(alice_client)


def test_an_address_that_is_refused_is_told_until_it_is_tried_again(alice, alice_client):
    alice.refuse_mail("550 No such person.")
    assert "550 No such person." in text(alice_client)
    assert "comes back" in alice_client.get("/").content.decode()
    given_up = make_delivery(alice, state="dead", done_at=timezone.now(), attempts=1)
    told = alice_client.post("/reminders/address/", follow=True).content.decode()
    assert f"Mail may go to {alice.email} again: the next one goes now." in told
    given_up.refresh_from_db()
    assert (given_up.state, given_up.attempts) == ("queued", 0)
    alice.refresh_from_db()
    assert alice.gets_mail
    assert alice.mail_next_at > timezone.now()


def test_another_address_is_tried_anew(alice):
    alice.refuse_mail("550 No such person.")
    alice.email = "other@example.org"
    alice.save()
    alice.refuse_mail("550 said of the one before")
    alice.refresh_from_db()
    assert "before" in alice.mail_refused  # the same address, said by another look


def test_the_log_tells_what_became_of_each(alice, alice_client):
    now = timezone.now()
    day = alice.today()
    make_delivery(alice, day, attempts=2, answer="The mail server hung up.")
    fields = {"kinds": ["problems", "ask"], "done_at": now, "answer": "250 OK"}
    make_delivery(alice, day - timedelta(1), state="sent", **fields)
    make_delivery(alice, day - timedelta(2), state="dead", attempts=10, done_at=now)
    page = text(alice_client)
    assert "Waiting: tried twice, and again at 12:00" in page
    assert "The mail server hung up." in page
    assert "Sent at 12:00: problems to solve again and ask for feedback" in page
    assert "The mail server answered “250 OK”" in page
    assert "Given up at 12:00, tried ten times" in page


@pytest.mark.parametrize(("days", "is_told"), [(0, True), (1, True), (2, False)])
def test_a_mail_that_was_given_up_is_told_on_today(alice, alice_client, bob_client, days, is_told):
    on = alice.today() - timedelta(days=days)
    make_delivery(alice, on, state="dead", attempts=10, done_at=timezone.now())
    assert ("A reminder could not be sent" in alice_client.get("/").content.decode()) is is_told
    assert "could not be sent" not in bob_client.get("/").content.decode()


def test_what_was_only_written_to_a_file_is_not_said_to_be_sent(alice, alice_client):
    make_delivery(alice, state="written", kinds=["problems"], done_at=timezone.now())
    assert "answered" not in text(alice_client)
    assert "Written to a file at 12:00: problems to solve again" in text(alice_client)
    assert "written to a file now" in text(alice_client)


def test_the_next_mail_is_none_of_a_day_that_had_its_mail(alice, alice_client, mailbox):
    """A later hour, chosen after today's has gone, brings no second one."""
    make_delivery(alice, state="sent", done_at=timezone.now())
    alice_client.post(PAGE, WISHES | {"mail_hour": "18", "mail_weekdays": ["1", "2"]})
    assert "The next one comes on Wednesday 25 November at 18:00" in text(alice_client)


def test_one_comes_back_to_the_place_one_was_at(alice, alice_client):
    answer = alice_client.post("/reminders/quiet/", {"first": "2026-12-24"})
    assert answer.url == "/reminders/#quiet"
    assert alice_client.post("/reminders/calendar/start/").url == "/reminders/#calendar"


def test_the_log_is_ones_own(alice, bob_client):
    make_delivery(alice, answer="ALICE")
    assert "ALICE" not in text(bob_client)


def test_the_calendar_has_an_address_that_can_be_taken_back(alice, alice_client, client):
    alice_client.post("/reminders/calendar/start/")
    alice.refresh_from_db()
    first = address(alice_client)
    answer = client.get(first)
    assert (answer.status_code, answer.headers["Content-Type"]) == (
        200,
        "text/calendar; charset=utf-8",
    )
    assert not answer.cookies
    alice_client.post("/reminders/calendar/start/")
    assert client.get(first).status_code == 404
    second = address(alice_client)
    alice_client.post("/reminders/calendar/end/")
    assert client.get(second).status_code == 404


def address(client):
    whole = client.get(PAGE).context["calendar_url"]
    return "/" + whole.partition("//")[2].partition("/")[2]


def test_the_calendar_can_be_downloaded(alice_client):
    answer = alice_client.get(reverse("reminders:calendar_file"))
    assert "upturn.ics" in answer.headers["Content-Disposition"]
    assert answer.content.startswith(b"BEGIN:VCALENDAR")


def test_a_few_test_mails_a_day_and_no_more(alice_client, mailbox, settings):
    for _ in range(settings.TEST_MAILS_A_DAY + 3):
        cache.clear()
        page = alice_client.post("/reminders/test/", follow=True).text
    assert len(mailbox.mails) == settings.TEST_MAILS_A_DAY
    assert "This server sends five test mails a day at most." in page


def test_test_mails_count_by_their_address_too(alice, alice_client, mailbox, settings):
    """Another account that has the same address cannot be; one that had it can."""
    settings.MAILS_A_DAY_PER_ADDRESS = 1
    MailQuotaSlot.objects.take(to_address(alice.email.upper()))
    page = alice_client.post("/reminders/test/", follow=True).text
    assert not mailbox.mails
    assert "one mail a day to one address" in page


def test_a_test_mail_that_did_not_go_is_not_counted(alice_client, settings):
    settings.MAILERS = served_at(free_port())
    for _ in range(settings.TEST_MAILS_A_DAY + 1):
        cache.clear()
        page = alice_client.post("/reminders/test/", follow=True).text
    assert "No mail went. Nothing listens" in page


def test_a_test_mail_that_may_have_gone_says_so_and_is_counted(alice_client, mailbox):
    mailbox.hangs_up = "after"
    page = alice_client.post("/reminders/test/", follow=True).text
    assert "It may have gone" in page
    assert MailQuotaSlot.objects.exists()


def test_two_at_most_wait_for_the_mail_server(alice_client, mailbox, monkeypatch):
    monkeypatch.setattr(views, "TRIALS_AT_ONCE", BoundedSemaphore(1))
    with views.TRIALS_AT_ONCE:
        page = alice_client.post("/reminders/test/", follow=True).text
    assert not mailbox.mails
    assert "Others are trying it just now." in page
