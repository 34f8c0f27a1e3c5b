from django import forms

from accounts.one_line import OneLine
from journal.interviews.models import Round
from journal.ownership.forms import OwnedForm
from journal.perspective.models import Feeling, Perspective


def feeling_choices(stored: int | None) -> list[tuple[str | int, str]]:
    """The five steps; what was said can be taken back, so then there is a sixth."""
    return [*Feeling.choices, *([("", "Take it back")] if stored else [])]


class PerspectiveForm(OwnedForm):
    class Meta:
        model = Perspective
        fields = [
            "feeling",
            "words",
            "saw_technical",
            "saw_team_fit",
            "saw_seniority",
            "not_seen",
        ]
        widgets = {
            "words": forms.Textarea(attrs={"class": "write", "rows": 3}),
            "not_seen": forms.Textarea(attrs={"class": "write", "rows": 4}),
        }
        labels = {
            "feeling": "How does it feel?",
            "words": "In words",
            "saw_technical": "Technical work",
            "saw_team_fit": "Fit with the team",
            "saw_seniority": "Seniority",
            "not_seen": "What it could not have seen",
        }
        help_texts = {
            "not_seen": "What you have built, how you work in the third week, what you learn.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.owner.check_ins:
            del self.fields["feeling"]
            return
        feeling = self.fields["feeling"]
        feeling.widget = forms.RadioSelect()
        feeling.choices = feeling_choices(self.instance.feeling)

    def lenses(self):
        return [self["saw_technical"], self["saw_team_fit"], self["saw_seniority"]]


class RateRounds(OneLine, forms.Form):
    """How each round went in my eyes now.

    What is stored says when it was thought: after the outcome, or after feedback came. What was
    thought before stays as it was, and is shown beside.
    """

    WHEN = {
        "rating_before": "before you knew",
        "rating_after": "after their answer",
        "rating_told": "after their feedback",
    }

    def __init__(self, *args, rounds, column, **kwargs):
        super().__init__(*args, **kwargs)
        self.rounds, self.column = list(rounds), column
        for round_ in self.rounds:
            self.fields[self._name(round_)] = forms.TypedChoiceField(
                label=round_.get_kind_display(),
                choices=[*Round.Rating.choices, ("", "Not said")],
                coerce=int,
                empty_value=None,
                required=False,
                initial=getattr(round_, self.column) or "",
                widget=forms.RadioSelect,
            )

    def rows(self):
        """Each field with the ratings of the same round that were made at another time."""
        for round_ in self.rounds:
            yield (
                self[self._name(round_)],
                [
                    f"{when.capitalize()}: {rating.lower()}"
                    for rating, when in round_.ratings
                    if when != self.WHEN[self.column]
                ],
            )

    def save(self) -> None:
        for round_ in self.rounds:
            if self._name(round_) in self.changed_data:
                round_.store(**{self.column: self.cleaned_data[self._name(round_)]})

    @staticmethod
    def _name(round_: Round) -> str:
        return f"round_{round_.pk}"
