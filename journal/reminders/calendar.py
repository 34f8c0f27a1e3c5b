"""What is to come, as a calendar: made anew from the journal each time it is asked for."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from uuid import NAMESPACE_URL, uuid5

import icalendar
from django.urls import reverse

from accounts.models import User
from journal.dates import counted
from journal.interviews.models import Interview
from journal.path.owed import look_backs
from journal.path.owed_steps import nudges
from journal.practice.session import session_of
from journal.reminders.links import full

PLAIN_PRACTICE = "Upturn: practice"
PLAIN_NUDGE = "Upturn: a letter"
PLAIN_INTERVIEW = "Upturn: an appointment"
PLAIN_LOOK_BACK = "Upturn: look back"
PAST_DAYS = 30


def calendar(person: User) -> bytes:
    """As RFC 5545 has it, in the person's own time zone."""
    made = icalendar.Calendar.new(
        name="Upturn",
        uid=uuid5(NAMESPACE_URL, f"upturn:{person.pk}:calendar"),
        prodid="-//Upturn//Reminders//EN",
        refresh_interval=timedelta(hours=1),
        subcomponents=[*_problems(person), *_days_to_come(person), *_rounds(person)],
    )
    made.add("X-WR-TIMEZONE", person.time_zone)
    made.add("X-PUBLISHED-TTL", "PT1H")
    made.add_missing_timezones()
    return made.to_ical()


def _problems(person: User) -> Iterator[icalendar.Event]:
    """One entry a day: for today as the session of today, after it as they come back."""
    today = person.today()
    titles = {today: [problem.title for problem in session_of(person).problems]}
    coming = person.problems.active().filter(due__gt=today)
    for due, title in coming.order_by("due", "pk").values_list("due", "title"):
        titles.setdefault(due, []).append(title)
    for day, of_a_day in titles.items():
        if of_a_day:
            yield _event(
                person,
                uid=f"{uuid5(NAMESPACE_URL, f'upturn:{person.pk}:practice:{day}')}",
                start=day,
                told=f"Solve {counted(len(of_a_day), 'problem')} again",
                plain=PLAIN_PRACTICE,
                path=reverse("practice:page"),
                about="\n".join(of_a_day),
            )


def _days_to_come(person: User) -> Iterator[icalendar.Event]:
    """What will be owed: as Today and the mail are told it, were it the end of all days."""
    far = {person.pk: (person, date.max)}
    for owed, plain in ((nudges, PLAIN_NUDGE), (look_backs, PLAIN_LOOK_BACK)):
        for _, thing in owed(far):
            yield _event(
                person,
                uid=thing.uid,
                start=max(thing.on, person.at_work_from()),
                told=thing.title,
                plain=plain,
                path=thing.url,
            )


def _rounds(person: User) -> Iterator[icalendar.Event]:
    since = person.today() - timedelta(days=PAST_DAYS)
    rows = person.rounds.filter(on__gte=since, interview__outcome=Interview.Outcome.OPEN)
    for row in rows.select_related("interview__employer"):
        yield _event(
            person,
            uid=row.uid,
            start=row.starts_in(person.zone) or row.on,
            end=row.ends_in(person.zone),
            told=f"{row.interview.employer.name}: {row.get_kind_display().lower()}",
            plain=PLAIN_INTERVIEW,
            path=reverse("interviews:detail", args=[row.interview_id]),
        )


def _event(person: User, *, told: str, plain: str, path: str, about: str = "", **when):
    """Its title gives nothing away, unless they prefer that it tells, and names. A whole day is no
    time that is taken."""
    tells = person.mail_subject_tells and person.mail_titles
    event = icalendar.Event.new(
        summary=told if tells else plain,
        description="\n".join(filter(None, [about if tells else "", full(path)])),
        url=full(path),
        **when,
    )
    if not isinstance(event.start, datetime):
        event.add("TRANSP", "TRANSPARENT")
    return event
