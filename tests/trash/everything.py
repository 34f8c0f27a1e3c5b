"""What the journal holds: every row of every table, and one of each kind that can be deleted."""

from django.apps import apps

from journal.demo.story import write_journal
from journal.models import (
    Closing,
    Feedback,
    Holding,
    Perspective,
    Priority,
    Problem,
    Rejection,
    Verdict,
)
from journal.ownership.hanging import owned_models
from tests.browser.rows import write_more

TABLES = list(apps.get_app_config("journal").get_models(include_auto_created=True))


def write_everything(person) -> None:
    """At least one row in every table, with every key that a row can have."""
    write_journal(person)
    write_more(person)
    interview = person.interviews.filter(rounds__problems__isnull=False).first()
    round_, problem = interview.rounds.first(), interview.problems.first()
    gap = person.gaps.filter(problems__isnull=False).first()
    gap.close(person.today(), by=round_)
    solved = problem.attempts.create(owner=person, grade=3, solved_on=person.today())
    solved.store(closes_gap=gap)
    interview.feedback.update(round=round_)
    interview.contacts.update(round=round_)
    mine = {"owner": person}
    verdict, _ = Verdict.objects.get_or_create(interview=interview, defaults=mine)
    wish = person.priorities.first()
    Holding.objects.get_or_create(verdict=verdict, priority=wish, defaults={**mine, "answer": "no"})
    rejection = interview.rejections.get()
    Perspective.objects.get_or_create(rejection=rejection, defaults=mine)
    Closing.objects.get_or_create(rejection=rejection, defaults=mine)
    interview.feedback.create(
        owner=person,
        source=Feedback.Source.OWN,
        aspect=Feedback.Aspect.KEEP,
        received_on=person.today(),
        text="Saying the plan aloud.",
    )
    for each in Problem.objects.filter(attempts__grade__isnull=False, due__isnull=False):
        each.reschedule()
    assert Rejection.objects.exists()
    assert Priority.objects.exists()


def everything() -> dict[str, list[dict]]:
    """Every table as it stands, what lies in the trash too."""
    return {table.__name__: list(_all(table).order_by("pk").values()) for table in TABLES}


def but_for_the_clock(tables: dict[str, list[dict]]) -> dict[str, list[dict]]:
    """When a row was changed last may differ: what was derived from it was worked out anew."""
    return {
        name: [{key: row[key] for key in row if key != "changed_at"} for row in rows]
        for name, rows in tables.items()
    }


def alive() -> dict[str, set[int]]:
    return {
        model.__name__: set(model.objects.values_list("pk", flat=True)) for model in owned_models()
    }


def _all(table):
    return getattr(table, "with_trash", table._default_manager)
