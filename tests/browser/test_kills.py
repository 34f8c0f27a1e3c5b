"""A killed server and a killed browser lose no word. Many more of the first: tests/soak."""

import os
import signal
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.kills import Typist, type_through_kills
from tests.browser.test_walk import make_account, write_it_down
from tests.serving import Server

pytestmark = pytest.mark.once


@pytest.fixture
def server(tmp_path):
    server = Server(tmp_path / "data")
    server.start()
    yield server
    assert server.stop() == 0


@pytest.fixture
def perspective(page, server):
    make_account(page, server.url)
    path = write_it_down(page, "Fernwood Robotics")
    return path.replace("/path/", "/perspective/")


def test_a_killed_server_loses_nothing(page, server, perspective):
    type_through_kills(Typist(page, server, seed=1), perspective, kills=3, length=600)


@pytest.fixture
def launch(page, playwright, browser_type_launch_args, tmp_path):
    """Opens a browser with a profile of its own, signed in as `page` is, at an address."""
    profile = tmp_path / "profile"

    def launch(address):
        context = playwright.chromium.launch_persistent_context(profile, **browser_type_launch_args)
        context.add_cookies(page.context.cookies())
        opened = context.new_page()
        opened.goto(address)
        expect(opened.get_by_role("status").first).to_be_attached()
        return opened, _group_with(str(profile))

    return launch


def test_a_killed_browser_brings_it_back(launch, perspective):
    crashing, group = launch(perspective)
    crashing.route("**/perspective/**", lambda route: route.abort())
    crashing.get_by_label("In words").fill("Before the crash.")
    expect(crashing.get_by_text("Not saved yet, still here")).to_be_visible()
    os.killpg(group, signal.SIGKILL)
    crashing.wait_for_event("close")
    again, _ = launch(perspective)
    expect(again.get_by_label("In words")).to_have_value("Before the crash.")
    expect(again.get_by_text("Saved", exact=True)).to_be_visible()
    again.context.close()


def _group_with(profile: str) -> int:
    """The processes of the browser with this profile, and of the script that may have begun it."""
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"--user-data-dir={profile}" in (process / "cmdline").read_text().split("\0"):
                return os.getpgid(int(process.name))
        except OSError:
            continue  # it has ended meanwhile
    raise AssertionError("the browser does not run")
