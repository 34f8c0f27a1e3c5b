from django import forms
from django.core.validators import MaxLengthValidator
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from journal.dates import day
from journal.gaps.models import Gap
from journal.interviews.models import Interview, Round
from journal.ownership.forms import DayInput, NewRow, OwnedForm
from journal.practice import questions
from journal.practice.models import Attempt, Problem

LONGEST = 200_000
MOST_MINUTES = 6_000
LONGEST_SITTING = 4 * 60 * 60

KINDS = {
    Round.Kind.TECHNICAL: Problem.Kind.CODING,
    Round.Kind.CODING: Problem.Kind.CODING,
    Round.Kind.SYSTEM_DESIGN: Problem.Kind.SYSTEM_DESIGN,
    Round.Kind.BEHAVIOURAL: Problem.Kind.BEHAVIOURAL,
    Round.Kind.HIRING_MANAGER: Problem.Kind.BEHAVIOURAL,
    Round.Kind.TEAM: Problem.Kind.BEHAVIOURAL,
    Round.Kind.DOMAIN: Problem.Kind.DOMAIN,
    Round.Kind.TAKE_HOME: Problem.Kind.TAKE_HOME,
}


class RoundChoice(forms.ModelChoiceField):
    def __init__(self, **kwargs):
        super().__init__(Round.objects.all(), required=False, **kwargs)

    def label_from_instance(self, row):
        return f"{row.get_kind_display()}, {day(row.on)}" if row.on else row.get_kind_display()


class GapChoice(forms.ModelChoiceField):
    def __init__(self, **kwargs):
        super().__init__(Gap.objects.all(), required=False, **kwargs)

    def label_from_instance(self, row):
        return row.name


class GapChoices(forms.ModelMultipleChoiceField):
    def __init__(self, **kwargs):
        widget = forms.CheckboxSelectMultiple(attrs={"class": "pills"})
        super().__init__(Gap.objects.all(), required=False, widget=widget, **kwargs)

    def clean(self, value):
        try:
            return super().clean(value)
        except OverflowError:  # a number no SQLite key can be, which Django passes on
            raise forms.ValidationError("Choose from your gaps.") from None

    def label_from_instance(self, row):
        return row.name


def long_text(label: str, rows: int, help_text: str = "") -> forms.CharField:
    """A text as it was typed, spaces and all. No maxlength: a browser would cut what is pasted."""
    too_long = (
        f"This is longer than the {LONGEST:,} characters that can be kept. "
        "It is still here: shorten it, then save again."
    )
    return forms.CharField(
        label=label,
        required=False,
        strip=False,
        help_text=help_text,
        validators=[MaxLengthValidator(LONGEST, too_long)],
        widget=forms.Textarea(attrs={"class": "write", "rows": rows}),
    )


def minutes_field(label: str, help_text: str = "") -> forms.IntegerField:
    return forms.IntegerField(
        label=label, required=False, min_value=1, max_value=MOST_MINUTES, help_text=help_text
    )


def as_code(field: forms.Field) -> None:
    field.widget.attrs |= {
        "class": "write code",
        "spellcheck": "false",
        "autocapitalize": "off",
    }


class AddQuestions(forms.Form):
    """The questions of an interview, one a line; each becomes a problem, once."""

    lines = forms.CharField(
        label="The questions they asked, one a line",
        max_length=50_000,
        widget=forms.Textarea(attrs={"class": "write", "rows": 4}),
        error_messages={"required": "Write at least one question; a few words are enough."},
    )
    round = RoundChoice(label="In which round", empty_label="Not said")

    def __init__(self, *args, interview: Interview, **kwargs):
        super().__init__(*args, **kwargs)
        self.interview = interview
        self.fields["round"].queryset = interview.rounds.all()

    def clean_lines(self):
        try:
            return questions.read(self.cleaned_data["lines"])
        except questions.TooLong as error:
            raise forms.ValidationError(str(error)) from error

    @transaction.atomic
    def save(self) -> None:
        known = set(self.interview.problems.values_list("title", flat=True))
        for title in self.cleaned_data["lines"]:
            if title not in known:
                self._keep(title)

    def _keep(self, title: str) -> None:
        round_ = self.cleaned_data["round"]
        Problem.objects.create(
            owner_id=self.interview.owner_id,
            interview=self.interview,
            round=round_,
            title=title,
            kind=KINDS.get(round_ and round_.kind, Problem.Kind.OTHER),
        )


class EditProblem(OwnedForm):
    """A problem, and what I answered. What went wrong schedules it, when it is first said."""

    question = long_text("The whole question", 4, "As they put it, as far as you remember.")
    answered = long_text("What I answered then", 6)
    went_wrong = long_text(
        "What went wrong", 3, "With this it comes back, from two days after they told you."
    )
    minutes = minutes_field("Minutes they gave")
    round = RoundChoice(label="Round", empty_label="Not said")
    gaps = GapChoices(label="Gaps it shows")

    class Meta:
        model = Problem
        fields = [
            "title",
            "kind",
            "question",
            "answered",
            "went_wrong",
            "minutes",
            "round",
            "gaps",
        ]
        labels = {"title": "The question in a few words"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._offer_rounds()
        self._offer_gaps()
        if self.instance.is_code:
            as_code(self.fields["answered"])

    def _offer_rounds(self) -> None:
        interview = self.instance.interview
        rounds = interview.rounds.all() if interview else Round.objects.none()
        self.fields["round"].queryset = rounds
        if not rounds:
            del self.fields["round"]

    def _offer_gaps(self) -> None:
        chosen = self.instance.gaps.values("pk") if self.instance.pk else []
        offered = Q(pk__in=self.owner.gaps.gaps().open().values("pk")) | Q(pk__in=chosen)
        self.fields["gaps"].queryset = self.owner.gaps.filter(offered).order_by("name")
        if not self.fields["gaps"].queryset:
            del self.fields["gaps"]

    @property
    def more(self):
        """What is folded away."""
        return [self[name] for name in ("minutes", "round", "gaps") if name in self.fields]

    @transaction.atomic
    def save(self, commit=True):
        if self.instance.pk:
            self.instance.lock()
        told = bool(self.cleaned_data["went_wrong"].strip())
        first_told = told and not self._before["went_wrong"].strip()
        problem = super().save(commit)
        if first_told and problem.due is None:
            problem.bring_back(self.owner.today())
        return problem


class NewProblem(NewRow, EditProblem):
    """A problem that was asked, or one from a book, a friend or a site."""


class SolveAgain(OwnedForm):
    """An attempt in the making.

    `started` is the moment at which it would have begun, had it been written in one sitting; sent
    twice, it says the same. A sitting of many hours is a page that was left open.
    """

    text = long_text("Mine, now", 14)
    started = forms.IntegerField(required=False, widget=forms.HiddenInput)

    class Meta:
        model = Attempt
        fields = ["text", "language"]
        widgets = {"language": forms.TextInput(attrs={"list": "languages", "class": "short"})}

    def __init__(self, *args, problem: Problem, **kwargs):
        super().__init__(*args, **kwargs)
        self.problem = problem
        self.fields["started"].initial = _now() - (self.instance.seconds or 0)
        if problem.is_code:
            as_code(self.fields["text"])
            self.initial["language"] = self.instance.language or self._usual_language()
        else:
            del self.fields["language"]

    def _usual_language(self) -> str:
        last = self.owner.attempts.exclude(language="").order_by("-pk").first()
        return last.language if last else ""

    @transaction.atomic
    def save(self, commit=True):
        self.instance.problem = self.problem
        self.instance.seconds = self._seconds()
        return super().save(commit)

    def _seconds(self) -> int | None:
        before, started = self.instance.seconds, self.cleaned_data["started"]
        if started is None:
            return before
        seconds = _now() - started
        sitting = seconds - (before or 0)
        return seconds if 0 <= sitting <= LONGEST_SITTING else before


class FinishAttempt(SolveAgain):
    """Mine is written; now it may be compared."""

    EMPTY = (
        "Write yours first, if only how you would begin. "
        "If you solved it elsewhere, there is a form for that below."
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["text"].required = True
        self.fields["text"].error_messages["required"] = self.EMPTY

    def clean_text(self):
        if not self.cleaned_data["text"].strip():
            raise forms.ValidationError(self.EMPTY)
        return self.cleaned_data["text"]


class GradeAttempt(OwnedForm):
    """How it went. Of two who grade at once, the first counts."""

    minutes = minutes_field("Minutes it took")
    closes_gap = GapChoice(label="A gap this closes", empty_label="None yet")

    class Meta:
        model = Attempt
        fields = ["grade", "next_time", "closes_gap"]
        labels = {"next_time": "What I will do next time, in one line"}
        error_messages = {"grade": {"required": "Choose how it went; nothing is stored yet."}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["grade"].required = True
        self.fields["minutes"].initial = self.instance.minutes
        self.fields["closes_gap"].queryset = self.owner.gaps.gaps().open().order_by("name")
        if not self.fields["closes_gap"].queryset:
            del self.fields["closes_gap"]

    @transaction.atomic
    def save(self) -> bool:
        """Whether it had no grade before."""
        attempt, gap = self.instance, self.cleaned_data.get("closes_gap")
        solved_on = attempt.solved_on or self.owner.today()
        claimed = Attempt.objects.filter(pk=attempt.pk, grade=None).update(
            grade=self.cleaned_data["grade"],
            next_time=self.cleaned_data["next_time"],
            closes_gap=gap,
            seconds=self._seconds(),
            solved_on=solved_on,
            changed_at=timezone.now(),
        )
        if claimed:
            attempt.problem.reschedule()
        if claimed and gap:
            gap.close(solved_on)
        return bool(claimed)

    def _seconds(self) -> int | None:
        """The seconds that were measured, unless other minutes were typed."""
        minutes = self.cleaned_data["minutes"]
        if minutes == self.instance.minutes:
            return self.instance.seconds
        return minutes and minutes * 60


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
        self.problem.reschedule()
        return attempt


class Narrow(forms.Form):
    """Which problems of the bank to see. What makes no sense narrows nothing."""

    class When:
        DUE, COMING, UNSCHEDULED, RESTING = "due", "coming", "unscheduled", "resting"

    kind = forms.ChoiceField(choices=[("", "Any kind"), *Problem.Kind.choices], required=False)
    when = forms.ChoiceField(
        label="Comes back",
        required=False,
        choices=[
            ("", "Any time"),
            (When.DUE, "Today"),
            (When.COMING, "Later"),
            (When.UNSCHEDULED, "Not scheduled"),
            (When.RESTING, "Paused or retired"),
        ],
    )
    employer = forms.ModelChoiceField(None, required=False, empty_label="Anybody")
    gap = GapChoice(empty_label="Any gap")

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.person = person
        asked = {"interviews__problems__isnull": False, "interviews__problems__trash_id": None}
        employers = person.employers.filter(**asked).distinct().order_by("name")
        self.fields["employer"].queryset = employers
        self.fields["employer"].label_from_instance = lambda row: row.name
        shown = {"problems__isnull": False, "problems__trash_id": None}
        self.fields["gap"].queryset = person.gaps.filter(**shown).distinct().order_by("name")

    def narrowed(self):
        self.full_clean()
        chosen = {name: value for name, value in self.cleaned_data.items() if value}
        problems = self._by_day(chosen.pop("when", ""))
        if "employer" in chosen:
            problems = problems.filter(interview__employer=chosen["employer"])
        if "gap" in chosen:
            problems = problems.filter(gaps=chosen["gap"])
        if "kind" in chosen:
            problems = problems.filter(kind=chosen["kind"])
        self.narrows = bool(self.data) and any(self.cleaned_data.values())
        return problems

    def _by_day(self, when: str):
        problems, today = self.person.problems.all(), self.person.today()
        by_day = {
            self.When.DUE: problems.due(today),
            self.When.COMING: problems.coming(today),
            self.When.UNSCHEDULED: problems.active().filter(due=None),
            self.When.RESTING: problems.resting(),
        }
        return by_day.get(when, problems)


def _now() -> int:
    return int(timezone.now().timestamp())
