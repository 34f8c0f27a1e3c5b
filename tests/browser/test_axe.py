"""Every page and state, light and dark, wide and narrow: axe finds nothing, nothing overflows."""

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret

from journal.demo.story import write_journal
from journal.reminders.mails import reminder, trial
from tests.browser import pages
from tests.browser.inspector import ALL_LOOKS, FORCED, ONE_LOOK, TWO_LOOKS, Inspector
from tests.browser.rows import day_with_everything, write_more
from tests.factories import make_interview, make_person, make_rejection

pytestmark = pytest.mark.axe


def seen_in(looks, name):
    """An inspector for these looks; by make soak, for all."""

    @pytest.fixture(
        params=[
            pytest.param(looks, id=name),
            pytest.param(ALL_LOOKS, id="all looks", marks=pytest.mark.slow),
        ]
    )
    def inspector(page, live_server, request):
        inspector = Inspector(page, live_server.url, request.param)
        yield inspector
        inspector.verdict()

    return inspector


inspector = seen_in(TWO_LOOKS, "two looks")
# For other states of pages that are seen in two looks elsewhere.
glance = seen_in(ONE_LOOK, "one look")


@pytest.fixture
def sam(transactional_db):
    sam = make_person("sam@example.org", name="Sam")
    write_journal(sam)
    write_more(sam)
    return sam


def test_the_journal(inspector, sam, sign_in):
    sign_in(sam)
    inspector.visit(pages.first_of_each(pages.journal_pages(sam)))


def test_other_states_of_its_pages(glance, sam, sign_in):
    sign_in(sam)
    every = pages.journal_pages(sam)
    first = pages.first_of_each(every)
    glance.visit([page for page in every if page not in first])


def test_what_forms_send_back(glance, sam, sign_in):
    sign_in(sam)
    glance.visit(pages.refused_pages(sam))


def test_menus_and_the_marking_of_a_sentence(inspector, sam, sign_in):
    tab = sign_in(sam)
    tab.goto(inspector.site)
    for name in ("Account", "New"):
        tab.locator("summary", has_text=name).click()
        inspector.inspect(f"the menu {name}")
    tab.goto(inspector.site)
    tab.keyboard.press("Control+k")
    tab.get_by_role("combobox").fill("e")
    tab.get_by_role("status").filter(has_text="found").wait_for()
    inspector.inspect("the palette")
    tab.keyboard.press("Escape")
    tab.set_viewport_size({"width": 360, "height": 740})
    tab.locator("summary", has_text="More").click()
    inspector.inspect("the menu More")
    learn = sam.rejections.get(interview__employer__name="Tidewater Labs")
    tab.goto(f"{inspector.site}/gaps/learn/{learn.pk}/")
    words = tab.locator("[data-words]").first
    words.focus()
    words.press("ArrowRight")
    words.press("Enter")
    inspector.inspect("the bar over chosen words")
    words.focus()
    words.press("Enter")
    tab.get_by_role("button", name="Gap", exact=True).press("Enter")
    tab.locator("dialog[open]").wait_for()
    inspector.inspect("the dialog of chosen words")


def test_colours_that_people_choose(page, live_server, sam, sign_in):
    inspector = Inspector(sign_in(sam), live_server.url, [FORCED])
    names = ("today:page", "path:page", "gaps:learn")
    inspector.visit([each for each in pages.journal_pages(sam) if each.name in names])
    inspector.verdict()


def test_the_components(inspector, transactional_db, sign_in, settings):
    settings.DEMO = True
    sign_in(make_person("sam@example.org"))
    inspector.visit([pages.at("look")])


def test_an_empty_journal(glance, transactional_db, sign_in):
    grace = make_person("grace@example.org", is_staff=True, is_superuser=True)
    sign_in(grace)
    glance.visit(pages.empty_pages(grace))
    bare = make_rejection(grace, make_interview(grace, role=""))
    glance.visit(pages.bare_pages(bare))


def test_the_mails(inspector, sam):
    for mail in (reminder(day_with_everything(sam), "<1@upturn.example>"), trial(sam.email)):
        inspector.tab.set_content(mail.alternatives[0].content)
        inspector.inspect(f"the mail “{mail.subject}”")


def test_the_account(inspector, transactional_db):
    sam = make_person("sam@example.org")
    inspector.sign_in(sam.email)
    inspector.visit(pages.asked_again_pages())
    inspector.say_who_it_is()
    inspector.visit(pages.account_pages())
    TOTP.activate(sam, generate_totp_secret())
    RecoveryCodes.activate(sam)
    inspector.visit(pages.guarded_pages())
    inspector.tab.context.clear_cookies()
    inspector.sign_in(sam.email)
    inspector.tab.get_by_label("Code").wait_for()
    inspector.inspect("mfa_authenticate")


def test_the_door(inspector, transactional_db):
    inspector.visit(pages.first_pages())
    make_person("sam@example.org")
    inspector.visit(pages.door_pages())
