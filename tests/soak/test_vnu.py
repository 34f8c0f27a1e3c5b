"""The whole HTML standard, over the HTML of every page: vnu finds no error. Its small sibling
is tests/browser/test_html.py."""

import json
import re
import subprocess

import pytest

from journal.demo.story import write_journal
from tests.browser import pages
from tests.browser.inspector import Inspector
from tests.browser.rows import write_more
from tests.factories import make_interview, make_person, make_rejection
from tests.serving import ROOT

pytestmark = [pytest.mark.slow, pytest.mark.browser]

VNU = ROOT / "tools" / "page-checkers" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# A refused form holds what was typed into it, be it a day or not.
TYPED = "for attribute “value” on element “input”"


@pytest.fixture
def reader(page, live_server, tmp_path):
    return Reader(page, live_server.url, tmp_path)


class Reader(Inspector):
    """Keeps the HTML of each page as it was sent, and has it read by vnu."""

    def __init__(self, tab, site, folder):
        super().__init__(tab, site)
        self.folder = folder

    def look_at(self, page):
        if answer := self.open(page):
            name = re.sub(r"\W+", "-", f"{page}")
            (self.folder / f"{name}.html").write_text(answer.text())

    def verdict(self):
        super().verdict()
        command = ["java", "-jar", str(VNU), "--format", "json", "--errors-only", str(self.folder)]
        said = subprocess.run(command, capture_output=True, check=False)
        errors = json.loads(said.stderr)["messages"]
        assert len(list(self.folder.iterdir())) > 0
        wrong = [f"{each['url']} {each['lastLine']}: {each['message']}" for each in errors]
        assert [each for each in wrong if TYPED not in each] == []


def test_the_journal(reader, transactional_db, sign_in):
    sam = make_person("sam@example.org", name="Sam")
    write_journal(sam)
    write_more(sam)
    sign_in(sam)
    reader.visit(pages.journal_pages(sam))
    reader.visit(pages.refused_pages(sam))
    reader.verdict()


def test_an_empty_journal_and_the_account(reader, transactional_db):
    reader.visit(pages.first_pages())
    grace = make_person("grace@example.org", is_staff=True, is_superuser=True)
    reader.visit(pages.door_pages())
    reader.sign_in(grace.email)
    reader.visit(pages.empty_pages(grace))
    reader.visit(pages.bare_pages(make_rejection(grace, make_interview(grace, role=""))))
    reader.say_who_it_is()
    reader.visit(pages.account_pages())
    reader.verdict()
