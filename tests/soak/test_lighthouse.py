"""Lighthouse on a phone, over the demo journal as it is really served."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving import ROOT, Server

pytestmark = [pytest.mark.slow, pytest.mark.browser]

LIGHTHOUSE = ROOT / "tools" / "page-checkers" / "node_modules" / ".bin" / "lighthouse"
WANTED = {"accessibility": 100, "best-practices": 100, "performance": 95}


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    server = Server(tmp_path_factory.mktemp("demo"))
    server.environment["DEMO"] = "yes"
    seed = [sys.executable, "manage.py", "seeddemo"]
    subprocess.run(seed, cwd=ROOT, env=server.environment, check=True, capture_output=True)
    server.start()
    yield server
    assert server.stop() == 0


@pytest.fixture
def signed_in(demo, page):
    page.goto(f"{demo.url}/accounts/login/")
    page.get_by_label("E-mail address").fill("demo@upturn.example")
    page.get_by_label("Password").fill("upturn-demo")
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("heading", name="Good").wait_for()
    return page


def addresses(page, site: str) -> list[str]:
    page.goto(f"{site}/interviews/")
    path = page.get_by_role("main").get_by_role("link", name="Fernwood Robotics")
    path = site + path.get_attribute("href")
    return [f"{site}/", path, path.replace("/path/", "/gaps/learn/")]


def scores(address: str, headers: Path, environment: dict) -> dict[str, int]:
    command = [
        str(LIGHTHOUSE),
        address,
        "--quiet",
        "--output=json",
        f"--only-categories={','.join(WANTED)}",
        f"--extra-headers={headers}",
        "--chrome-flags=--headless --no-sandbox --disable-gpu",
    ]
    said = subprocess.run(command, env=environment, capture_output=True, check=True, timeout=300)
    report = json.loads(said.stdout)
    assert report["finalDisplayedUrl"] == address
    got = {name: round(each["score"] * 100) for name, each in report["categories"].items()}
    audits = report["audits"].values()
    print(address, got, [each["id"] for each in audits if each["score"] not in {1, None}])
    return got


@pytest.fixture
def chromium(browser_type, browser_type_launch_args):
    return str(browser_type_launch_args.get("executable_path", browser_type.executable_path))


def test_the_pages_that_matter_most(demo, signed_in, chromium, tmp_path):
    cookies = signed_in.context.cookies()
    headers = tmp_path / "headers.json"
    jar = "; ".join(f"{each['name']}={each['value']}" for each in cookies)
    headers.write_text(json.dumps({"Cookie": jar}))
    environment = {**os.environ, "CHROME_PATH": chromium}
    for address in addresses(signed_in, demo.url):
        got = scores(address, headers, environment)
        assert all(got[name] >= wanted for name, wanted in WANTED.items()), (address, got)
