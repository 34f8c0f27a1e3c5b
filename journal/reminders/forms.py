from datetime import timedelta

from django import forms

from accounts.day_fields import DayField
from accounts.models import User
from accounts.one_line import OneLine
from accounts.untouched import LeavesUntouched
from accounts.wishes import WEEKDAYS, Kind

MOST_QUIET_DAYS = 366


class Several(forms.TypedMultipleChoiceField):
    """Some of a few, at least one while mails are wanted."""

    widget = forms.CheckboxSelectMultiple
    one_of_several = True  # so it is not called optional


class ChooseReminders(LeavesUntouched):
    mail_kinds = Several(label="What may come", choices=Kind, required=False)
    mail_weekdays = Several(
        label="On these days", choices=[*enumerate(WEEKDAYS)], coerce=int, required=False
    )

    class Meta:
        model = User
        fields = [
            "mail_on",
            "mail_kinds",
            "mail_weekdays",
            "mail_hour",
            "mail_titles",
            "mail_subject_tells",
        ]
        labels = {
            "mail_on": "Remind me by e-mail",
            "mail_hour": "At",
            "mail_titles": "Name problems and employers",
            "mail_subject_tells": "Say in its subject, and in calendar titles, what it is about",
        }
        help_texts = {
            "mail_on": "At most one mail a day, and none when nothing is owed.",
            "mail_titles": "Otherwise mails and calendar say what there is, and name nothing.",
            "mail_subject_tells": "Otherwise it says “Upturn: two things today”.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["mail_hour"].widget = forms.Select(
            choices=[(hour, f"{hour:02}:00") for hour in range(24)]
        )

    def clean(self):
        super().clean()
        for name, noun in (("mail_kinds", "kind"), ("mail_weekdays", "day")):
            if self.cleaned_data.get("mail_on") and not self.cleaned_data.get(name):
                self.add_error(name, f"Choose at least one {noun}, or turn the mails off.")

    def save(self, commit: bool = True) -> User:
        person = super().save(commit)
        person.plan_next_mail()
        return person


class KeepQuiet(OneLine, forms.Form):
    """A day on which no mail comes, or all from one to another."""

    first = DayField(label="No mail on or from")
    last = DayField(label="To", required=False)

    def __init__(self, *args, person: User, **kwargs):
        super().__init__(*args, **kwargs)
        self.person = person

    def clean(self):
        super().clean()
        first = self.cleaned_data.get("first")
        last = self.cleaned_data.get("last") or first
        if first and first < self.person.today():
            self.add_error("first", "Choose a day from today on.")
        elif first and last < first:
            self.add_error("last", "The last day lies before the first.")
        elif first and (last - first).days >= MOST_QUIET_DAYS:
            self.add_error("last", "Choose a year at most; for longer, turn the mails off.")

    def save(self) -> None:
        first = self.cleaned_data["first"]
        last = self.cleaned_data["last"] or first
        days = {first + timedelta(days=each) for each in range((last - first).days + 1)}
        self.person.keep_quiet_on({*self.person.quiet_days, *days})
