"""What only a browser shows: a mail that is chosen or dropped is read, and none of it is lost."""

from pathlib import Path

import pytest
from django.urls import reverse
from playwright.sync_api import expect

from tests.browser.fernwood import MESSAGE

pytestmark = pytest.mark.django_db(transaction=True)

MAIL = Path(__file__).parent / "mails" / "greenhouse-application-comma.eml"
DROP = """text => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], "no.eml"));
  const drop = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
  document.body.dispatchEvent(drop);
}"""


@pytest.fixture
def page(alice, sign_in, live_server):
    page = sign_in(alice)
    page.goto(live_server.url + reverse("rejections:new"))
    expect(page.get_by_role("status").first).to_be_attached()
    return page


def expect_employer(page, name):
    expect(page.get_by_role("heading", name="Their mail")).to_be_visible()
    expect(page.get_by_label("Employer")).to_have_value(name)


def test_a_chosen_file_is_read_at_once(page):
    page.get_by_label("Or the mail’s file").set_input_files(MAIL)
    expect_employer(page, "Brightwater")


def test_a_file_dropped_anywhere_is_read(page):
    page.evaluate(DROP, MAIL.read_text())
    expect_employer(page, "Brightwater")


def test_what_was_read_comes_back_after_the_tab_is_closed(page, live_server):
    page.get_by_label("Their message").fill(MESSAGE)
    page.get_by_role("button", name="Read the rest off it").click()
    expect_employer(page, "Fernwood Robotics")
    expect(page.locator(".said-of-saving")).to_be_attached()
    page.wait_for_timeout(500)
    context = page.context
    page.close()
    again = context.new_page()
    again.goto(live_server.url + reverse("rejections:new"))
    expect(again.get_by_label("Employer")).to_have_value("Fernwood Robotics")
    expect(again.get_by_label("Their message")).to_have_value(MESSAGE)
    again.get_by_role("button", name="Write it down").last.click()
    expect(again.get_by_role("heading", name="It is written down")).to_be_visible()
    again.goto(live_server.url + reverse("rejections:new"))
    expect(again.get_by_label("Employer")).to_have_value("")


def test_back_and_forward_find_what_was_there(page):
    page.get_by_label("Their message").fill(MESSAGE)
    page.get_by_role("button", name="Read the rest off it").click()
    expect_employer(page, "Fernwood Robotics")
    page.get_by_label("Role").fill("Engineer, typed over")
    page.wait_for_timeout(600)
    page.go_back()
    expect(page.get_by_label("Their message")).to_have_value(MESSAGE)
    page.go_forward()
    expect_employer(page, "Fernwood Robotics")
    expect(page.get_by_label("Role")).to_have_value("Engineer, typed over")
    page.get_by_role("button", name="Write it down").click()
    expect(page.get_by_role("heading", name="It is written down")).to_be_visible()
    page.go_back()
    expect_employer(page, "Fernwood Robotics")
    expect(page.get_by_label("Role")).to_have_value("Engineer, typed over")
    expect(page.get_by_role("link", name="Correct it")).to_be_visible()


def test_another_mails_draft_does_not_come_between(page):
    for role in ("Engineer of the first", "Engineer of the second"):
        page.get_by_label("Their message").fill(f"{MESSAGE} {role}")
        page.get_by_role("button", name="Read the rest off it").click()
        expect_employer(page, "Fernwood Robotics")
        page.get_by_label("Role").fill(role)
        page.wait_for_timeout(600)
        if role.endswith("first"):
            first = page.url
            page.goto(first.partition("mail/")[0])
            expect(page.get_by_label("Role")).to_have_value(role)
            page.get_by_role("button", name="Start afresh").click()
    page.goto(first)
    page.reload()
    expect_employer(page, "Fernwood Robotics")
    expect(page.get_by_label("Their message")).to_have_value(f"{MESSAGE} Engineer of the first")
