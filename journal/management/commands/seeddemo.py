from django.core.management.base import BaseCommand, CommandError

from accounts.models import User
from journal.demo.story import write_journal

PEOPLE = (
    ("demo@upturn.example", "upturn-demo", {"name": "Sam"}),
    ("robin@upturn.example", "upturn-robin", {"name": "Robin"}),
    ("admin@upturn.example", "upturn-admin", {"is_staff": True, "is_superuser": True}),
)


class Command(BaseCommand):
    help = "Fill an empty server with a believable journal to look at."

    def add_arguments(self, parser):
        parser.add_argument("--rejections", type=int, default=10, help="how many in the journal")

    def handle(self, *, rejections, **_options):
        if User.objects.exists():
            raise CommandError("There are people here already; the demo needs an empty server.")
        for email, password, fields in PEOPLE:
            User.objects.create_user(email, password, **fields)
        write_journal(User.objects.get(email=PEOPLE[0][0]), rejections)
        for email, password, _ in PEOPLE:
            self.stdout.write(f"Sign in as {email} with {password}")
