"""Strict readers of the environment: what cannot be understood is refused, by name."""

import os
import secrets
import sqlite3
import tempfile
from contextlib import suppress
from pathlib import Path
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

from journal.mail_headers import address_of, only_address


def text(name: str, default: str = "") -> str:
    """The value of `name`, or the contents of the file that `name`_FILE points at."""
    path = os.environ.get(f"{name}_FILE")
    if not path:
        return os.environ.get(name, default).strip()
    if name in os.environ:
        raise ImproperlyConfigured(f"Set {name} or {name}_FILE, not both.")
    try:
        return Path(path).read_text().strip()
    except OSError as error:
        raise ImproperlyConfigured(f"{name}_FILE cannot be read: {error.strerror}.") from error


def flag(name: str, default: bool = False) -> bool:
    value = text(name).lower()
    known = {"": default, "1": True, "true": True, "yes": True, "on": True}
    known |= {"0": False, "false": False, "no": False, "off": False}
    if value not in known:
        raise ImproperlyConfigured(f"{name} must be yes or no.")
    return known[value]


def integer(name: str, default: int, least: int, most: int) -> int:
    value = text(name, str(default))
    if not value.isdecimal() or not least <= int(value) <= most:
        raise ImproperlyConfigured(f"{name} must be a whole number from {least} to {most}.")
    return int(value)


def folder(name: str, default: Path) -> Path:
    """A folder for this program alone: made if it is not there, and writable."""
    path = Path(text(name, str(default))).expanduser().resolve()
    try:
        path.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(f"{name} ({path}) cannot be made: {error.strerror}.") from error
    if not os.access(path, os.W_OK | os.X_OK):
        raise ImproperlyConfigured(f"{name} ({path}) cannot be written to.")
    return path


def site_url(name: str, default: str) -> SplitResult:
    """An origin, as https://journal.example.org, with no path behind it."""
    value = text(name, default).rstrip("/")
    try:
        url = urlsplit(value)
        whole = url.scheme in {"http", "https"} and url.hostname and url.port != 0
        if not (value.isascii() or url.username):  # as browsers ask for it, and mails carry it
            url = urlsplit(value.replace(url.netloc, _in_ascii(url)))
    except ValueError:
        whole = False
    if not whole or url.path or url.query or url.fragment or url.username:
        raise ImproperlyConfigured(f"{name} must look like https://journal.example.org.")
    return url


def _in_ascii(url: SplitResult) -> str:
    host = (url.hostname or "").encode("idna").decode()
    return f"{host}:{url.port}" if url.port else host


def secret_key(name: str, folder: Path) -> str:
    """The key given, or one made once and kept in `folder`, readable by nobody else.

    Of two that start at once one makes it, and it is there whole or not at all.
    """
    if given := text(name):
        return given
    path = folder / "secret_key"
    if not path.exists():
        with tempfile.NamedTemporaryFile("w", dir=folder) as made, suppress(FileExistsError):
            made.write(secrets.token_urlsafe(50))
            made.flush()
            os.link(made.name, path)
    return path.read_text().strip()


def database(name: str, folder: Path) -> dict:
    """PostgreSQL from postgresql://user:password@host:port/name; SQLite in `folder` if unset."""
    value = text(name)
    if not value:
        return _sqlite(folder / "upturn.sqlite3")
    url = urlsplit(value)
    if url.scheme == "sqlite":
        return _sqlite(Path(url.path.removeprefix("/") if url.netloc else url.path))
    if url.scheme not in {"postgres", "postgresql"} or not url.path.strip("/"):
        raise ImproperlyConfigured(f"{name} must look like postgresql://user:password@host/name.")
    options = dict(parse_qsl(url.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(url.path.strip("/")),
        "USER": unquote(url.username or ""),
        "PASSWORD": unquote(url.password or ""),
        "HOST": options.pop("host", None) or unquote(url.hostname or ""),
        "PORT": str(url.port or ""),
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {**options, "pool": {"min_size": 1, "max_size": 16, "timeout": 10}},
    }


def mail_server(name: str, folder: Path) -> dict:
    """What MAILERS holds: smtp://user:password@host:587 (with STARTTLS, unless ?tls=no), smtps://
    (TLS from the start), or file:///a/folder to look at them in; `folder` where it is unset."""
    value = text(name)
    if not value:
        return mail_folder(folder)
    try:
        url = urlsplit(value)
        port = url.port
    except ValueError:
        url, port = urlsplit(""), None
    if url.scheme == "file" and url.path.startswith("/"):
        return mail_folder(Path(unquote(url.path)))
    if url.scheme not in {"smtp", "smtps"} or not url.hostname or url.query not in {"", "tls=no"}:
        raise ImproperlyConfigured(f"{name} must look like smtp://user:password@host:587.")
    return {"default": {"BACKEND": "config.mail.EmailBackend", "OPTIONS": _smtp(url, port)}}


def sender(name: str, default: str) -> str:
    """An address, or a name and an address: with any other no mail could be written."""
    value = text(name)
    if not value:
        return default
    try:
        only_address(value)
    except ValueError:
        message = f'{name} must look like Upturn <upturn@example.org>, a name with a comma in "".'
        raise ImproperlyConfigured(message) from None
    return value


def mail_domain(host: str) -> str:
    """What follows the @ of this server's own address. In place of an IPv6 address, which many who
    read mail do not know behind an @, the name that every machine has for itself."""
    try:
        return address_of("", f"upturn@{'localhost' if ':' in host else host}").domain
    except ValueError:
        return "localhost"


def mail_folder(path: Path) -> dict:
    """Where mails are written to look at, while there is no server to send them."""
    options = {"file_path": str(path)}
    return {"default": {"BACKEND": "config.mail.FileBackend", "OPTIONS": options}}


def mail_goes_to(mailers: dict) -> str:
    """The mail server as host:port, or the folder that mails are written to."""
    options = mailers["default"]["OPTIONS"]
    return options.get("file_path") or f"{options['host']}:{options['port']}"


def _smtp(url: SplitResult, port: int | None) -> dict:
    is_tls = url.scheme == "smtps"
    return {
        "host": url.hostname,
        "port": port or (465 if is_tls else 587),
        "username": unquote(url.username or ""),
        "password": unquote(url.password or ""),
        "use_ssl": is_tls,
        "use_tls": not is_tls and url.query != "tls=no",
        "timeout": 15,
    }


def _sqlite(path: Path) -> dict:
    journal = "WAL" if wal_is_sound(sqlite3.sqlite_version_info) else "DELETE"
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": f"PRAGMA journal_mode={journal}; PRAGMA synchronous=FULL;",
        },
        # A file, not memory: a browser test's server reads on connections of its own.
        "TEST": {"NAME": path.with_name("test.sqlite3")},
    }


def wal_is_sound(version: tuple[int, int, int]) -> bool:
    """Whether this SQLite is free of the WAL-reset bug, which could lose what was committed."""
    mended = {(3, 44): (3, 44, 6), (3, 50): (3, 50, 7)}
    return version >= mended.get(version[:2], (3, 51, 3))
