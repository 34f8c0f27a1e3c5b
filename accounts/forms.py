from datetime import timedelta

from django import forms
from django.core.exceptions import ValidationError
from django.db import transaction

from accounts import zones
from accounts.day_fields import DayField
from accounts.models import User
from accounts.one_line import OneLine
from accounts.untouched import LeavesUntouched


class Settings(LeavesUntouched):
    class Meta:
        model = User
        fields = [
            "name",
            "time_zone",
            "day_starts",
            "ask_after_days",
            "nudge_after_days",
            "check_ins",
        ]
        labels = {
            "name": "Your name",
            "day_starts": "Your day starts at",
            "ask_after_days": "Days to wait before asking for feedback",
            "nudge_after_days": "Days to wait before asking once more",
            "check_ins": "Ask how it feels",
        }
        help_texts = {
            "name": "It signs your letters, and greets you. It may stay empty.",
            "day_starts": "What you write before this hour still belongs to the evening before.",
            "ask_after_days": "From the day they told you. On a weekend it waits for Monday.",
            "nudge_after_days": "From the day you asked. On a weekend it waits for Monday.",
            "check_ins": "A small question now and then. It is never scored.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].widget.attrs["autocomplete"] = "name"
        self.fields["time_zone"].widget = forms.Select(
            choices=zones.choices(self.instance.time_zone)
        )
        self.fields["day_starts"].widget = forms.Select(
            choices=[(hour, f"{hour:02}:00") for hour in range(24)]
        )

    def save(self, commit: bool = True) -> User:
        person = super().save(commit)
        person.plan_next_mail()
        return person


class TakeBreak(OneLine, forms.Form):
    until = DayField(label="The day you want to begin again")

    def __init__(self, *args, person: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person
        self.tomorrow = person.today() + timedelta(days=1)
        self.fields["until"].widget.attrs["min"] = self.tomorrow.isoformat()

    def clean_until(self):
        until = self.cleaned_data["until"]
        if until < self.tomorrow:
            raise ValidationError("Choose a day from tomorrow on.")
        return until

    def save(self) -> None:
        self.person.break_until = self.cleaned_data["until"]
        self.person.save(update_fields=["break_until"])
        self.person.plan_next_mail()


class ChangeAddress(LeavesUntouched):
    class Meta:
        model = User
        fields = ["email"]
        labels = {"email": "New e-mail address"}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["email"].widget.attrs["autocomplete"] = "email"

    def clean_email(self) -> str:
        return self.cleaned_data["email"].strip().lower()

    def save(self, commit: bool = True) -> User:
        """allauth keeps the address a second time, and signs people in by it."""
        with transaction.atomic():
            person = super().save(commit)
            person.emailaddress_set.all().delete()
            person.emailaddress_set.create(email=person.email, primary=True, verified=False)
            person.try_address_again()
        return person


class Admission(LeavesUntouched):
    """What whoever runs the server decides of somebody: whether they come in, and run it too."""

    class Meta:
        model = User
        fields = ["is_active", "is_staff"]
        labels = {"is_active": "May sign in", "is_staff": "Runs this server"}
        help_texts = {
            "is_active": "Without it the journal is kept, and nobody can open it.",
            "is_staff": "They see this dashboard, and no word of anybody’s journal.",
        }

    def clean(self):
        super().clean()
        stays = all(self.cleaned_data.get(name, True) for name in self.fields)
        running = set(User.objects.running_the_server().select_for_update().values_list("pk"))
        if not stays and running <= {(self.instance.pk,)}:
            raise ValidationError("Somebody has to run this server; nothing was changed.")
