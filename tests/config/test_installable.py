"""What a browser asks for to keep Upturn beside its other programs."""

import json
import re
import struct

import pytest
from django.conf import settings
from django.contrib.staticfiles import finders
from django.urls import reverse

from config import installable


@pytest.fixture
def manifest(client, alice):
    return client.get(reverse("manifest")).json()


def test_the_manifest_names_and_starts_it(client, manifest):
    assert client.get(reverse("manifest")).headers["Content-Type"] == "application/manifest+json"
    assert (manifest["name"], manifest["start_url"], manifest["scope"]) == ("Upturn", "/", "/")
    assert manifest["display"] == "standalone"
    page = client.get(reverse("account_login")).text
    assert f'content="{manifest["theme_color"]}"' in page
    assert f'rel="manifest" href="{reverse("manifest")}"' in page


def test_each_icon_is_as_large_as_it_says(manifest):
    assert {icon["purpose"] for icon in manifest["icons"]} == {"any", "maskable"}
    for icon in manifest["icons"]:
        path = finders.find(icon["src"].removeprefix(f"/{settings.STATIC_URL.strip('/')}/"))
        with open(path, "rb") as file:
            wide, high = struct.unpack(">II", file.read(24)[16:])
        assert icon["sizes"] == f"{wide}x{high}"


def test_the_offline_page_is_nobodys(alice, alice_client, client):
    page = alice_client.get(reverse("offline")).text
    assert page == client.get(reverse("offline")).text
    for secret in ("csrf", alice.draft_key, alice.email, alice.name, "drafts"):
        assert secret not in page


def test_the_worker_keeps_all_that_page_asks_for(client, alice):
    script = client.get(reverse("worker")).text
    kept = json.loads(re.search(r"^const FILES = (.*);$", script, re.MULTILINE)[1])
    page = client.get(reverse("offline")).text
    assert set(re.findall(r'<link rel="(?:icon|stylesheet)" href="([^"]+)"', page)) <= {*kept}
    assert len(kept) == len(installable.FILES)


def test_the_worker_is_fenced_in_and_looked_for_anew(client, alice):
    response = client.get(reverse("worker"))
    assert response.headers["Content-Type"] == "text/javascript"
    assert response.headers["Cache-Control"] == "no-cache"
    assert response.headers["Content-Security-Policy"] == "default-src 'none'; connect-src 'self'"
    same = {"If-None-Match": response.headers["ETag"]}
    assert client.get(reverse("worker"), headers=same).status_code == 304


def test_another_offline_page_makes_another_cache(client, alice, monkeypatch):
    def version():
        return re.search(r'^const VERSION = "(\w+)";$', client.get("/sw.js").text, re.MULTILINE)[1]

    before = version()
    assert version() == before
    monkeypatch.setattr(installable, "render_to_string", lambda name: "another page")
    assert version() != before
