"""The headers of each mail that is written here: what they say is what was meant.

The standard library drops the quotes of a long name when it folds it, decodes what a person typed
as if it were encoded, and makes encoded words that are longer than RFC 2047 allows.
"""

from email.errors import MessageError
from email.headerregistry import (
    Address,
    AddressHeader,
    HeaderRegistry,
    UniqueAddressHeader,
    UniqueUnstructuredHeader,
    UnstructuredHeader,
)
from email.policy import SMTP, EmailPolicy
from email.utils import getaddresses
from typing import Any

from journal.mail_words import clean, folded, of_a_mailbox, of_a_text, quoted, room


def mailbox(name: str, address: str) -> str:
    """A name and its address, as the headers of a mail are given them."""
    return f"{quoted(clean(name))} <{address}>" if name else address


def mailboxes(value: str) -> list[Address]:
    """Each name and address, unencoded. Raises ValueError where one cannot be written."""
    value = clean(value)
    found = getaddresses([value], strict="[" not in value)  # strictly read, a@[192.0.2.1] is none
    if any(spec not in value for _, spec in found):
        raise ValueError(f"{value!r} holds an address with a space in it")
    return [address_of(name, spec) for name, spec in found]


def only_address(value: str) -> Address:
    """Of one mailbox. Raises ValueError."""
    found = mailboxes(value)
    if len(found) != 1:
        raise ValueError(f"{value!r} is not one address")
    return found[0]


def address_of(name: str, spec: str) -> Address:
    """Its domain as DNS has it. Raises ValueError."""
    local, at, domain = clean(spec).rpartition("@")
    if not (local and at and domain and local.isascii()):
        raise ValueError(f"{spec!r} is no address that a mail can go to")
    domain = domain if domain.isascii() else domain.encode("idna").decode()
    try:
        found = Address(addr_spec=f"{local}@{domain}")
    except (ValueError, MessageError) as error:
        raise ValueError(f"{spec!r} is no address that a mail can go to: {error}") from error
    return Address(clean(name), found.username, found.domain)


class _Text(UnstructuredHeader):
    """What people read. Nothing in it is taken for encoded already."""

    @classmethod
    def parse(cls, value: str, kwds: dict[str, Any]) -> None:
        kwds["decoded"], kwds["parse_tree"] = str(value), None

    def fold(self, *, policy: EmailPolicy) -> str:
        return folded(self.name, of_a_text(self, room(self.name)), policy.linesep)


class _UniqueText(_Text, UniqueUnstructuredHeader):
    pass


class _Token(_Text):
    """What programs read as it is: an address of a page or of a mail is never encoded."""

    def fold(self, *, policy: EmailPolicy) -> str:
        return folded(self.name, self.split(), policy.linesep)


class _UniqueToken(_Token, UniqueUnstructuredHeader):
    pass


class _Mailboxes(AddressHeader):
    @classmethod
    def parse(cls, value: Any, kwds: dict[str, Any]) -> None:
        kwds["parse_tree"] = None
        super().parse(mailboxes(value) if isinstance(value, str) else value, kwds)

    def fold(self, *, policy: EmailPolicy) -> str:
        words: list[str] = []
        for each in self.addresses:
            words = [*words[:-1], *(f"{word}," for word in words[-1:])]
            words += of_a_mailbox(clean(each.display_name), each.addr_spec, room(self.name))
        return folded(self.name, words, policy.linesep)


class _UniqueMailboxes(_Mailboxes, UniqueAddressHeader):
    pass


class MailPolicy(EmailPolicy):
    """For a mail that is written, not for one that is read."""

    def header_store_parse(self, name: str, value: Any) -> tuple[str, Any]:
        is_typed = isinstance(value, str) and not hasattr(value, "name")
        return super().header_store_parse(name, clean(value) if is_typed else value)


def _registry() -> HeaderRegistry:
    made = HeaderRegistry(default_class=_Text)
    for name in ("Bcc", "Cc", "From", "Reply-To", "Sender", "To"):
        made.map_to_type(name, _UniqueMailboxes)
    for name in ("Resent-Bcc", "Resent-Cc", "Resent-From", "Resent-Sender", "Resent-To"):
        made.map_to_type(name, _Mailboxes)
    for name in ("In-Reply-To", "List-Id", "List-Unsubscribe", "Message-ID", "References"):
        made.map_to_type(name, _UniqueToken)
    made.map_to_type("Subject", _UniqueText)
    return made


WRITTEN = MailPolicy(linesep=SMTP.linesep, header_factory=_registry())
