from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product

from django.db import models
from django.db.models import Q
from django.utils.functional import cached_property

from accounts.day_columns import DayColumn
from journal.dates import counted, day, weekday_from
from journal.feedback.letters import (
    Letter,
    LetterFacts,
    Mailbox,
    Met,
    Occasion,
    Tone,
    draft,
)
from journal.interviews.models import Contact, Interview, Round
from journal.ownership.models import AliveQuerySet, Written, alive_manager, owner_key
from journal.ownership.undo import Watch, noted, took_back
from journal.relative_days import from_day, on_day

# Acts that can be taken back: each turn of its life.
LIFE = "life"


class FeedbackRequestQuerySet(AliveQuerySet):
    def drafted(self):
        return self.filter(state=FeedbackRequest.State.DRAFTED)

    def waiting(self):
        """Asked or nudged, with no answer yet."""
        state = FeedbackRequest.State
        return self.filter(state__in=[state.ASKED, state.NUDGED])

    def answerable(self):
        """An answer may still come, however late; also to what was refused once."""
        state = FeedbackRequest.State
        return self.filter(state__in=[state.ASKED, state.NUDGED, state.NO_ANSWER, state.REFUSED])

    def answered_by(self, contact: Contact | None, on: date) -> "FeedbackRequest | None":
        """Which one somebody answers who says something on a day.

        What they were asked themselves; else the one that somebody was to pass on. Where nobody is
        named, or nothing else tells, only one that waits alone.
        """
        rows = self.answerable().filter(asked_on__lte=on).select_related("contact")
        found = sorted(rows.order_by("-asked_on", "-pk"), key=lambda row: not row.is_waiting)
        waiting = [row for row in found if row.is_waiting]
        if contact is None:
            return waiting[0] if len(waiting) == 1 else None
        theirs = [row for row in found if row.contact_id == contact.pk]
        passed_on = [row for row in waiting if row.is_passed_on]
        return theirs[0] if theirs else passed_on[0] if len(passed_on) == 1 else None

    def in_vain(self, interviews) -> set[int]:
        """Those of the interviews where asking is over, and brought nothing."""
        rows = self.filter(interview__in=interviews).values_list("interview", "state")
        hopeful = {interview for interview, now in rows if now not in IN_VAIN}
        return {interview for interview, _ in rows} - hopeful

    def nobody_to_ask(self, interview):
        """Said once for an interview."""
        nobody = {"interview": interview, "state": FeedbackRequest.State.NOBODY}
        if not self.filter(**nobody).exists():
            self.create(owner_id=interview.owner_id, **nobody)


class FeedbackRequest(Written):
    """A request for written feedback: its letter and its life.

    What ends a life does nothing to one that is not waiting, so a second tap changes nothing.
    """

    class State(models.TextChoices):
        DRAFTED = "drafted", "Drafted"
        ASKED = "asked", "Asked"
        NUDGED = "nudged", "Nudged"
        RECEIVED = "received", "Received"
        REFUSED = "refused", "Refused"
        NO_ANSWER = "no_answer", "No answer"
        NOBODY = "nobody", "Nobody to ask"

    class Channel(models.TextChoices):
        MAIL = "mail", "E-mail"
        LINKEDIN = "linkedin", "LinkedIn"
        OTHER = "other", "Another way"

    DAYS = ("asked_on", "nudge_on", "nudged_on", "answered_on")

    owner = owner_key("feedback_requests")
    interview = models.ForeignKey(Interview, models.CASCADE, related_name="feedback_requests")
    contact = models.ForeignKey(
        Contact, models.SET_NULL, null=True, blank=True, related_name="feedback_requests"
    )
    channel = models.CharField(max_length=10, choices=Channel, default=Channel.MAIL)
    subject = models.CharField(max_length=200, blank=True)
    letter = models.TextField(blank=True)
    tone = models.CharField(
        max_length=10, choices=[(each.value, each.name) for each in Tone], default=Tone.WARM
    )
    # What the letter was drafted for; of somebody with a name the contact tells the part.
    call_offered = models.BooleanField(default=False, editable=False)
    part = models.CharField(max_length=20, blank=True, choices=Contact.Part.choices, editable=False)
    # In my words, where I changed what Upturn drafted.
    nudge_letter = models.TextField(blank=True)
    thanks_letter = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State, default=State.DRAFTED)
    asked_on = DayColumn(null=True, blank=True)
    nudge_on = DayColumn(null=True, blank=True)
    nudged_on = DayColumn(null=True, blank=True)
    answered_on = DayColumn(null=True, blank=True)

    objects = alive_manager(FeedbackRequestQuerySet)

    class Meta(Written.Meta):
        indexes = [*Written.Meta.indexes, models.Index(fields=["owner", "state", "nudge_on"])]
        constraints = [
            *Written.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(state__in=["asked", "nudged"]) | Q(asked_on__isnull=False),
                name="feedbackrequest_asked_has_a_day",
                violation_error_message="Say on which day you asked.",
            ),
        ]

    @property
    def known_as(self) -> str:
        return f"to {self.whom}"

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFTED

    @property
    def is_waiting(self) -> bool:
        return self.state in {self.State.ASKED, self.State.NUDGED}

    @property
    def whose_part(self) -> str:
        return self.contact.part if self.contact else self.part or Contact.Part.RECRUITER

    @property
    def is_passed_on(self) -> bool:
        """Asked of somebody who has it answered by others."""
        return self.whose_part == Contact.Part.RECRUITER

    @property
    def is_as_drafted(self) -> bool:
        """A draft whose words are Upturn's own still, in whichever tone."""
        if not self.is_draft:
            return False
        letter = Letter(self.subject, self.letter)
        own = self.owner.wordings.of(self.facts())
        return letter == own or letter in map(draft, self._possible_facts())

    def _possible_facts(self) -> Iterator[LetterFacts]:
        """Earlier letters have neither tone nor call stored with them, nor whom one without a name
        is to; none has the round of somebody without a name."""
        yield from (
            self.facts(tone=tone, call_offered=call, **to)
            for tone, call, to in product(Tone, (True, False), self._possible_readers())
        )

    def _possible_readers(self) -> list[dict[str, str]]:
        if self.contact:
            return [{}]
        both = product(Contact.Part, ["", *Round.Kind])
        return [{"part": part, "round": round_} for part, round_ in both]

    def nudge_is_due(self, on: date) -> bool:
        return self.state == self.State.ASKED and self.nudge_on is not None and self.nudge_on <= on

    def waits(self, today: date) -> str:
        """ "You asked on Monday. Nothing to do until they answer." """
        asked = f"You asked {on_day(self.asked_on, today)}"
        if self.nudge_is_due(today):
            return f"{asked}, and no answer is noted yet."
        return f"{asked}. Nothing to do until they answer."

    @property
    def by_mail(self) -> bool:
        return self.channel == self.Channel.MAIL

    @property
    def whom(self) -> str:
        """ "Maria Ortega", or "the people there" where nobody is named."""
        return self.contact.name if self.contact else "the people there"

    @property
    def whom_first(self) -> str:
        return self.whom[:1].upper() + self.whom[1:]

    @property
    def nudge_says(self) -> str:
        """ "nudge from Friday"; once that day has come, "time to nudge" """
        today = self.owner.today()
        if self.nudge_on is None:
            return "no answer yet"
        is_due = self.nudge_on <= today
        return "time to nudge" if is_due else f"nudge {from_day(self.nudge_on, today)}"

    @property
    def life(self) -> str:
        """Its whole life in a line: "Asked on 18 November · nudge from 25 November"."""
        state = self.State
        asked = self.asked_on and f"Asked on {day(self.asked_on)}"
        nudged = self.nudged_on and f"nudged on {day(self.nudged_on)}"
        now = {
            state.DRAFTED: "The letter is drafted",
            state.ASKED: self.nudge_says,
            state.RECEIVED: f"answered on {day(self.answered_on)}",
            state.REFUSED: f"refused on {day(self.answered_on)}",
            state.NO_ANSWER: "no answer",
            state.NOBODY: "Nobody to ask",
        }.get(self.state)
        line = " · ".join(filter(None, [asked, nudged, now]))
        return line[:1].upper() + line[1:]

    @property
    def how_it_goes(self) -> str:
        """Of its letter that is on its way, or whose way ended in trouble."""
        owed = [row for row in self.deliveries.all() if self.is_owed(Occasion(row.occasion))]
        return next((row.how_it_goes for row in owed), "")

    @property
    def answered_after(self) -> str:
        """How soon an answer came: "the same day", "the next day", "after three days"."""
        if not (self.asked_on and self.answered_on) or self.answered_on < self.asked_on:
            return f"on {day(self.answered_on)}"
        days = (self.answered_on - self.asked_on).days
        return {0: "the same day", 1: "the next day"}.get(days, f"after {counted(days, 'day')}")

    def facts(self, **wishes) -> LetterFacts:
        """What a letter of this request is drafted from."""
        contact, interview = self.contact, self.interview
        known = {
            "to": contact.name if contact else "",
            "part": self.whose_part,
            "round": contact.round.kind if contact and contact.round else "",
            "employer": interview.employer.name,
            "role": interview.role,
            "sender": self.owner.name,
            "short": self.channel == self.Channel.LINKEDIN,
            "call_offered": self.call_offered,
            "silent": interview.outcome == Interview.Outcome.GHOSTED,
            "asked": day(self.asked_on),
            "earlier_subject": self.subject,
            "panel": self._panel,
            "rounds": self._rounds,
            "tone": Tone(self.tone),
        }
        return LetterFacts(**known | wishes)

    @cached_property
    def _panel(self) -> tuple[Met, ...]:
        """Whom only the recruiter can reach: who interviewed me, and has no address here."""
        interviewers = self.interview.contacts.exclude(part=Contact.Part.RECRUITER)
        out_of_reach = interviewers.filter(address="").select_related("round").order_by("pk")
        return tuple(Met(each.name, each.round.kind if each.round else "") for each in out_of_reach)

    @cached_property
    def _rounds(self) -> tuple[str, ...]:
        """Each kind once, in their order."""
        return tuple(dict.fromkeys(round_.kind for round_ in self.interview.rounds.all()))

    def follow_up(self) -> Occasion | None:
        """The letter that may come next: a nudge while it waits, thanks for an answer."""
        if self.state == self.State.RECEIVED:
            return Occasion.THANKS
        return Occasion.NUDGE if self.state == self.State.ASKED else None

    def next_letter(self, occasion: Occasion) -> Letter:
        """In my words where I wrote some, else in my own wording, else as Upturn drafts it."""
        facts = self.facts(occasion=occasion)
        drafted = self.owner.wordings.of(facts) or draft(facts)
        return drafted._replace(body=getattr(self, f"{occasion}_letter") or drafted.body)

    def letter_for(self, occasion: Occasion) -> Letter:
        if occasion == Occasion.ASK:
            return Letter(self.subject, self.letter)
        return self.next_letter(occasion)

    def is_owed(self, occasion: Occasion) -> bool:
        """Whether this letter is the one that may go now."""
        return self.is_draft if occasion == Occasion.ASK else self.follow_up() == occasion

    def speak(self, tone: Tone) -> None:
        """In another tone from now on. What was sent, or written by hand, stays."""
        self.store(tone=tone)

    def mailbox(self) -> Mailbox:
        return Mailbox(self.contact.name, self.contact.address) if self.contact else Mailbox("", "")

    def ask(self, on: date) -> None:
        nudge_on = weekday_from(on + timedelta(days=self.owner.nudge_after_days))
        self.turn(state=self.State.ASKED, asked_on=on, nudge_on=nudge_on)

    def nudge(self, on: date) -> None:
        if self.is_waiting:
            self.turn(state=self.State.NUDGED, nudged_on=on)

    def refuse(self, on: date) -> None:
        if self.is_waiting:
            self.turn(state=self.State.REFUSED, answered_on=on)

    def end_without_answer(self) -> None:
        if self.is_waiting:
            self.turn(state=self.State.NO_ANSWER)

    def receive(self, on: date) -> None:
        """Received on another day, that is corrected: what was before it came stays before."""
        if self.state == self.State.RECEIVED:
            took_back(self.owner, LIFE, self)
        self.turn(state=self.State.RECEIVED, answered_on=on)

    def wait_again(self) -> None:
        """Take the last word back: it waits as before, or is a draft again."""
        was_waiting, undone = self.is_waiting, took_back(self.owner, LIFE, self)
        while undone and was_waiting and self.is_waiting:  # not sent at all: the asking goes, too
            undone = took_back(self.owner, LIFE, self)
        if undone:
            return
        if self.is_waiting or not self.asked_on:
            days = dict.fromkeys(["asked_on", "nudge_on", "nudged_on", "answered_on"])
            self.store(state=self.State.DRAFTED, **days)
            return
        waiting = self.State.NUDGED if self.nudged_on else self.State.ASKED
        self.store(state=waiting, answered_on=None)

    def turn(self, **columns) -> None:
        """A turn of its life, which can be taken back."""
        with noted(self.owner_id, LIFE, self.uid, Watch.of(self, "state", *self.DAYS)):
            self.store(**columns)


# Asking is over, and brought nothing.
IN_VAIN = {
    FeedbackRequest.State.REFUSED,
    FeedbackRequest.State.NO_ANSWER,
    FeedbackRequest.State.NOBODY,
}
