"""The cast: Alice owns, Bob is a stranger, Grace runs the server."""

import os
import shutil

import hypothesis
import pytest
import time_machine
from django.conf import settings
from django.test import Client

from tests.factories import make_person
from tests.serving import share_the_first_start
from tests.sharing_out import SharedOut

pytest_plugins = ["tests.any_day", "tests.browsers", "tests.mail_server"]


# How long an example takes says more of the machine than of the code.
hypothesis.settings.register_profile("upturn", deadline=None)
hypothesis.settings.load_profile("upturn")


def pytest_configure(config):
    settings.STATIC_ROOT.mkdir(exist_ok=True)
    if not hasattr(config, "workerinput"):
        config.add_cleanup(share_the_first_start())


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Tells which tests need not be run again on the second database."""
    for item in items:
        if "page" in item.fixturenames:
            item.add_marker("browser")
        asks = {"db", "transactional_db"} & {*item.fixturenames}
        if not asks and not item.get_closest_marker("django_db"):
            item.add_marker("once")


def pytest_xdist_auto_num_workers():
    """One more than there are processors: a browser test waits a fifth of its time."""
    return os.cpu_count() + 1


def pytest_xdist_make_scheduler(config, log):
    return SharedOut(config, log)


def pytest_unconfigure():
    shutil.rmtree(settings.DATA_DIR, ignore_errors=True)


@pytest.fixture
def a_weekday():
    """A Thursday at noon: letters are owed from Monday to Friday."""
    with time_machine.travel("2026-11-26 12:00 +0000", tick=False):
        yield


@pytest.fixture
def alice(db):
    return make_person("alice@example.org", name="Alice")


@pytest.fixture
def bob(db):
    return make_person("bob@example.org", name="Bob")


@pytest.fixture
def grace(db):
    return make_person("grace@example.org", founder=True, is_staff=True, is_superuser=True)


@pytest.fixture
def alice_client(alice):
    return _signed_in(alice)


@pytest.fixture
def bob_client(bob):
    return _signed_in(bob)


@pytest.fixture
def grace_client(grace):
    return _signed_in(grace)


def _signed_in(person) -> Client:
    client = Client()
    client.force_login(person)
    return client
