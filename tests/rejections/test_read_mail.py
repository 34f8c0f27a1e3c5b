import re
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from journal.models import Interview, Rejection
from journal.rejections.intake import LARGEST
from tests.browser.fernwood import MESSAGE
from tests.factories import make_employer, make_interview
from tests.rejections.test_legible import PNG

MAILS = Path(__file__).parent / "mails"
URL = reverse("rejections:read_mail")
NEW = reverse("rejections:new")


def file(name="greenhouse-application-comma.eml"):
    return SimpleUploadedFile(name, (MAILS / name).read_bytes())


def read(client, fields):
    return client.post(URL, fields, follow=True)


def initial(answer):
    return answer.context["form"].initial


def test_a_pasted_message_fills_the_form(alice_client):
    answer = read(alice_client, {"message": MESSAGE})
    assert answer.status_code == 200
    found = initial(answer)
    assert found["employer"] == "Fernwood Robotics"
    assert found["role"] == "Senior Backend Engineer"
    assert found["stage"] == "Onsite or final rounds"
    assert found["message"] == MESSAGE
    assert "told_on" not in found
    assert '<mark class="read">' in answer.content.decode()
    assert not Rejection.objects.exists()


def test_a_file_fills_the_form(alice_client):
    answer = read(alice_client, {"mail": file()})
    assert initial(answer)["employer"] == "Brightwater"
    assert initial(answer)["told_on"] == date(2026, 9, 2)
    assert "no-reply@us.greenhouse-mail.io" in answer.content.decode()


def test_the_day_is_never_one_to_come(alice, alice_client):
    raw = b"From: a@b.example\nSubject: x\nDate: Fri, 1 Jan 2038 10:00:00 +0000\n\nNo."
    answer = read(alice_client, {"mail": SimpleUploadedFile("a.eml", raw)})
    assert initial(answer)["told_on"] == alice.today()


def test_what_was_typed_stays(alice_client):
    answer = read(alice_client, {"message": MESSAGE, "employer": "Fernwood", "role": ""})
    assert initial(answer)["employer"] == "Fernwood"
    assert initial(answer)["role"] == "Senior Backend Engineer"


def test_a_file_that_comes_with_the_form_is_read_first(alice_client):
    answer = alice_client.post(NEW, {"employer": "", "mail": file()}, follow=True)
    assert answer.status_code == 200
    assert initial(answer)["employer"] == "Brightwater"
    assert not Rejection.objects.exists()


def test_what_is_corrected_is_written_down(alice, alice_client):
    found = initial(read(alice_client, {"mail": file()}))
    answer = alice_client.post(reverse("rejections:new"), {**found, "role": "Engineer, Payments"})
    assert answer.status_code == 302
    rejection = alice.rejections.get()
    assert rejection.interview.role == "Engineer, Payments"
    assert rejection.told_on == date(2026, 9, 2)
    assert rejection.told_how == Rejection.Told.MAIL
    assert rejection.message.startswith("Dear Priya,")


def test_it_joins_the_interview_it_belongs_to(alice, alice_client):
    brightwater = make_employer(alice, "Brightwater")
    interview = make_interview(alice, brightwater, role="Software Engineer, Payments")
    found = initial(read(alice_client, {"mail": file()}))
    alice_client.post(reverse("rejections:new"), found)
    assert alice.rejections.get().interview == interview
    interview.refresh_from_db()
    assert interview.outcome == Interview.Outcome.REJECTED


def written_down(alice, role="Software Engineer, Payments"):
    return make_interview(alice, make_employer(alice, "Brightwater"), role=role)


def which(answer):
    field = answer.context["form"]["which"]
    return [key for key, _ in field.field.choices], field.value()


def test_no_mail_ends_an_interview_that_nobody_chose(alice, alice_client):
    """It may be an offer, or about something else."""
    interview = written_down(alice)
    answer = read(alice_client, {"mail": file()})
    assert "You have one open with them: is it this one?" in answer.text
    assert which(answer) == ([str(interview.pk), "another"], None)
    assert not re.search(r'name="which"[^>]*checked', answer.text)
    sent = initial(answer) | {"read": answer.context["key"]}
    refused = alice_client.post(NEW, sent, follow=True)
    assert "Choose one. What you typed is still here." in refused.text
    interview.refresh_from_db()
    assert interview.is_open
    alice_client.post(NEW, sent | {"which": interview.pk})
    assert alice.rejections.get().interview == interview


def test_nor_when_the_mail_is_not_kept_any_more(alice, alice_client):
    interview = written_down(alice)
    found = initial(read(alice_client, {"mail": file()}))
    answer = alice_client.post(NEW, found | {"read": "gone"})
    assert answer.status_code == 422
    assert which(answer) == ([str(interview.pk), "another"], None)
    assert not alice.rejections.exists()


def test_one_may_say_no_to_that(alice, alice_client):
    interview = written_down(alice)
    found = initial(read(alice_client, {"mail": file()}))
    alice_client.post(NEW, found | {"which": "another"})
    assert alice.rejections.get().interview != interview
    interview.refresh_from_db()
    assert interview.is_open


def test_where_it_is_not_plain_it_is_asked_with_the_mail_beside(alice, alice_client):
    interview = written_down(alice, role="Data Engineer")
    answer = read(alice_client, {"mail": file()})
    assert "You have one open with them: is it this one?" in answer.content.decode()
    assert which(answer) == ([str(interview.pk), "another"], None)


def test_a_corrected_employer_is_asked_about_anew(alice, alice_client):
    interview = written_down(alice)
    other = make_interview(alice, make_employer(alice, "Marlow"), role="")
    found = initial(read(alice_client, {"mail": file()}))
    answer = alice_client.post(NEW, found | {"employer": "Marlow", "which": interview.pk})
    assert answer.status_code == 422
    assert which(answer)[0] == [str(other.pk), "another"]
    assert "Choose one. What you typed is still here." in answer.content.decode()


def test_nothing_to_read_is_said(alice_client):
    answer = read(alice_client, {"message": "  "})
    assert answer.status_code == 422
    assert "choose its file" in answer.content.decode()


@pytest.mark.parametrize("raw", [PNG, bytes(range(256)), b" \n "], ids=["PNG", "bytes", "space"])
def test_a_file_without_text_is_refused_and_what_was_typed_stays(alice_client, raw):
    no_mail = SimpleUploadedFile("logo.eml", raw)
    answer = read(alice_client, {"mail": no_mail, "employer": "Fernwood", "role": "Engineer"})
    assert answer.status_code == 422
    assert "There is no text to read in this file." in answer.content.decode()
    assert initial(answer) == {"employer": "Fernwood", "role": "Engineer"}


def test_a_message_without_text_is_refused_and_stays(alice_client):
    answer = read(alice_client, {"message": "\x01\x02\x03\x04 \x05"})
    assert answer.status_code == 422
    assert "There is no text to read in this message." in answer.content.decode()
    assert initial(answer)["message"] == "\x01\x02\x03\x04 \x05"


def test_what_was_typed_beside_nothing_stays(alice_client):
    typed = {"employer": "Fernwood", "role": "Engineer", "told_on": "2026-11-02", "message": ""}
    answer = read(alice_client, typed)
    assert answer.status_code == 422
    assert initial(answer) == {name: value for name, value in typed.items() if value}
    assert 'value="Fernwood"' in answer.content.decode()


def test_a_message_typed_beside_a_file_stays(alice_client):
    answer = read(alice_client, {"mail": file(), "message": "Tom rang, too."})
    assert initial(answer)["message"].startswith("Dear Priya,")
    assert initial(answer)["message"].endswith("Tom rang, too.")


def test_a_day_that_was_chosen_stays_and_a_suggested_one_gives_way(alice, alice_client):
    chosen = read(alice_client, {"mail": file(), "told_on": "2026-09-01"})
    assert initial(chosen)["told_on"] == "2026-09-01"
    suggested = read(alice_client, {"mail": file(), "told_on": alice.today().isoformat()})
    assert initial(suggested)["told_on"] == date(2026, 9, 2)


def test_a_mail_too_large_is_said(alice_client):
    large = SimpleUploadedFile("a.eml", b"x" * (LARGEST + 1))
    answer = read(alice_client, {"mail": large})
    assert answer.status_code == 422
    assert "larger than 2 MB" in answer.content.decode()


def test_a_text_too_large_is_kept(alice_client):
    text = "x" * (LARGEST + 1)
    answer = read(alice_client, {"message": text})
    assert answer.status_code == 422
    assert text in answer.content.decode()


def test_a_mail_that_tells_nothing_keeps_its_words(alice_client):
    answer = read(alice_client, {"message": "We went another way."})
    assert initial(answer)["message"] == "We went another way."
    assert initial(answer)["employer"] == ""
    assert "name the employer" in answer.content.decode()


def test_what_a_mail_holds_is_shown_as_text(alice_client):
    answer = read(alice_client, {"message": "<script>alert(1)</script> at <b>Fernwood</b>"})
    assert "<script>alert" not in answer.content.decode()


def test_it_is_read_for_an_interview_that_is_logged(alice, alice_client):
    interview = make_interview(alice, make_employer(alice, "Fernwood Robotics"), role="Engineer")
    page = reverse("rejections:new_from", args=[interview.pk])
    html = alice_client.get(page).content.decode()
    assert "Read the rest off it" in html
    assert 'name="employer" value="Fernwood Robotics"' in html
    typed = {"employer": "Fernwood Robotics", "role": "Engineer", "message": "They said no."}
    answer = read(alice_client, typed)
    sent = answer.context["form"].initial | {"token": uuid4()}
    alice_client.post(reverse("rejections:new"), sent)
    assert alice.rejections.get().interview == interview


def test_a_file_beside_a_logged_interview_is_read_first(alice, alice_client):
    interview = make_interview(alice, make_employer(alice, "Fernwood Robotics"))
    file = SimpleUploadedFile("no.eml", b"Date: Tue, 3 Nov 2026 10:00:00 +0000\n\nWe said no.")
    page = reverse("rejections:new_from", args=[interview.pk])
    answer = alice_client.post(page, {"employer": "Fernwood Robotics", "mail": file}, follow=True)
    assert "We said no." in answer.content.decode()
    assert not alice.rejections.exists()
