"""Each thing that can be wrong with a mail server is said, with what to do: by a real one."""

import asyncio
import ssl
import subprocess

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from django.core.management import CommandError, call_command

from tests.mail_server import Mailbox, free_port, served_at


def said(**options):
    with pytest.raises(CommandError) as wrong:
        call_command("sendtestmail", "alice@example.org", **options)
    return str(wrong.value)


@pytest.fixture
def server(settings):
    """Started as told; `server(...)` gives its port."""
    started = []

    def start(handler=None, **options):
        controller = Controller(
            handler or Mailbox(), hostname="127.0.0.1", port=free_port(), **options
        )
        controller.start()
        started.append(controller)
        settings.MAILERS = served_at(controller.port)
        settings.SENDS_MAIL = True
        return controller.port

    yield start
    for controller in started:
        controller.stop()


@pytest.fixture(scope="module")
def certificate(tmp_path_factory):
    folder = tmp_path_factory.mktemp("certificate")
    subprocess.run(
        "openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 "
        "-subj /CN=somewhere.example",
        shell=True,
        check=True,
        capture_output=True,
        cwd=folder,
    )
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    return context


def test_it_works_and_says_what_was_answered(server, capsys):
    server()
    call_command("sendtestmail", "alice@example.org")
    assert "The mail server answered: 250 2.0.0 OK: queued as 4Fq2" in capsys.readouterr().out


def test_with_no_mail_server_it_says_where_the_mail_lies(settings, tmp_path, capsys):
    backend = "django.core.mail.backends.filebased.EmailBackend"
    settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": {"file_path": str(tmp_path)}}}
    settings.SENDS_MAIL, settings.MAIL_GOES_TO = False, str(tmp_path)
    call_command("sendtestmail", "alice@example.org")
    assert f"Written to {tmp_path}" in capsys.readouterr().out


def test_no_address_is_no_address():
    with pytest.raises(CommandError, match="alice is no e-mail address"):
        call_command("sendtestmail", "alice")


def test_a_name_nobody_knows(settings):
    settings.MAILERS = served_at(25, host="nowhere.invalid")
    assert "No mail server of this name is known." in said()


def test_a_port_where_nothing_listens(settings):
    settings.MAILERS = served_at(free_port())
    assert "Nothing listens at the mail server's port." in said()


def test_no_answer_in_time(settings, server):
    class Silent(Mailbox):
        async def handle_EHLO(self, server, session, envelope, hostname, responses):  # noqa: N802
            await asyncio.sleep(3)
            return responses

    port = server(Silent())
    settings.MAILERS = served_at(port, timeout=0.5)
    assert "did not answer in time" in said()


def test_tls_that_is_not_offered(settings, server):
    port = server()
    settings.MAILERS = served_at(port, use_tls=True)
    assert "offers no TLS at this port" in said()


def test_tls_from_the_start_where_it_is_not_spoken(settings, server):
    port = server()
    settings.MAILERS = served_at(port, use_ssl=True)
    assert "does not speak TLS from the start" in said()


def test_a_certificate_that_is_not_trusted(settings, server, certificate):
    port = server(tls_context=certificate)
    settings.MAILERS = served_at(port, use_tls=True)
    wrong = said()
    assert "certificate is not trusted" in wrong
    assert "from an authority that is known here" in wrong


def test_a_sign_in_that_is_refused(settings, server):
    def nobody(*_):
        return AuthResult(success=False, handled=False)

    port = server(authenticator=nobody, auth_require_tls=False)
    settings.MAILERS = served_at(port, username="me", password="wrong")
    assert "refused the user name and password: 535" in said()


def test_a_sign_in_that_is_not_offered(settings, server):
    port = server(auth_exclude_mechanism=["LOGIN", "PLAIN"])
    settings.MAILERS = served_at(port, username="me", password="mine")
    assert "leave user name and password out of MAIL_URL" in said()


def test_a_sender_that_is_refused(server):
    class Choosy(Mailbox):
        async def handle_MAIL(self, server, session, envelope, address, options):  # noqa: N802
            return "553 5.7.1 Sender not allowed"

    server(Choosy())
    wrong = said()
    assert "does not take mail from upturn@127.0.0.1: 553 5.7.1 Sender not allowed" in wrong
    assert "Set MAIL_FROM" in wrong


@pytest.mark.parametrize(
    ("answer", "advice"),
    [
        ("530 5.7.0 Authentication required", "user name and password in MAIL_URL"),
        ("530 Must issue a STARTTLS command first", "user name and password in MAIL_URL"),
        ("553 5.1.8 <upturn@x>: Sender address rejected", "Set MAIL_FROM"),
        ("550 relay not permitted", "sign in, by MAIL_URL"),
    ],
)
def test_a_sender_that_is_refused_only_in_answer_to_whom_it_is_to(server, answer, advice):
    mailbox = Mailbox()
    mailbox.refuses = {"alice@": answer}
    server(mailbox)
    wrong = said()
    assert f"does not take mail from here: {answer}" in wrong
    assert advice in wrong


def test_a_sign_in_that_is_wanted_before_the_sender(server):
    class Closed(Mailbox):
        async def handle_MAIL(self, server, session, envelope, address, options):  # noqa: N802
            return "530 5.7.0 Authentication required"

    server(Closed())
    assert "have user name and password in MAIL_URL" in said()


def test_a_folder_that_cannot_be_written_to(settings):
    backend = "django.core.mail.backends.filebased.EmailBackend"
    options = {"file_path": "/proc/nowhere"}
    settings.MAILERS = {"default": {"BACKEND": backend, "OPTIONS": options}}
    assert "In MAIL_URL name a folder that this server may write to" in said()


def test_an_address_that_is_refused(server):
    mailbox = Mailbox()
    mailbox.refuses = {"alice@": "550 5.1.1 No such person here."}
    server(mailbox)
    assert "does not take this address: 550 5.1.1 No such person here. Check" in said()


def test_a_mail_that_is_refused(server):
    mailbox = Mailbox()
    mailbox.refuses_data = "554 5.7.1 Looks like spam"
    server(mailbox)
    assert "did not take it: 554 5.7.1 Looks like spam." in said()


def test_a_server_that_hangs_up(server):
    class Rude(Mailbox):
        async def handle_MAIL(self, server, session, envelope, address, options):  # noqa: N802
            server.transport.close()
            return "250 OK"

    server(Rude())
    assert "hung up before it had taken the mail" in said()
