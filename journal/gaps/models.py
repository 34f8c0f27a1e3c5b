from datetime import date

from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Prefetch, Q, Subquery

from accounts.day_columns import DayColumn
from journal.feedback.models import Feedback
from journal.gaps.anchoring import Found, Lost, around, find
from journal.gaps.merging import take_back
from journal.gaps.recurrence import Said, Standing, standing
from journal.interviews.models import Round
from journal.ownership.models import AliveQuerySet, Named, Owned, alive_manager, owner_key
from journal.ownership.text import name_key, quoted
from journal.ownership.undo import Watch, noted, took_back
from journal.rejections.models import Rejection

# Acts that can be taken back.
CLOSE, TICK = "close", "tick"
WELL = 3  # a grade: Attempt.Grade.WELL, in a room further on


class GapQuerySet(AliveQuerySet):
    def gaps(self):
        return self.filter(is_strength=False)

    def strengths(self):
        return self.filter(is_strength=True)

    def open(self):
        """Not closed, or said again since."""
        return self.filter(Q(closed_on=None) | Exists(self._said_since()))

    def closed(self):
        return self.exclude(closed_on=None).exclude(Exists(self._said_since()))

    def _said_since(self):
        later = {"feedback__received_on__gt": OuterRef("closed_on")}
        return Evidence.objects.filter(gap=OuterRef("pk"), **later)

    def with_evidence(self):
        """With what was said of each, the newest first, and none of the long texts."""
        return self.prefetch_related(Prefetch("evidence", Evidence.objects.as_said()))

    def with_actions(self):
        return self.prefetch_related(Prefetch("actions", Action.objects.in_order()))

    def with_practice(self):
        """With whether something is being done about each: an action to do, or a problem due; and
        the problem that comes next.
        """
        touching = self.model.problems.through.objects.filter(gap=OuterRef("pk"))
        active = touching.filter(problem__paused=False, problem__retired_on=None)
        scheduled = active.filter(problem__trash_id=None, problem__due__isnull=False)
        to_do = Action.objects.filter(gap=OuterRef("pk"), done_on=None)
        first = scheduled.order_by("problem__due", "problem")
        following = {
            f"next_{name}": Subquery(first.values(key)[:1])
            for name, key in (
                ("problem", "problem"),
                ("title", "problem__title"),
                ("due", "problem__due"),
            )
        }
        return self.annotate(is_practised=Exists(to_do) | Exists(scheduled), **following)

    def named(self, person, name: str, *, is_strength: bool, **fields) -> "Gap":
        """The person's gap (or strength) of that name, made if it is new."""
        known = {"owner": person, "is_strength": is_strength, "name_key": name_key(name)}
        fields["name"] = " ".join(name.split())
        return self.get_or_create(**known, defaults=fields)[0]


class Gap(Named):
    """A gap, or its other side: a strength. It gathers evidence across rejections."""

    class Kind(models.TextChoices):
        TECHNICAL = "technical", "Technical"
        COMMUNICATION = "communication", "Communication"
        TEAM_FIT = "team_fit", "Team fit"
        SENIORITY = "seniority", "Seniority"

    kind = models.CharField(max_length=15, choices=Kind, default=Kind.TECHNICAL)
    is_strength = models.BooleanField(default=False)
    closed_on = DayColumn(null=True, blank=True)
    closed_by_round = models.ForeignKey(
        Round, models.SET_NULL, null=True, blank=True, related_name="closed_gaps"
    )

    # What a merge moved, by its keys, for as long as this lies in the trash and may come back.
    merged = models.JSONField(null=True, blank=True, editable=False)

    objects = alive_manager(GapQuerySet)

    class Meta(Named.Meta):
        indexes = [*Named.Meta.indexes, models.Index(fields=["owner", "is_strength", "closed_on"])]
        constraints = [
            *Named.Meta.constraints,
            models.UniqueConstraint(
                fields=["owner", "is_strength", "name_key"],
                condition=Q(trash_id=None),
                name="gap_name_unique",
                violation_error_message="You already have one of this name.",
            ),
        ]

    tied_where = {"closed_by_round": Q(closed_on__isnull=False)}

    @property
    def noun(self) -> str:
        return "strength" if self.is_strength else "gap"

    def standing(self) -> Standing:
        """How often and how lately it was said. Ask for it `with_evidence`."""
        said = [
            Said(
                row.feedback.interview_id,
                row.feedback.interview.employer.name,
                row.feedback.received_on,
                row.feedback.source == Feedback.Source.OWN,
                row.cost_the_offer,
            )
            for row in self.evidence.all()
        ]
        return standing(said, self.closed_on)

    def state(self) -> str:
        """ "open", "practising" or "closed". Ask for it `with_evidence` and `with_practice`."""
        if self.standing().is_closed:
            return "closed"
        return "practising" if self.is_practised else "open"

    def next_action(self) -> "Action | None":
        """Ask for it `with_actions`."""
        return next((action for action in self.actions.all() if not action.done_on), None)

    def quotes(self) -> "list[Evidence]":
        """Its evidence, each `lost` where its words have no place. Ask for it `with_evidence`."""
        rows = list(self.evidence.all())
        told = Feedback.objects.filter(pk__in={row.feedback_id for row in rows})
        texts = dict(told.values_list("pk", "text"))
        for row in rows:
            row.lost = row.lost_in(texts[row.feedback_id])
        return rows

    def is_only_for(self, evidence: "Evidence") -> bool:
        """Made by marking these words, and nothing else was written about it since."""
        others = self.evidence.exclude(pk=evidence.pk)
        return self.created_at == evidence.created_at and not (
            others.exists() or self.actions.exists() or self.problems.exists()
        )

    def become(self, kind: str) -> None:
        self.store(kind=kind)

    def close(self, on: date, by: Round | None = None) -> None:
        self.store(closed_on=on, closed_by_round=by)

    def closing(self, by_attempt: int | None = None):
        """What closing it changes is noted, to be taken back."""
        attempts = self.closing_attempts.model.objects.filter(owner=self.owner_id, pk=by_attempt)
        return noted(
            self.owner_id,
            CLOSE,
            self.uid,
            Watch.of(self, "closed_on", "closed_by_round"),
            Watch(attempts, ("closes_gap",)),
        )

    @transaction.atomic
    def reopen(self) -> None:
        """As it was before it was closed, where that was open."""
        took_back(self.owner, CLOSE, self)
        if Gap.objects.filter(pk=self.pk).closed().exists():
            self.store(closed_on=None, closed_by_round=None)
            self.closing_attempts.update(closes_gap=None)

    def last_said_on(self) -> date | None:
        """Ask for it `with_evidence`."""
        last = self.standing().last
        return last and last.on

    def rounds_since(self, today: date):
        """The rounds that went well after it was last said, the latest first."""
        rounds = Round.objects.filter(owner=self.owner_id).went_well()
        return rounds.past(today, self.owner.zone, since=self.last_said_on())

    def solved_since(self):
        """The attempts at its problems that went well after it was last said, the latest first."""
        last = self.last_said_on()
        since = {"attempts__solved_on__gt": last} if last else {}
        well = self.problems.filter(attempts__grade__gte=WELL, attempts__trash_id=None, **since)
        rows = well.values("title", "attempts", "attempts__solved_on")
        return rows.order_by("-attempts__solved_on", "-attempts")

    def closed_by_solving(self, attempt: int) -> None:
        self.closing_attempts.model.objects.filter(owner=self.owner_id, pk=attempt).update(
            closes_gap=self
        )

    def others(self):
        """What it may be the same as."""
        others = Gap.objects.filter(owner=self.owner_id, is_strength=self.is_strength)
        return others.exclude(pk=self.pk).order_by("name_key")

    def settle(self) -> None:
        """Back from the trash, it takes along again what a merge had moved."""
        if self.merged and self.trash_id is None:
            take_back(self, self.merged)
            self.store(merged=None)


class EvidenceQuerySet(AliveQuerySet):
    def follow(self, text: str) -> None:
        """The text they were quoted from has changed to this one."""
        quotes = list(self)
        for quote in quotes:
            quote.follow(text)
        self.bulk_update(quotes, ["start", "end", "before", "after"], batch_size=100)

    def as_said(self):
        """With who said it, when and of which employer, newest first; none of the long texts."""
        rows = self.select_related(
            "feedback__interview__employer", "feedback__contact", "feedback__round"
        )
        rows = rows.defer(
            "feedback__text",
            "feedback__interview__note",
            "feedback__interview__note_html",
            "feedback__interview__employer__note",
            "feedback__interview__employer__note_html",
            "feedback__round__how_it_went",
            "feedback__round__how_it_went_html",
        )
        pages = Prefetch("feedback__interview__rejections", Rejection.objects.only("interview"))
        rows = rows.prefetch_related(pages)
        return rows.order_by("-feedback__received_on", "-feedback", "start", "pk")


class Evidence(Owned):
    """A quote of a feedback, to a gap or a strength, or set aside with a reason.

    `start` and `end` count Unicode code points of the feedback's text; `before` and `after`
    are what stands around the quote, so that it is found again when the text is edited.
    """

    class Aside(models.TextChoices):
        MISMATCH = "mismatch", "A mismatch: their stack, level or ways"
        DISAGREE = "disagree", "I disagree"
        NOTHING = "nothing", "Nothing to act on"
        ABOUT_THEM = "about_them", "About them"

    owner = owner_key("evidence")
    feedback = models.ForeignKey(Feedback, models.CASCADE, related_name="evidence")
    gap = models.ForeignKey(Gap, models.CASCADE, null=True, blank=True, related_name="evidence")
    aside = models.CharField(max_length=12, choices=Aside, blank=True)
    quote = models.TextField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    before = models.CharField(max_length=64, blank=True)
    after = models.CharField(max_length=64, blank=True)
    note = models.CharField(max_length=500, blank=True)
    cost_the_offer = models.BooleanField("they said it cost the offer", default=False)

    objects = alive_manager(EvidenceQuerySet)
    lost = ""

    class Meta(Owned.Meta):
        ordering = ["start", "pk"]
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                condition=Q(gap__isnull=True) ^ Q(aside=""), name="evidence_gap_or_a_reason"
            ),
            models.CheckConstraint(
                condition=Q(end__gt=F("start")), name="evidence_quotes_something"
            ),
        ]

    @property
    def role(self) -> str:
        """What it is to me: a gap, a strength, or set aside."""
        return self.gap.noun if self.gap else "aside"

    @property
    def known_as(self) -> str:
        return quoted(self.quote)

    def stands_in(self, text: str) -> bool:
        return isinstance(self._place(text), Found)

    def lost_in(self, text: str) -> str:
        """ "moved" or "gone" where its words have no place of their own; else "" """
        place = self._place(text)
        return place.value if isinstance(place, Lost) else ""

    def follow(self, text: str) -> None:
        """To where its words stand by now; it stays as it was where they do not."""
        place = self._place(text)
        if isinstance(place, Found):
            self.start, self.end = place.start, place.end
            self.before, self.after = around(text, place.start, place.end)

    def _place(self, text: str) -> Found | Lost:
        return find(text, self.quote, self.start, self.before, self.after)

    def with_its_gap(self) -> "Gap | Evidence":
        """What goes when it is taken back: the gap, where it was made by marking it."""
        return self.gap if self.gap and self.gap.is_only_for(self) else self


class ActionQuerySet(AliveQuerySet):
    def in_order(self):
        """What is to do, the soonest first; then what is done, the latest first."""
        return self.order_by(
            F("done_on").desc(nulls_first=True), F("by").asc(nulls_last=True), "pk"
        )


class Action(Owned):
    """What I will practise or read for a gap, and by when."""

    gap = models.ForeignKey(Gap, models.CASCADE, related_name="actions")
    text = models.CharField(max_length=300)
    by = DayColumn(null=True, blank=True)
    done_on = DayColumn(null=True, blank=True)

    objects = alive_manager(ActionQuerySet)

    @property
    def known_as(self) -> str:
        return quoted(self.text)

    def toggle(self, today: date) -> None:
        """Done today, or not done after all."""
        if took_back(self.owner, TICK, self, since=today):
            return
        with noted(self.owner_id, TICK, self.uid, Watch.of(self, "done_on")):
            self.store(done_on=None if self.done_on else today)
