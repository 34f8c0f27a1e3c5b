import os
import subprocess
import sys

import pytest

from config.checks import explain_mistakes


def complaints() -> list[str]:
    return [message.id for message in explain_mistakes()]


@pytest.fixture
def sound(settings):
    settings.SECRET_KEY = "k" * 50
    return settings


def test_sound_settings_pass(sound):
    assert complaints() == []


def test_an_address_nobody_can_type(sound):
    sound.SITE_URL = "http://0.0.0.0:8000"
    assert complaints() == ["upturn.W001"]


def test_passwords_in_clear(sound):
    sound.SITE_URL, sound.ON_LOOPBACK = "http://journal.example.org", False
    assert complaints() == ["upturn.W002"]


def test_a_short_key(sound):
    sound.SECRET_KEY = "short"
    assert complaints() == ["upturn.W003"]


def test_debug_where_others_reach_it(sound):
    sound.DEBUG, sound.ON_LOOPBACK, sound.HTTPS = True, False, True
    assert complaints() == ["upturn.E004"]


def test_deploying_under_https_leaves_nothing_to_warn_of(tmp_path):
    environment = {
        "DATA_DIR": str(tmp_path),
        "SITE_URL": "https://journal.example.org",
        "PATH": os.environ["PATH"],
    }
    command = [sys.executable, "manage.py", "check", "--deploy", "--fail-level", "INFO"]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr


def test_a_mistake_is_one_sentence_and_no_traceback(tmp_path):
    environment = {"DATA_DIR": str(tmp_path), "PORT": "eighty", "PATH": os.environ["PATH"]}
    command = [sys.executable, "manage.py", "check"]
    run = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert run.returncode != 0
    assert run.stderr.strip() == "PORT must be a whole number from 1 to 65535."
