"""Mistakes in the settings, each in a sentence, with what to do about it."""

from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning


def explain_mistakes(**_) -> list[CheckMessage]:
    return [*_site_url(), *_secret_key(), *_debug()]


def _site_url():
    if urlsplit(settings.SITE_URL).hostname in {"0.0.0.0", "::"}:  # noqa: S104
        yield Warning(
            f"SITE_URL is {settings.SITE_URL}, which is no address people can type.",
            hint="Set SITE_URL to the address in their browser, as https://journal.example.org.",
            id="upturn.W001",
        )
    elif not settings.HTTPS and not settings.ON_LOOPBACK:
        yield Warning(
            f"SITE_URL is {settings.SITE_URL}: passwords and journals cross the network in clear.",
            hint="Put a proxy with a certificate in front, and set SITE_URL to its https address.",
            id="upturn.W002",
        )


def _secret_key():
    if len(settings.SECRET_KEY) < 50:
        yield Warning(
            "SECRET_KEY is short: sessions and two-factor secrets could be guessed.",
            hint="Use 50 characters or more, or leave it out: one is made and kept in DATA_DIR.",
            id="upturn.W003",
        )


def _debug():
    if settings.DEBUG and not settings.ON_LOOPBACK:
        yield Error(
            "DEBUG is on where others can reach it: its error pages show what people wrote.",
            hint="Leave DEBUG out, or set SITE_URL to an address on this machine.",
            id="upturn.E004",
        )
