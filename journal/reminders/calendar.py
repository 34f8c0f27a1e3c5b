"""What is to come, as a calendar: made anew from the journal each time it is asked for, and byte
by byte the same as long as the journal is."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta, tzinfo
from uuid import NAMESPACE_URL, uuid5

import icalendar
from django.urls import reverse

from accounts.models import User
from journal.dates import counted
from journal.interviews.models import Interview, Round
from journal.mail_words import clean
from journal.path.owed import look_backs
from journal.path.owed_steps import nudges
from journal.practice.session import session_of
from journal.reminders.links import full

PLAIN_PRACTICE = "Upturn: practice"
PLAIN_NUDGE = "Upturn: a letter"
PLAIN_INTERVIEW = "Upturn: an appointment"
PLAIN_LOOK_BACK = "Upturn: look back"
PAST_DAYS = 30
RULES_END = icalendar.Timezone.DEFAULT_LAST_DATE
AN_HOUR = timedelta(hours=1)


def calendar(person: User) -> bytes:
    """As RFC 5545 has it, in the person's own time zone."""
    made = icalendar.Calendar.new(
        name="Upturn",
        uid=uuid5(NAMESPACE_URL, f"upturn:{person.pk}:calendar"),
        prodid="-//Upturn//Reminders//EN",
        subcomponents=[*_problems(person), *_days_to_come(person), *_rounds(person)],
    )
    made.add("REFRESH-INTERVAL", AN_HOUR, parameters={"VALUE": "DURATION"})  # RFC 7986 wants both
    made.add("X-WR-TIMEZONE", person.time_zone)
    made.add("X-PUBLISHED-TTL", "PT1H")
    made.add_missing_timezones()
    return made.to_ical()


def _problems(person: User) -> Iterator[icalendar.Event]:
    """One entry a day: for today as the session of today, after it as they come back."""
    today = person.today()
    days = {today: session_of(person).problems}
    coming = person.problems.active().filter(due__gt=today).only("due", "title", "changed_at")
    for problem in coming.order_by("due", "pk"):
        days.setdefault(problem.due, []).append(problem)
    for day, of_a_day in days.items():
        if of_a_day:
            yield _event(
                person,
                uid=f"{uuid5(NAMESPACE_URL, f'upturn:{person.pk}:practice:{day}')}",
                start=day,
                stamp=max(problem.changed_at for problem in of_a_day),
                told=f"Solve {counted(len(of_a_day), 'problem')} again",
                plain=PLAIN_PRACTICE,
                path=reverse("practice:page"),
                about=[problem.title for problem in of_a_day],
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
                stamp=thing.changed_at,
                told=thing.title,
                plain=plain,
                path=thing.url,
            )


def _rounds(person: User) -> Iterator[icalendar.Event]:
    since = person.today() - timedelta(days=PAST_DAYS)
    rows = person.rounds.filter(on__gte=since, interview__outcome=Interview.Outcome.OPEN)
    for row in rows.select_related("interview__employer").order_by("on", "at", "pk"):
        yield _event(
            person,
            uid=row.uid,
            **_when(row, person.zone),
            stamp=max(row.changed_at, row.interview.title_changed_at),
            told=f"{row.interview.employer.name}: {row.get_kind_display().lower()}",
            plain=PLAIN_INTERVIEW,
            path=reverse("interviews:detail", args=[row.interview_id]),
        )


def _when(row: Round, zone: tzinfo) -> dict[str, date | datetime]:
    begin, end = row.starts(), row.ends()
    if begin is None or end is None:
        return {"start": row.on}
    return {"start": _as_read(begin, zone), "end": _as_read(end, zone)}


def _as_read(moment: datetime, zone: tzinfo) -> datetime:
    """In their own zone; in UTC where the clock shows that time twice, or where the rules of the
    zone that go with a calendar have ended."""
    local = moment.astimezone(zone)
    is_one = local.utcoffset() == local.replace(fold=1 - local.fold).utcoffset()
    return local if is_one and local.date() < RULES_END else moment.astimezone(UTC)


def _event(person: User, *, told: str, plain: str, path: str, about=(), **fields):
    """Its title gives nothing away, unless they prefer that it tells, and names. A whole day is no
    time that is taken. RFC 5545 has no control characters."""
    tells = person.mail_subject_tells and person.mail_titles
    lines = [clean(line) for line in about] if tells else []
    event = icalendar.Event.new(
        summary=clean(told) if tells else plain,
        description="\n".join([*lines, full(path)]),
        url=full(path),
        **fields,
    )
    if not isinstance(event.start, datetime):
        event.add("TRANSP", "TRANSPARENT")
    return event
