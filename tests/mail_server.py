"""A real mail server, for whoever asks for a `mailbox`."""

import asyncio
import socket
from email import message_from_bytes
from email.policy import default

import pytest
from aiosmtpd.controller import Controller


class Mailbox:
    """Takes mails, or answers as `refuses` says: by the address, or to everybody's mail.

    `answers_after` is how many seconds pass between taking a mail and saying so; `hangs_up` is when
    the connection is lost: "before" or "after" the mail was taken; `meanwhile` is done before the
    answer.
    """

    def __init__(self):
        self.mails, self.raw = [], []
        self.connections = 0
        self.refuses = {"unknown@": "550 5.1.1 No such person here"}
        self.refuses_data = ""
        self.answers_after = 0.0
        self.hangs_up = ""
        self.meanwhile = lambda: None

    async def handle_EHLO(self, server, session, envelope, hostname, responses):  # noqa: N802
        self.connections += 1
        session.host_name = hostname
        return responses

    async def handle_RCPT(self, server, session, envelope, address, options):  # noqa: N802
        for beginning, answer in self.refuses.items():
            if address.startswith(beginning):
                return answer
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        if self.refuses_data:
            return self.refuses_data
        if self.hangs_up == "before":
            server.transport.abort()
            return "421 gone"
        mail = message_from_bytes(envelope.content, policy=default)
        self.raw.append(envelope.content)
        self.mails.append((envelope.rcpt_tos, mail))
        await asyncio.to_thread(self.meanwhile)
        await asyncio.sleep(self.answers_after)
        if self.hangs_up == "after":
            server.transport.abort()
        return "250 2.0.0 OK: queued as 4Fq2"

    def to(self, address):
        return [mail for to, mail in self.mails if address in to]


def text(mail):
    return mail.get_content().replace("\r\n", "\n").strip()


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def served_at(port, **options):
    options = {"host": "127.0.0.1", "port": port, "timeout": 5, **options}
    return {"default": {"BACKEND": "config.mail.EmailBackend", "OPTIONS": options}}


@pytest.fixture
def mailbox(settings):
    controller = Controller(Mailbox(), hostname="127.0.0.1", port=free_port())
    controller.start()
    settings.MAILERS = served_at(controller.port)
    settings.SENDS_MAIL = True
    yield controller.handler
    controller.stop()
