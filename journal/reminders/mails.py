"""One function a mail; each has a subject, a text and an HTML in templates/emails."""

from django.conf import settings
from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.urls import reverse

from journal.mail_headers import only_address
from journal.reminders.digest import Digest
from journal.reminders.links import full, stop_url

# What a mail says of itself besides: nobody answers it by a machine, and one click stops it.
AUTOMATIC = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}


def reminder(digest: Digest, message_id: str) -> EmailMultiAlternatives:
    """The mail of a day."""
    stop = stop_url(digest.person)
    context = {
        "subject": digest.subject,
        "lines": digest.lines,
        "number": len(digest.things),
        "is_all": digest.is_all,
        "today": full(reverse("today:page")),
        "stop": stop,
        "settings": full(reverse("reminders:page")),
    }
    headers = {
        "Message-ID": message_id,
        "List-Id": f"Upturn reminders <reminders.{_list_domain()}>",
        "List-Unsubscribe": f"<{stop}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }
    return _make("reminder", digest.person.email, context, headers)


def _list_domain() -> str:
    """RFC 2919 has no addresses in numbers."""
    domain = only_address(settings.DEFAULT_FROM_EMAIL).domain
    return "localhost" if domain.startswith("[") else domain


def trial(address: str) -> EmailMultiAlternatives:
    """What the test button sends."""
    return _make("trial", address, {"settings": full(reverse("reminders:page"))}, {})


def _make(name: str, address: str, context: dict, headers: dict) -> EmailMultiAlternatives:
    context = {"site": full("/"), **context}
    context["subject"] = " ".join(_render(f"{name}.subject.txt", context).split())
    text, html = _render(f"{name}.txt", context), _render(f"{name}.html", context)
    mail = EmailMultiAlternatives(
        subject=context["subject"],
        body=text.strip() + "\n",
        to=[address],
        headers=AUTOMATIC | headers,
    )
    mail.attach_alternative(html, "text/html")
    return mail


def _render(name: str, context: dict) -> str:
    return render_to_string(f"emails/{name}", context)
