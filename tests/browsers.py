"""The system's Chromium for the tests, or Playwright's own. A missing browser is an error."""

import os
import shutil

import pytest
from django.test import Client

# The shell is Chromium without a window, and takes three fifths of its time; tools/install-browser
# knows the same names.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
)


def installed() -> str | None:
    """The program; none where Playwright has to use its own."""
    return os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args):
    found = installed()
    args = ["--no-sandbox"] if os.geteuid() == 0 else []
    own = {"executable_path": found} if found else {}
    return {**browser_type_launch_args, **own, "args": args}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args):
    desktop = {"width": 1280, "height": 900}
    return {**browser_context_args, "viewport": desktop, "reduced_motion": "reduce"}


@pytest.fixture(scope="session", autouse=True)
def _playwright_runs_a_loop():
    """Its loop lives in the tests' own thread, where Django would refuse to ask the database."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "yes"


@pytest.fixture
def page(page):
    """Fails when the page tripped over itself, or over the content security policy."""
    mishaps = []
    page.on("pageerror", lambda error: mishaps.append(str(error)))
    page.on("console", lambda said: mishaps.append(said.text) if said.type == "error" else None)
    yield page
    # A status the test asked for (a 422, a 404) is reported too; it is no mishap.
    assert [said for said in mishaps if "Failed to load resource" not in said] == []


@pytest.fixture
def sign_in(page, live_server):
    """`sign_in(alice)`: the page belongs to her from here on, without the sign-in form."""

    def enter(person):
        client = Client()
        client.force_login(person)
        cookies = [
            {"name": name, "value": morsel.value, "url": live_server.url}
            for name, morsel in client.cookies.items()
        ]
        page.context.add_cookies(cookies)
        return page

    return enter
