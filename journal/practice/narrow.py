"""Which problems of the bank to see."""

from django import forms

from accounts.one_line import OneLine
from journal.practice.fields import GapChoice
from journal.practice.models import Problem
from journal.practice.topics import of_all


class Narrow(OneLine, forms.Form):
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
    topic = forms.ChoiceField(required=False)

    def __init__(self, *args, person, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        self.person = person
        asked = {"interviews__problems__isnull": False, "interviews__problems__trash_id": None}
        employers = person.employers.filter(**asked).distinct().order_by("name")
        self.fields["employer"].queryset = employers
        self.fields["employer"].label_from_instance = lambda row: row.name
        shown = {"problems__isnull": False, "problems__trash_id": None}
        self.fields["gap"].queryset = person.gaps.filter(**shown).distinct().order_by("name")
        mine = of_all(person.problems.exclude(topics="").values_list("topics", flat=True))
        self.fields["topic"].choices = [("", "Any topic"), *((each, each) for each in mine)]
        if not mine:
            del self.fields["topic"]

    def narrowed(self):
        self.full_clean()
        chosen = {name: value for name, value in self.cleaned_data.items() if value}
        problems = self._by_day(chosen.pop("when", ""))
        if "employer" in chosen:
            problems = problems.filter(interview__employer=chosen["employer"])
        if "gap" in chosen:
            problems = problems.filter(gaps=chosen["gap"])
        if "topic" in chosen:
            problems = problems.about(chosen["topic"])
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
