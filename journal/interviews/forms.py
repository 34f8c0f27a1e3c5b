from django import forms
from django.db import transaction

from accounts import zones
from accounts.day_fields import DayInput
from accounts.models import known_zone
from journal.employers.models import Employer
from journal.interviews.models import MOST_MINUTES, Contact, Interview, Round
from journal.interviews.moments import is_jumped_over
from journal.interviews.order import place
from journal.ownership.forms import NewRow, OwnedForm


class ClockInput(forms.TimeInput):
    input_type = "time"

    def __init__(self):
        super().__init__(format="%H:%M")


class ZoneSelect(forms.Select):
    """Of hundreds: in one template, as it is on every page of an interview."""

    template_name = "interviews/zones.html"


class InterviewForm(OwnedForm):
    """A process. Its employer is named, and made if it is new."""

    employer = forms.CharField(
        max_length=200,
        widget=forms.TextInput(attrs={"list": "employers", "autocomplete": "off"}),
        error_messages={"required": "Name the employer; all else can wait."},
    )

    class Meta:
        model = Interview
        fields = ["role", "level", "is_mock"]
        labels = {"is_mock": "This is a mock interview"}
        help_texts = {"level": "As they call it: senior, staff, L5."}

    field_order = ["employer", "role", "level", "is_mock"]

    @transaction.atomic
    def save(self, commit=True):
        self.instance.employer = Employer.objects.named(self.owner, self.cleaned_data["employer"])
        return super().save(commit)


class NewInterview(NewRow, InterviewForm):
    pass


class EditInterview(InterviewForm):
    class Meta(InterviewForm.Meta):
        fields = ["role", "level", "is_mock", "note"]
        widgets = {"note": forms.Textarea(attrs={"class": "write", "rows": 6})}

    field_order = ["employer", "role", "level", "is_mock", "note"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["employer"].initial = self.instance.employer.name

    def stored_beside(self) -> dict:
        return {"employer": self.fields["employer"].initial}


class EndInterview(OwnedForm):
    """It ended, and not with their no: on which day."""

    class Meta:
        model = Interview
        fields = ["outcome_on"]
        widgets = {"outcome_on": DayInput}
        labels = {"outcome_on": "On which day"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        day, today = self.fields["outcome_on"], self.owner.today()
        day.required = True
        day.widget.attrs["max"] = today.isoformat()
        if self.instance.outcome_on is None:
            self.initial["outcome_on"] = today

    def clean_outcome_on(self):
        day = self.cleaned_data["outcome_on"]
        if day > self.owner.today():
            raise forms.ValidationError("That day has not come yet.")
        return day


class RoundForm(OwnedForm):
    """Its time is mine, unless their zone is chosen; moved to another day it stays in its zone."""

    minutes = forms.IntegerField(required=False, min_value=1, max_value=MOST_MINUTES)
    zone = forms.CharField(
        label="The time is in",
        required=False,
        validators=[known_zone],
        widget=ZoneSelect,
        help_text="When they named a time of theirs, choose their place.",
    )

    class Meta:
        model = Round
        fields = ["kind", "on", "at", "zone", "minutes", "format"]
        widgets = {"on": DayInput, "at": ClockInput}
        labels = {"kind": "What it is", "format": "Where"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["format"].choices = [("", "Not said"), *Round.Format.choices]
        self.mine = self.owner.zone.key
        self.given = self.instance.given_zone.key if self.instance.zone else self.mine
        self.initial["zone"] = self.given
        self.fields["zone"].one_of_several = True  # so it is not called optional
        choices = zones.choices(self.mine, self.given)
        mine = (self.mine, f"{zones.place(self.mine)}, where I am")
        self.fields["zone"].widget.choices = [("Mine", [mine]), *choices]

    @property
    def is_elsewhere(self) -> bool:
        """Another zone than mine is chosen, so that it is not folded away."""
        chosen = self["zone"].value() or self.given
        return chosen != self.mine or "zone" in self.errors

    def clean(self):
        cleaned = super().clean()
        on, at, zone = (cleaned.get(name) for name in ("on", "at", "zone"))
        zone = zone or self.given
        if on and at and "zone" not in self.errors and is_jumped_over(on, at, zones.named(zone)):
            where = zones.place(zone)
            said = f"The clock in {where} goes forward that night, past {at:%H:%M}."
            self.add_error("at", f"{said} Choose an earlier or a later time.")
        cleaned["zone"] = zone if at else ""
        return cleaned

    @transaction.atomic
    def save(self, commit=True):
        round_ = self.instance
        is_new, moved = round_.pk is None, {"on", "at", "zone"} & set(self.changed_data)
        super().save(commit)
        if is_new or moved:
            self._put_in_order()
        return round_

    def _put_in_order(self) -> None:
        rounds = list(self.instance.interview.rounds.exclude(pk=self.instance.pk))
        rounds.insert(place(rounds, self.instance), self.instance)
        for order, round_ in enumerate(rounds):
            round_.order = order
        Round.objects.bulk_update(rounds, ["order"])


class NewRound(NewRow, RoundForm):
    pass


class Debrief(OwnedForm):
    """While it is fresh: how I think it went. The rating is stored with when it was made."""

    rating = forms.TypedChoiceField(
        label="How do you think it went?",
        choices=Round.Rating.choices,
        coerce=int,
        empty_value=None,
        required=False,
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Round
        fields = ["how_it_went"]
        widgets = {"how_it_went": forms.Textarea(attrs={"class": "write", "rows": 5})}
        labels = {"how_it_went": "In words, if you like"}

    field_order = ["rating", "how_it_went"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.made_now = self.instance.interview.rating_made_now()
        self.made_earlier = self.instance.ratings_but(self.made_now)
        rating, stored = self.fields["rating"], getattr(self.instance, self.made_now)
        if stored:
            rating.initial = stored
            rating.choices = [*rating.choices, ("", "Take it back")]

    def stored_beside(self) -> dict:
        return {"rating": self.fields["rating"].initial}

    def save(self, commit=True):
        setattr(self.instance, self.made_now, self.cleaned_data["rating"])
        return super().save(commit)


class ContactForm(OwnedForm):
    """Somebody at the employer. The rounds to choose from are those of this process."""

    class Meta:
        model = Contact
        fields = ["name", "part", "address", "round"]
        labels = {"part": "Their part", "round": "Met in"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        rounds = self.fields["round"]
        rounds.queryset = self.instance.interview.rounds.all()
        rounds.empty_label = "No round, or not said"
        rounds.label_from_instance = Round.says
        self.fields["name"].widget.attrs["autocomplete"] = "off"
        self.fields["address"].widget.attrs["autocomplete"] = "off"


class NewContact(NewRow, ContactForm):
    pass
