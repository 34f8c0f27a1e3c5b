import signal

from django.core.management import BaseCommand

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
            worker.drain()
        else:
            worker.run()
