"""Delivers reminders until told to stop."""

import logging
import os
import signal
import socket
from contextlib import suppress
from datetime import datetime, timedelta
from queue import Empty, SimpleQueue

from django.db import Error, close_old_connections
from django.utils import timezone

from journal.feedback.sending import send_next_letter
from journal.mail_quota import MailQuotaSlot
from journal.reminders.delivering import Outcome, deliver
from journal.reminders.models import Heartbeat
from journal.reminders.planning import plan
from journal.reminders.posting import Post

PAUSE = 5.0  # seconds, while nothing is due
REST = 15.0  # while the mail server takes none, or the database does not answer
LONGEST_END = 5
BEAT = timedelta(seconds=20)
FORGOTTEN = timedelta(days=7)

log = logging.getLogger(__name__)


class Worker:
    """One of any number, on this machine or on many."""

    def __init__(self):
        # Of what can be waited for, only this may be filled while a signal is dealt with.
        self._told: SimpleQueue[None] = SimpleQueue()
        self._name = f"{socket.gethostname()[:60]}:{os.getpid()}"
        self._last_beat: datetime | None = None

    def stop(self, *_) -> None:
        """After the mail that is going now. Deaf to a mail server that keeps it waiting."""
        signal.alarm(LONGEST_END)
        self._told.put(None)

    def run(self) -> None:
        while self._told.empty():
            with suppress(Empty):
                self._told.get(timeout=self._work())
                return

    def _work(self) -> float:
        """Do what there is to do; then so many seconds may pass."""
        close_old_connections()
        try:
            return PAUSE if self.drain() else REST
        except Error as error:
            log.warning("The database does not answer: %s.", type(error).__name__)
            return REST

    def drain(self) -> bool:
        """Send the letters that wait, plan and deliver all that is due; false where the mail server
        takes none now."""
        with Post() as post:
            while self._beat_and_go_on():
                had_letter = send_next_letter()
                looked_at = plan(timezone.now())
                outcome = deliver(post, self._beat_and_go_on)
                if outcome is Outcome.NO_SERVER:
                    return False
                if outcome is Outcome.NOTHING and not looked_at and not had_letter:
                    return True
        return True

    def _beat_and_go_on(self) -> bool:
        """Asked between two mails, so that a slow mail server makes no worker seem silent."""
        now = timezone.now()
        if self._last_beat is None or now - self._last_beat >= BEAT:
            Heartbeat.objects.update_or_create(name=self._name, defaults={"at": now})
            Heartbeat.objects.filter(at__lt=now - FORGOTTEN).delete()
            MailQuotaSlot.objects.forget_old()
            self._last_beat = now
        return self._told.empty()
