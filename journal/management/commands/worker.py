import signal

from django.core.management import BaseCommand, CommandError
from django.utils import timezone

from journal.reminders.log import became_of_them, why_they_wait
from journal.reminders.worker import Worker


class Command(BaseCommand):
    help = "Delivers reminders until told to stop."

    def add_arguments(self, parser):
        parser.add_argument(
            "--once", action="store_true", help="Deliver all that is due now, then end."
        )

    def handle(self, *, once, **_):
        worker = Worker()
        for told in (signal.SIGTERM, signal.SIGINT):
            signal.signal(told, worker.stop)
        if once:
            self._once(worker)
        else:
            worker.run()

    def _once(self, worker: Worker) -> None:
        """For a scheduler, which hears by the exit code that the mail server takes none."""
        began = timezone.now()
        went = worker.drain()
        self.stdout.write(became_of_them(began))
        if not went:
            raise CommandError(f"What waits is tried again. {why_they_wait()}")
