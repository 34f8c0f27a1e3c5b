"""What the container files promise, held against the code; no engine is needed for it."""

import re
import subprocess
from fnmatch import fnmatch

from django.conf import settings

ROOT = settings.BASE_DIR
DOCKERFILE = (ROOT / "Dockerfile").read_text()
COMPOSE = (ROOT / "docker-compose.yml").read_text()
WEB = COMPOSE[COMPOSE.index("  web:") : COMPOSE.index("  database:")]
READ_BY_THE_SETTINGS = set(
    re.findall(r'env\.\w+\("([A-Z_]+)"', (ROOT / "config/settings.py").read_text())
)


def image_environment() -> dict[str, str]:
    (line,) = re.findall(r"^ENV (.+)$", DOCKERFILE, re.M)
    return dict(pair.split("=") for pair in line.split())


def test_every_setting_passed_is_one_that_is_read():
    block = WEB[WEB.index("environment:") : WEB.index("ports:")]
    passed = set(re.findall(r"^ {6}([A-Z_]+):", block, re.M))
    assert {"SITE_URL", "DATABASE_URL", "SECRET_KEY"} <= passed
    assert passed - {"PGPASSWORD"} <= READ_BY_THE_SETTINGS
    assert set(image_environment()) - {"PYTHONUNBUFFERED"} <= READ_BY_THE_SETTINGS


def test_the_ports_and_the_folder_agree():
    environment = image_environment()
    port = environment["PORT"]
    assert f'"127.0.0.1:{port}:{port}"' in WEB
    assert f"SITE_URL:-http://127.0.0.1:{port}}}" in WEB
    assert f"EXPOSE {port}\n" in DOCKERFILE
    assert f"VOLUME {environment['DATA_DIR']}\n" in DOCKERFILE
    assert f"- data:{environment['DATA_DIR']}\n" in WEB


def test_the_image_holds_the_python_that_is_asked_for():
    version = (ROOT / ".python-version").read_text().strip()
    assert DOCKERFILE.startswith(f"FROM python:{version}-slim\n")


def test_all_that_runs_gets_into_the_image_and_nothing_else_of_ours():
    lines = (ROOT / ".dockerignore").read_text().splitlines()
    kept = {line[1:] for line in lines if line.startswith("!")}
    command = ("git", "ls-files", "*.py", "templates", "static", "locale")
    tracked = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    runs = {path.split("/")[0] for path in tracked.splitlines()} - {"tests", "tools"}
    assert "*" in lines
    assert runs <= kept
    assert not any(fnmatch(name, pattern) for name in ("data", ".env", ".git") for pattern in kept)
    assert all((ROOT / name).exists() for name in kept)
