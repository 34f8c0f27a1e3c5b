"""What a mail says, and what it does not."""

import re
from datetime import timedelta
from email.utils import parsedate_to_datetime

import pytest
from django.utils import timezone

from journal.models import Delivery, Round
from journal.reminders.delivering import deliver
from journal.reminders.links import stop_url
from journal.reminders.posting import Post
from tests.factories import (
    make_delivery,
    make_employer,
    make_interview,
    make_problem,
    make_rejection,
    make_round,
)

SITE = "https://journal.example.org"


@pytest.fixture
def journal(alice, problem, settings):
    """A day with three things, and texts that no mail may carry."""
    settings.SITE_URL = SITE
    fernwood = make_interview(alice, make_employer(alice, "Fernwood Robotics"))
    tomorrow = alice.today() + timedelta(days=1)
    make_round(fernwood, on=tomorrow, kind=Round.Kind.CODING, how_it_went="SECRET notes")
    quillpost = make_interview(alice, make_employer(alice, "Quillpost"))
    make_rejection(alice, quillpost, told_on=alice.today() - timedelta(5), message="SECRET message")
    problem.store(question="SECRET answer", went_wrong="SECRET answer")
    make_problem(alice, title="Design <a> rate limiter & more", due=alice.today())
    make_delivery(alice)
    return alice


def sent(mailbox):
    with Post() as post:
        deliver(post)
    ((_, mail),) = mailbox.mails
    return mail


def parts(mail):
    plain = mail.get_body(("plain",)).get_content()
    html = mail.get_body(("html",)).get_content()
    return plain.replace("\r\n", "\n"), html


def test_its_headers_say_what_it_is_and_how_to_stop_it(journal, mailbox):
    mail = sent(mailbox)
    assert mail["To"] == journal.email
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["X-Auto-Response-Suppress"] == "All"
    assert mail["List-Unsubscribe"].startswith(f"<{SITE}/reminders/stop/")
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert "<reminders." in mail["List-Id"]
    assert abs(parsedate_to_datetime(mail["Date"]) - timezone.now()) < timedelta(minutes=5)


def test_its_headers_are_read_as_they_stand(journal, mailbox, settings):
    """No mail program decodes the addresses in them."""
    settings.SITE_URL = "https://a-rather-long-name-for-a-journal.of-my-own.example.org"
    sent(mailbox)
    (raw,) = mailbox.raw
    head = raw.partition(b"\r\n\r\n")[0].decode("ascii")
    (stop,) = re.findall(r"^List-Unsubscribe: <(.*)>\r$", head, re.MULTILINE)
    assert stop == stop_url(journal)
    assert "=?" not in head
    assert max(map(len, raw.split(b"\r\n"))) <= 998


def test_its_subject_gives_nothing_away(journal, mailbox):
    assert sent(mailbox)["Subject"] == "Upturn: three things today"


def test_its_subject_tells_where_that_is_wanted(journal, mailbox):
    journal.mail_subject_tells = True
    journal.save()
    assert sent(mailbox)["Subject"] == "Upturn: Fernwood Robotics, tomorrow, and two more"


def test_it_holds_the_list_itself_with_a_link_to_each(journal, problem, mailbox):
    plain, html = parts(sent(mailbox))
    for part in (plain, html):
        assert "Fernwood Robotics, tomorrow" in part
        assert "Quillpost" in part
        assert problem.title in part
        assert f"{SITE}/practice/{problem.pk}/solve/" in part
        assert f"{SITE}/practice/session/" in part
    assert "Design <a> rate limiter & more" in plain
    assert "Design &lt;a&gt; rate limiter &amp; more" in html
    assert plain.index("Fernwood") < plain.index("Quillpost") < plain.index("Solve two problems")


def test_an_interview_tomorrow_comes_with_what_is_worth_solving_before_it(journal, mailbox):
    fernwood = journal.employers.get(name="Fernwood Robotics").interviews.get()
    asked = make_problem(journal, interview=fernwood, title="Two sum, streamed", due=None)
    plain, html = parts(sent(mailbox))
    first = plain[: plain.index("2. ")]
    assert "Worth solving before it:" in first
    assert f"- {asked.title}\n     {SITE}/practice/{asked.pk}/solve/" in first
    assert html.index(asked.title) < html.index("Quillpost")


def test_it_says_why_it_came_and_how_to_stop_it(journal, mailbox):
    for part in parts(sent(mailbox)):
        assert "You get this because reminders are on" in part
        assert f"{SITE}/reminders/" in part
        assert f"{SITE}/reminders/stop/" in part


def test_it_carries_no_feedback_note_or_answer(journal, mailbox):
    mail = sent(mailbox)
    assert "SECRET" not in "".join([*parts(mail), *mail.values()])


def test_counts_only_where_titles_are_not_wanted(journal, problem, mailbox):
    journal.mail_titles, journal.mail_subject_tells = False, True
    journal.save()
    mail = sent(mailbox)
    for part in (*parts(mail), mail["Subject"]):
        for name in ("Fernwood", "Quillpost", problem.title, "rate limiter"):
            assert name not in part
    plain, _ = parts(mail)
    assert "Solve two problems again" in plain
    assert f"An interview on {journal.today() + timedelta(days=1):%A}\n" in plain


def test_what_there_are_several_of_is_one_line_where_titles_are_not_wanted(alice, mailbox):
    for days in (4, 5):
        make_rejection(alice, make_interview(alice), told_on=alice.today() - timedelta(days))
    alice.mail_titles = False
    alice.save()
    make_delivery(alice)
    mail = sent(mailbox)
    plain, _ = parts(mail)
    assert plain.startswith("Two things today.\n\n1. Two to ask for written feedback\n")
    assert "2." not in plain
    assert mail["Subject"] == "Upturn: two things today"


def test_it_says_that_nothing_else_needs_you_only_where_that_is_so(journal, mailbox):
    plain, html = parts(sent(mailbox))
    assert "Then nothing else needs you." in html
    mailbox.mails.clear()
    Delivery.objects.all().delete()
    for days in (4, 6):
        make_rejection(journal, make_interview(journal), told_on=journal.today() - timedelta(days))
    make_delivery(journal)
    plain, html = parts(sent(mailbox))
    assert "nothing else needs you" not in html
    assert "What else there is stands on" in html
    assert f"What else there is stands on Today: {SITE}/" in plain


def test_it_is_read_well_in_a_terminal(journal, mailbox):
    plain, _ = parts(sent(mailbox))
    assert "\n\n\n" not in plain
    assert max(len(line) for line in plain.splitlines() if "http" not in line) <= 78


def test_a_link_opens_the_right_thing_after_signing_in(journal, problem, client):
    answer = client.get(f"/practice/{problem.pk}/solve/")
    assert answer.url == f"/accounts/login/?next=/practice/{problem.pk}/solve/"
    signed_in = client.post(
        answer.url, {"login": journal.email, "password": "a long enough password"}
    )
    assert signed_in.url == f"/practice/{problem.pk}/solve/"
