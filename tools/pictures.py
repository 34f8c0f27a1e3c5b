"""Pictures of every page, light and dark, narrow and wide, from the demo journal as it is served.

.venv/bin/python tools/pictures.py [WORD ...]   into build/pictures: all, or what a word is in
.venv/bin/python tools/pictures.py --readme     those of the README and docs, into docs/pictures
"""

# ruff: noqa: E402
import os
import re
import shutil
import sys
from itertools import product
from pathlib import Path

import django
from playwright.sync_api import sync_playwright

ROOT = Path(__file__).parents[1]
DATA = ROOT / "build" / "pictures-data"
sys.path.insert(0, str(ROOT))
os.environ |= {
    "DATA_DIR": str(DATA),
    "DEMO": "yes",
    "DJANGO_ALLOW_ASYNC_UNSAFE": "yes",
    "DJANGO_SETTINGS_MODULE": "config.settings",
}
os.environ.pop("DATABASE_URL", None)
shutil.rmtree(DATA, ignore_errors=True)  # before the settings leave their key in it
django.setup()

from django.core.management import call_command
from django.test import Client

from accounts.models import User
from journal.reminders.mails import reminder
from tests.browser import pages
from tests.browser.inspector import Inspector
from tests.browser.rows import (
    day_with_everything,
    rejection_by,
    solve_merge_again,
    write_more,
)
from tests.browsers import installed
from tests.serving import Server

DEVICES = {
    "1280": {"viewport": {"width": 1280, "height": 860}},
    "360": {"viewport": {"width": 360, "height": 740}, "is_mobile": True, "has_touch": True},
}
WIDE = 1180  # of the README's


def main(*words: str) -> None:
    call_command("migrate", verbosity=0)
    call_command("seeddemo")
    server = Server(DATA)
    server.start()
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=installed(), args=["--no-sandbox"])
            if words == ("--readme",):
                for_the_readme(browser, server.url)
                of_a_mail(browser)
            else:
                of_everything(browser, server.url, words)
    finally:
        server.stop()
        shutil.rmtree(DATA)


def of_everything(browser, site: str, words: tuple[str, ...]) -> None:
    folder = ROOT / "build" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    sam, robin, admin = User.objects.order_by("pk")
    write_more(sam)
    shoots = (
        (None, pages.door_pages()),
        (sam, [*pages.journal_pages(sam), *pages.refused_pages(sam)]),
        (robin, [page for page in pages.empty_pages(robin) if "admin" not in page.name]),
        (admin, [page for page in pages.empty_pages(admin) if "admin" in page.name]),
    )
    for (person, listed), device in product(shoots, DEVICES):
        tab = entered(browser, site, person, **DEVICES[device])
        for page in listed:
            name = re.sub(r"\W+", "-", f"{page}").strip("-")
            name += "-empty" if person == robin else ""
            if all(word in name for word in words):
                visit(tab, site, page)
                shoot(tab, folder / f"{name}-{device}", DEVICES[device]["viewport"])


def for_the_readme(browser, site: str) -> None:
    sam = User.objects.order_by("pk")[0]
    fernwood = rejection_by(sam, "Fernwood Robotics").pk
    wanted = (
        ("path-light", 1030, pages.at("path:page", fernwood)),
        ("learn-light", 680, pages.at("gaps:learn", fernwood)),
        ("today-dark", 800, pages.at("today:page")),
        ("practice-dark", 884, pages.at("practice:compare", solve_merge_again(sam).pk, session=1)),
    )
    folder = ROOT / "docs" / "pictures"
    folder.mkdir(parents=True, exist_ok=True)
    tab = entered(browser, site, sam)
    for name, height, page in wanted:
        tab.set_viewport_size({"width": WIDE, "height": height})
        tab.emulate_media(color_scheme=name.split("-")[1])
        visit(tab, site, page)
        tab.screenshot(path=folder / f"{name}.png", animations="disabled")


def of_a_mail(browser) -> None:
    """As HTML, as mail programs show it."""
    mail = reminder(day_with_everything(User.objects.order_by("pk")[0]), "<1@upturn.example>")
    for width, device in DEVICES.items():
        tab = browser.new_context(**device).new_page()
        tab.set_content(mail.alternatives[0].content)
        shoot(tab, ROOT / "docs" / "pictures" / f"reminder-{width}", device["viewport"])


def entered(browser, site: str, person, **device):
    context = browser.new_context(reduced_motion="reduce", **device)
    if person:
        client = Client(headers={"host": site.removeprefix("http://")})
        client.force_login(person)
        cookies = client.cookies.items()
        context.add_cookies([{"name": name, "value": c.value, "url": site} for name, c in cookies])
    return context.new_page()


def visit(tab, site: str, page) -> None:
    tab.goto(site + page.address)
    if page.typed:
        Inspector(tab, site).send(page)
    tab.evaluate("document.fonts.ready.then(() => null)")


def shoot(tab, stem: Path, size: dict[str, int]) -> None:
    """The whole page, in a window as high as it, so that what sticks to an edge is at the edge."""
    height = tab.evaluate("document.documentElement.scrollHeight")
    tab.set_viewport_size({**size, "height": max(height, size["height"])})
    for scheme in ("light", "dark"):
        tab.emulate_media(color_scheme=scheme)
        tab.screenshot(path=f"{stem}-{scheme}.png", animations="disabled")
    tab.set_viewport_size(size)


if __name__ == "__main__":
    main(*sys.argv[1:])
