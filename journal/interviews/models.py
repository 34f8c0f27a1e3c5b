from dataclasses import dataclass
from datetime import date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts import zones
from accounts.day_columns import DayColumn
from journal.dates import counted, day, span
from journal.employers.models import Employer
from journal.interviews.moments import FURTHEST, elsewhere, moment
from journal.ownership.models import (
    AliveQuerySet,
    Owned,
    Written,
    alive_manager,
    rendering,
)
from journal.ownership.text import name_key
from journal.ownership.undo import Watch, is_untouched, last, noted, took_back

# An act that can be taken back.
END = "end"

# Two days and nights: the longest a round may take.
MOST_MINUTES = 2880
# The hour from which a round with no time is over.
EVENING = 18
# Where nobody said how long it takes.
USUAL_MINUTES = 60


class InterviewQuerySet(AliveQuerySet):
    def going_on(self):
        return self.filter(outcome=Interview.Outcome.OPEN)

    def awaiting_their_answer(self):
        """Those that may end with a no: a mock one just ends."""
        return self.going_on().filter(is_mock=False).select_related("employer").order_by("-pk")

    def ended_without_a_no(self):
        outcome = Interview.Outcome
        return self.filter(
            outcome__in=[
                outcome.WITHDREW,
                outcome.DECLINED,
                outcome.OFFER,
                outcome.ACCEPTED,
                outcome.OVER,
            ]
        )


@dataclass(frozen=True)
class Met:
    """For how long, and in how many rounds, somebody at the employer met me."""

    minutes: int = 0
    rounds: int = 0

    def __bool__(self) -> bool:
        return bool(self.rounds)

    def __str__(self) -> str:
        """ "4 h 15 min, in five rounds" """
        within = f"in {counted(self.rounds, 'round')}" if self.rounds else ""
        return ", ".join(part for part in (span(self.minutes), within) if part)


class Interview(Written):
    """A whole process with one employer for one role, real or mock."""

    class Outcome(models.TextChoices):
        OPEN = "open", "Still open"
        REJECTED = "rejected", "They said no"
        GHOSTED = "ghosted", "They went silent"
        WITHDREW = "withdrew", "I withdrew"
        DECLINED = "declined", "I declined their offer"
        OFFER = "offer", "They made an offer"
        ACCEPTED = "accepted", "I accepted their offer"
        OVER = "over", "It is over"

        @property
        def is_rejection(self) -> bool:
            return self in {self.REJECTED, self.GHOSTED}

    employer = models.ForeignKey(Employer, models.CASCADE, related_name="interviews")
    role = models.CharField(max_length=200, blank=True)
    level = models.CharField(max_length=100, blank=True)
    is_mock = models.BooleanField("a mock interview", default=False)
    outcome = models.CharField(max_length=10, choices=Outcome, default=Outcome.OPEN)
    outcome_on = DayColumn(null=True, blank=True)
    note = models.TextField(blank=True)
    note_html = rendering()

    objects = alive_manager(InterviewQuerySet)
    prose = ("note",)

    class Meta(Written.Meta):
        indexes = [*Written.Meta.indexes, models.Index(fields=["owner", "outcome", "outcome_on"])]
        constraints = [
            *Written.Meta.constraints,
            models.CheckConstraint(
                condition=Q(outcome="open") | Q(outcome_on__isnull=False),
                name="interview_outcome_has_a_day",
                violation_error_message="Say on which day it ended.",
            ),
        ]

    @property
    def known_as(self) -> str:
        return ", ".join(part for part in (self.employer.name, self.role) if part)

    @property
    def role_and_level(self) -> str:
        """ "Backend Engineer, senior"; a level that the role names already is not said again."""
        known = {*name_key(self.level).split()} <= {*name_key(self.role).split()}
        return ", ".join(part for part in (self.role, "" if known else self.level) if part)

    @property
    def is_open(self) -> bool:
        return self.outcome == self.Outcome.OPEN

    @property
    def may_end_with_a_no(self) -> bool:
        """It is open, or there is an offer that they may take back."""
        return self.outcome in {self.Outcome.OPEN, self.Outcome.OFFER}

    @property
    def ending(self) -> "Interview.Outcome":
        return self.Outcome(self.outcome)

    @property
    def ended_when(self) -> str:
        """As its rejection knows the day: perhaps to the month, perhaps not at all."""
        told = [rejection.told_when for rejection in self.rejections.all()]
        return told[0] if told else day(self.outcome_on)

    @property
    def ended(self) -> str:
        """ "They said no, March 2025", "Still open" """
        return ", ".join(part for part in (self.get_outcome_display(), self.ended_when) if part)

    def end(self, outcome: str, on: date) -> None:
        """Said again with another day, the day is corrected: what was before it ended stays."""
        if outcome == self.outcome:
            took_back(self.owner, END, self)
        with noted(self.owner_id, END, self.uid, Watch.of(self, "outcome", "outcome_on")):
            self.store(outcome=outcome, outcome_on=on)

    def reopen(self) -> None:
        """As it was before the last word: open, or with their offer."""
        if not took_back(self.owner, END, self):
            self.store(outcome=self.Outcome.OPEN, outcome_on=None)

    @property
    def before_it_ended(self) -> "Interview.Outcome":
        """What `reopen` makes it."""
        note = last(self.owner, END, self.uid)
        changed = note.changes[0][2] if note and is_untouched(note, self.uid) else {}
        return self.Outcome(changed.get("outcome", [self.Outcome.OPEN])[0])

    def met(self) -> Met:
        """What they saw of me. Rounds planned for after the end did not take place."""
        met = [
            round_
            for round_ in self.rounds.all()
            if not round_.is_alone and round_.took_place_by(self.outcome_on, self.owner.zone)
        ]
        return Met(sum(round_.minutes or 0 for round_ in met), len(met))

    def next_round(self, today: date) -> "Round | None":
        if not self.is_open:
            return None
        zone = self.owner.zone
        dated = [round_ for round_ in self.rounds.all() if round_.on]
        coming = [round_ for round_ in dated if round_.day_in(zone) >= today]
        return min(coming, key=lambda round_: round_.when(zone), default=None)

    @property
    def title_changed_at(self) -> datetime:
        """When what it is called was last written."""
        return max(self.changed_at, self.employer.changed_at)

    def meet(self, name: str, part: str, address: str) -> None:
        """Write a contact down, unless it is known by its name or its address."""
        for known in self.contacts.all():
            same_address = address and known.address.casefold() == address.casefold()
            if same_address or name_key(known.name) == name_key(name):
                if not known.address:
                    known.store(address=address)
                return
        known = {"name": name, "part": part, "address": address}
        Contact.objects.create(owner=self.owner, interview=self, **known)

    def rating_made_now(self) -> str:
        """Which rating of a round one that is made now would be; they are never mixed."""
        if self.is_open:
            return "rating_before"
        return "rating_told" if self.feedback.told().exists() else "rating_after"


def rating_field() -> models.PositiveSmallIntegerField:
    return models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )


def within(field: str, least: int, most: int, name: str) -> models.CheckConstraint:
    """A check that `field` is empty or from `least` to `most`."""
    condition = Q(**{field: None}) | Q(**{f"{field}__range": (least, most)})
    return models.CheckConstraint(condition=condition, name=name)


class RoundQuerySet(AliveQuerySet):
    def near(self, first: date, last: date):
        """At least those of these days, wherever one reads: ask each for its `day_in` a zone."""
        days = (first - FURTHEST, last + FURTHEST)
        return self.filter(on__range=days).order_by("on", "at", "pk")

    def past(self, today: date, zone: tzinfo, since: date | None = None):
        """Those that were, also where no day is said; the latest first. `since` asks for a later
        day than that."""
        past = self.filter(Q(on=None) | Q(on__lte=today + FURTHEST))
        edges = self.near(today, today)
        if since:
            past, edges = past.filter(on__gte=since - FURTHEST), edges | self.near(since, since)
        days = {round_.pk: round_.day_in(zone) for round_ in edges}
        others = [pk for pk, on in days.items() if on > today or (since and on <= since)]
        return past.exclude(pk__in=others).order_by(F("on").desc(nulls_last=True), "-pk")

    def went_well(self):
        """As I see it by now: of several ratings the one made last."""
        seen = Coalesce("rating_told", "rating_after", "rating_before")
        return self.alias(seen=seen).filter(seen__gte=Round.Rating.WELL)


class Round(Written):
    """One stage. A rating keeps when it was made: before the outcome, after it, after feedback.

    `on` and `at` are what the clock shows in `zone`, where its time was given: a moment, which
    stays when I move. With no time it has no zone: a day is that day anywhere. Its day is a
    calendar day, also before the hour at which mine begins.
    """

    class Kind(models.TextChoices):
        RECRUITER = "recruiter", "Recruiter screen"
        TECHNICAL = "technical", "Technical screen"
        CODING = "coding", "Coding"
        SYSTEM_DESIGN = "system_design", "System design"
        BEHAVIOURAL = "behavioural", "Behavioural"
        DOMAIN = "domain", "Domain knowledge"
        TAKE_HOME = "take_home", "Take-home"
        HIRING_MANAGER = "hiring_manager", "Hiring manager"
        TEAM = "team", "Meeting the team"
        OTHER = "other", "Other"

    class Format(models.TextChoices):
        CALL = "call", "Phone"
        VIDEO = "video", "Video"
        ONSITE = "onsite", "On site"
        ALONE = "alone", "In my own time"

    class Rating(models.IntegerChoices):
        BADLY = 1, "Badly"
        SHAKILY = 2, "Shakily"
        MIXED = 3, "Mixed"
        WELL = 4, "Well"
        VERY_WELL = 5, "Very well"

    RATED = {
        "rating_before": "before you knew",
        "rating_after": "after their answer",
        "rating_told": "after their feedback",
    }

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="rounds")
    kind = models.CharField(max_length=20, choices=Kind, default=Kind.OTHER)
    order = models.PositiveSmallIntegerField(default=0)
    on = DayColumn("day", null=True, blank=True)
    at = models.TimeField("time", null=True, blank=True)
    zone = models.CharField("time zone", max_length=64, blank=True)
    minutes = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(MOST_MINUTES)]
    )
    format = models.CharField(max_length=10, choices=Format, blank=True)
    rating_before = rating_field()
    rating_after = rating_field()
    rating_told = rating_field()
    how_it_went = models.TextField(blank=True)
    how_it_went_html = rendering()

    objects = alive_manager(RoundQuerySet)
    prose = ("how_it_went",)

    class Meta(Written.Meta):
        ordering = ["interview", "order", "pk"]
        indexes = [*Written.Meta.indexes, models.Index(fields=["owner", "on"])]
        constraints = [
            *Written.Meta.constraints,
            within("rating_before", 1, 5, "round_rating_before_in_range"),
            within("rating_after", 1, 5, "round_rating_after_in_range"),
            within("rating_told", 1, 5, "round_rating_told_in_range"),
        ]

    @property
    def known_as(self) -> str:
        return self.says()

    @property
    def is_alone(self) -> bool:
        """Nobody was there: what I made in my own time."""
        return self.format == self.Format.ALONE or self.kind == self.Kind.TAKE_HOME

    @property
    def ratings(self) -> list[tuple[str, str]]:
        """What I said of it, and when: ("Well", "before you knew")."""
        return self.ratings_but("")

    def ratings_but(self, without: str) -> list[tuple[str, str]]:
        return [
            (self.Rating(rating).label, when)
            for name, when in self.RATED.items()
            if name != without and (rating := getattr(self, name))
        ]

    def _insert(self, *args, **kwargs) -> None:
        if self.at and not self.zone:
            self.zone = self.owner.zone.key
        super()._insert(*args, **kwargs)

    def says(self) -> str:
        """ "Coding, 10 November" """
        return ", ".join(part for part in (self.get_kind_display(), day(self.day_in())) if part)

    @property
    def given_zone(self) -> ZoneInfo:
        """Where `at` was given; mine, where no place is called that any more."""
        known = zones.named(self.zone)
        return known or (self.owner.zone if self.owner_id else ZoneInfo("UTC"))

    def starts(self) -> datetime | None:
        """In UTC; None where it has a day at most."""
        if self.on is None or self.at is None:
            return None
        return moment(self.on, self.at, self.given_zone)

    def ends(self) -> datetime | None:
        """In UTC, an hour later where nobody said how long it takes."""
        begin = self.starts()
        return begin and begin + timedelta(minutes=self.minutes or USUAL_MINUTES)

    def starts_in(self, zone: tzinfo | None = None) -> datetime | None:
        """As the clock shows it there, by default in the zone in force."""
        begin = self.starts()
        return begin and timezone.localtime(begin, zone)

    def ends_in(self, zone: tzinfo | None = None) -> datetime | None:
        end = self.ends()
        return end and timezone.localtime(end, zone)

    def day_in(self, zone: tzinfo | None = None) -> date | None:
        """The day it is on for who lives there, by default in the zone in force."""
        begin = self.starts_in(zone)
        return begin.date() if begin else self.on

    def theirs(self, zone: tzinfo | None = None) -> str:
        """ "15:30 in Berlin", where the clock there shows another time than here."""
        here, there = self.starts_in(zone), self.starts_in(self.given_zone)
        return elsewhere(there, here, zones.place(self.zone)) if here and there else ""

    def time_said(self, zone: tzinfo | None = None) -> str:
        """ "14:30", or "14:30, 15:30 in Berlin"; nothing where it has a day at most."""
        here = self.starts_in(zone)
        return ", ".join(filter(None, [here and f"{here:%H:%M}", self.theirs(zone)]))

    def when(self, zone: tzinfo | None = None) -> tuple[date, time]:
        """To sort by: on one day, what has no time comes last."""
        here = self.starts_in(zone)
        return self.day_in(zone) or date.max, here.time() if here else time.max

    def is_over(self, now: datetime, zone: tzinfo) -> bool:
        """With no time, from the evening of its day on; with no day, never."""
        if end := self.ends():
            return end <= now
        here = timezone.localtime(now, zone)
        evening = here.date() - timedelta(days=here.hour < EVENING)
        return self.on is not None and self.on <= evening

    def took_place_by(self, last: date | None, zone: tzinfo | None = None) -> bool:
        on = self.day_in(zone)
        return last is None or on is None or on <= last

    @property
    def is_debriefed(self) -> bool:
        return bool(self.ratings or self.how_it_went)


class Contact(Owned):
    """Somebody at the employer, met in this process."""

    class Part(models.TextChoices):
        RECRUITER = "recruiter", "Recruiter"
        INTERVIEWER = "interviewer", "Interviewer"
        HIRING_MANAGER = "hiring_manager", "Hiring manager"

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="contacts")
    round = models.ForeignKey(
        Round, models.SET_NULL, null=True, blank=True, related_name="contacts"
    )
    name = models.CharField(max_length=200)
    part = models.CharField(max_length=20, choices=Part, default=Part.INTERVIEWER)
    address = models.EmailField("e-mail address", blank=True)

    @property
    def known_as(self) -> str:
        return self.name
