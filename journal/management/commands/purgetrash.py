from django.core.management import BaseCommand

from journal.ownership.purge import purge_expired


class Command(BaseCommand):
    help = "Deletes for good what has been in the trash for 30 days."

    def handle(self, **_):
        self.stdout.write(f"Gone for good: {purge_expired()}")
