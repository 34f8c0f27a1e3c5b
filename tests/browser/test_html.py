"""Every page's HTML is sound, and no page is missing from the list of pages."""

import re
from urllib.parse import urlsplit

import pytest
from django.test import Client
from django.urls import NoReverseMatch, get_resolver, resolve, reverse

from accounts import page_owner
from journal.demo.story import write_journal
from journal.ownership.hanging import owned_models
from tests.browser import pages
from tests.browser.forms import posted
from tests.browser.markup import Markup
from tests.browser.rows import write_more
from tests.factories import make_interview, make_rejection

pytestmark = pytest.mark.once  # the same HTML on every database

# One of each kind an address may ask for.
ARGUMENTS = ([], [1], ["00000000-0000-4000-8000-000000000000"], ["1", "key"], [1, "ask"])


@pytest.fixture
def filled(alice):
    write_journal(alice)
    write_more(alice)
    return alice


def mistakes(client, listed) -> list[str]:
    found = []
    for page in (page for page in listed if not page.typed):
        answer = client.get(page.address)
        if answer.status_code != page.status:
            found.append(f"{page}: answered {answer.status_code}")
        else:
            markup = Markup(answer.text)
            more = [*unsigned(page, markup), *unnamed(answer.text), *unsafe(page, answer)]
            found += [f"{page}: {each}" for each in [*markup.mistakes, *more]]
    return found


def unnamed(html: str) -> list[str]:
    """Rows that are shown as their kind and key ("Gap 2"), which is no name."""
    kinds = "|".join(sorted(model.__name__ for model in owned_models()))
    return [f"{each} has no name" for each in re.findall(rf">\s*((?:{kinds}) \d+)\s*<", html)]


def unsigned(page, markup) -> list[str]:
    """Forms that would be answered with 403: they carry no token, and need one."""
    addresses = [urlsplit(each).path or page.address for each in markup.unsigned]
    return [f"the form to {each} has no token" for each in addresses if needs_token(each)]


def unsafe(page, answer) -> list[str]:
    """Forms that do not say whose page they are on, and those that let a browser put an older text
    into them."""
    person = answer.context["user"]
    own = {page_owner.FIELD} if person.is_authenticated else set()
    found = []
    for form in posted(answer.text):
        action = form.action or page.address
        if not own <= form.names and needs_token(action):
            found.append(f"the form to {action} does not say whose it is")
        found += [f"{name} of the form to {action} is put back" for name in form.put_back]
    return found


def needs_token(address: str) -> bool:
    return not getattr(resolve(urlsplit(address).path).func, "csrf_exempt", False)


def test_the_journal(filled, alice_client):
    assert mistakes(alice_client, pages.journal_pages(filled)) == []


def test_an_empty_journal(grace, grace_client):
    assert mistakes(grace_client, pages.empty_pages(grace)) == []
    bare = make_rejection(grace, make_interview(grace, role=""))
    assert mistakes(grace_client, pages.bare_pages(bare)) == []


def test_the_door(db, client):
    assert mistakes(client, pages.first_pages()) == []


@pytest.mark.usefixtures("alice")
def test_the_door_where_people_live(client):
    assert mistakes(client, pages.door_pages()) == []


def test_a_sound_page_and_its_opposite():
    sound = "<html lang=en><title>A</title><h1>A</h1><label for=b>B</label><input id=b></html>"
    assert Markup(sound).mistakes == []
    for broken in (
        sound.replace("for=b", "for=c"),
        sound.replace("<h1>A</h1>", "<h2>A</h2>"),
        sound.replace("</h1>", "</h2>"),
        sound.replace("id=b", "id=b style='color: red'"),
        sound.replace("<h1>A</h1>", "<h1 id=b>A</h1>"),
        sound.replace("<title>A</title>", ""),
        sound.replace("</html>", "<img src=c></html>"),
    ):
        assert Markup(broken).mistakes


def test_a_form_without_its_token():
    form = "<form method=post action=/today/><input name=csrfmiddlewaretoken value={}></form>"
    assert Markup(form.format("c")).unsigned == []
    for broken in (form.format("''"), form[: form.index("<input")], form.format("''") + form):
        assert "/today/" in Markup(broken).unsigned


def test_no_page_is_missing_from_the_list(filled, alice_client, grace):
    listed = [
        *pages.journal_pages(filled),
        *pages.empty_pages(grace),
        *pages.bare_pages(filled.rejections.first()),
        *pages.door_pages(),
        *pages.first_pages(),
        *pages.asked_again_pages(),
        *pages.account_pages(),
        *pages.guarded_pages(),
    ]
    known = {page.name.split(" (")[0] for page in listed} | pages.NO_PAGE
    missing = {name for name in _names() - known if _answers_get(alice_client, name)}
    assert missing == set()


def _names(resolver=None, space="") -> set[str]:
    found = set()
    for pattern in (resolver or get_resolver()).url_patterns:
        if hasattr(pattern, "url_patterns"):
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            found |= _names(pattern, inner)
        elif pattern.name:
            found.add(space + pattern.name)
    return found


def _answers_get(client: Client, name: str) -> bool:
    for arguments in ARGUMENTS:
        try:
            address = reverse(name, args=arguments)
        except NoReverseMatch:
            continue
        return client.get(address).status_code != 405
    raise AssertionError(f"What does the address of {name} ask for?")
