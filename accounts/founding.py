"""The first account: whoever makes it runs this server, so it is not given to just anyone."""

import os
import secrets
from pathlib import Path

from django.conf import settings
from django.utils.crypto import constant_time_compare

from accounts.models import User

IN_SESSION = "may_found"


def nobody_is_here() -> bool:
    return not User.objects.exists()


def may_found(request) -> bool:
    """Behind a proxy every visitor looks local; only the one-time link tells the owner apart."""
    return settings.ON_LOOPBACK or request.session.get(IN_SESSION, False)


def token() -> str:
    """Made once, kept where only the owner of the server can read it."""
    path = _path()
    try:
        descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        return path.read_text().strip()
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(32))
    return path.read_text()


def is_the_token(given: str) -> bool:
    return nobody_is_here() and _path().exists() and constant_time_compare(given, token())


def forget_token() -> None:
    _path().unlink(missing_ok=True)


def _path() -> Path:
    return settings.DATA_DIR / "first_link"
