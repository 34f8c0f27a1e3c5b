"""How an attempt went: one that was written here, or one from elsewhere."""

from datetime import date

from django import forms
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from accounts.day_fields import DayInput
from journal.gaps.models import Gap
from journal.ownership.forms import NewRow, OwnedForm
from journal.ownership.undo import Watch, noted
from journal.practice.attempt_models import GRADE, Attempt
from journal.practice.fields import GapChoice, as_code, long_text, minutes_field
from journal.practice.models import Problem
from journal.practice.spreading import spread


def graded(attempt: Attempt, gap: Gap | None = None):
    """What grading changes is noted, to be taken back."""
    problems = attempt.owner.problems.filter(Q(due__isnull=False) | Q(pk=attempt.problem_id))
    watches = [
        Watch.of(attempt, "grade", "next_time", "closes_gap", "seconds", "solved_on"),
        Watch(problems, attempt.settles),
    ]
    if gap:
        watches.append(Watch.of(gap, "closed_on", "closed_by_round"))
    return noted(attempt.owner_id, GRADE, attempt.uid, *watches)


def said_of(attempt: Attempt) -> dict:
    """What was said when it was graded, to be offered when it is graded anew."""
    return {
        "attempt": attempt.pk,
        "next_time": attempt.next_time,
        "closes_gap": attempt.closes_gap_id,
        "minutes": attempt.minutes,
        "solved_on": attempt.solved_on.isoformat(),
    }


class GradeAttempt(OwnedForm):
    """How it went. Of two who grade at once, the first counts."""

    minutes = minutes_field("Minutes it took")
    closes_gap = GapChoice(label="A gap this closes", empty_label="None yet")

    class Meta:
        model = Attempt
        fields = ["grade", "next_time", "closes_gap"]
        labels = {"next_time": "What I will do next time, in one line"}
        error_messages = {"grade": {"required": "Choose how it went; nothing is stored yet."}}

    def __init__(self, *args, was: dict | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        was = was or {}
        solved_on = was.get("solved_on") and date.fromisoformat(was["solved_on"])
        self.solved_on = self.instance.solved_on or solved_on or self.owner.today()
        self.initial["next_time"] = self.instance.next_time or was.get("next_time", "")
        self.initial["closes_gap"] = self.instance.closes_gap_id or was.get("closes_gap")
        self.fields["grade"].required = True
        self.fields["minutes"].initial = was.get("minutes") or self.instance.minutes
        self.fields["closes_gap"].queryset = self.owner.gaps.gaps().open().order_by("name")
        if not self.fields["closes_gap"].queryset:
            del self.fields["closes_gap"]

    def stored_beside(self) -> dict:
        return {"minutes": self.instance.minutes}

    @transaction.atomic
    def save(self) -> bool:
        """Whether it had no grade before."""
        gap = self.cleaned_data.get("closes_gap")
        with graded(self.instance, gap):
            return self._grade(self.instance, gap)

    def _grade(self, attempt: Attempt, gap: Gap | None) -> bool:
        claimed = Attempt.objects.filter(pk=attempt.pk, grade=None).update(
            grade=self.cleaned_data["grade"],
            next_time=self.cleaned_data["next_time"],
            closes_gap=gap,
            **self._seconds(),
            solved_on=self.solved_on,
            changed_at=timezone.now(),
        )
        if not claimed:
            attempt.refuse_in_trash()
        if claimed:
            attempt.problem.reschedule()
            spread(self.owner)
        if claimed and gap:
            gap.close(self.solved_on)
        return bool(claimed)

    def keep_line(self) -> bool:
        """Keep what was written for next time, unless there is a line already."""
        line = self.cleaned_data["next_time"]
        blank = Attempt.objects.filter(pk=self.instance.pk, next_time="")
        return bool(line and blank.update(next_time=line, changed_at=timezone.now()))

    def _seconds(self) -> dict:
        """Those that were measured stay, unless other minutes were typed."""
        minutes = self.cleaned_data["minutes"]
        if minutes == self.instance.minutes:
            return {}
        return {"seconds": minutes and minutes * 60}


class SolvedElsewhere(NewRow):
    """In an editor, on a site, on paper."""

    text = long_text("My answer, pasted", 6, "If you have it at hand.")
    minutes = minutes_field("Minutes it took")

    class Meta:
        model = Attempt
        fields = ["grade", "solved_on", "link", "text", "next_time"]
        widgets = {"solved_on": DayInput, "grade": forms.RadioSelect}
        labels = {
            "grade": "How it went",
            "solved_on": "When",
            "link": "Where it is",
            "next_time": "What I will do next time, in one line",
        }
        help_texts = {"link": "A link to it, if there is one."}
        error_messages = {"grade": {"required": "Choose how it went."}}

    field_order = ["token", "grade", "solved_on", "minutes", "link", "text", "next_time"]

    def __init__(self, *args, problem: Problem, **kwargs):
        super().__init__(*args, **kwargs)
        self.problem = problem
        self.fields["grade"].required = True
        self.fields["grade"].choices = Attempt.Grade.choices
        self.initial["solved_on"] = self.owner.today()
        self.fields["solved_on"].widget.attrs["max"] = self.owner.today().isoformat()
        if problem.is_code:
            as_code(self.fields["text"])

    def clean_solved_on(self):
        solved_on = self.cleaned_data["solved_on"] or self.owner.today()
        if solved_on > self.owner.today():
            raise forms.ValidationError("That day has not come yet.")
        return solved_on

    def prepare(self) -> None:
        minutes = self.cleaned_data["minutes"]
        self.instance.problem = self.problem
        self.instance.elsewhere = True
        self.instance.seconds = minutes and minutes * 60

    @transaction.atomic
    def save(self, commit=True):
        attempt = super().save(commit)
        with graded(attempt):
            self.problem.reschedule()
            spread(self.owner)
        return attempt
