"""Every page of a full journal in Firefox and in WebKit: clean, and no wider than its window."""

import pytest

from journal.demo.story import write_journal
from tests.browser import pages
from tests.browser.rows import write_more
from tests.engines.test_session import PASSWORD, refused  # noqa: F401
from tests.factories import make_person

pytestmark = [
    pytest.mark.django_db(transaction=True),
    pytest.mark.browser,
    pytest.mark.once,
    pytest.mark.slow,
]

TOO_WIDE = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"


def test_every_page(visitor, live_server, refused):  # noqa: F811
    sam = make_person("sam@example.org", name="Sam")
    write_journal(sam)
    write_more(sam)
    visitor.open(live_server.url)
    visitor.fill("E-mail address", sam.email)
    visitor.fill("Password", PASSWORD)
    visitor.click("Sign in")
    visitor.has("//nav")
    listed = [page for page in pages.journal_pages(sam) if not page.typed]
    assert len(listed) > 50
    wide = []
    for page in listed:
        visitor.open(live_server.url + page.address)
        if over := visitor.run(TOO_WIDE):
            wide.append(f"{page}: {over} px")
    assert wide == []
    assert refused == []
