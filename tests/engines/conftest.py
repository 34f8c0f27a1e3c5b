"""The engines besides Chromium, from Debian's packages. A missing one is an error, by its name."""

import shutil
from pathlib import Path

import pytest

from tests.engines.firefox import Firefox, teach_playwright
from tests.engines.webkit import WebKit

# Firefox says so of a request that broke off because its page was left.
BROKE_OFF = "A ServiceWorker intercepted the request"
HOW = "tools/install-browser brings it where there is apt."


def pytest_configure():
    teach_playwright()


def program(engine: str, *names: str) -> str:
    found = next(filter(None, map(shutil.which, names)), None)
    assert found, f"{engine} is missing: none of {', '.join(names)} is installed. {HOW}"
    return found


def mini_browser() -> str:
    """WebKitGTK's own small browser; its folder names the machine and the version."""
    found = sorted(map(str, Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser")))
    assert found, f"WebKitGTK is missing: its MiniBrowser is not installed. {HOW}"
    return found[-1]


def firefox(request) -> Firefox:
    playwright = request.getfixturevalue("playwright")
    return Firefox(playwright, program("Firefox", "firefox-esr", "firefox"))


def webkit(request) -> WebKit:
    driver = program("WebKitGTK", "WebKitWebDriver")
    return WebKit(mini_browser(), driver, program("Xvfb", "Xvfb"))


@pytest.fixture(params=[firefox, webkit], ids=["firefox", "webkit"])
def visitor(request):
    """Somebody who comes with another browser than Chromium; nothing may stand in its console."""
    visitor = request.param(request)
    yield visitor
    complaints = visitor.complaints()
    visitor.close()
    assert [said for said in complaints if BROKE_OFF not in said] == []
