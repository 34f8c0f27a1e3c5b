from django import forms
from django.db import transaction

from journal.dates import day
from journal.employers.models import Employer
from journal.interviews.models import Interview
from journal.ownership.forms import NewRow
from journal.ownership.text import name_key
from journal.rejections.forms import RejectionForm

IS_IT_THIS_ONE = "You have one open with them: is it this one?"
IS_IT_ONE_OF_THESE = "You have several open with them: is it one of these?"
IT_ENDED = (
    "This interview has ended another way. If they said no after all, undo that on its page first; "
    "what you typed is still here."
)


class NewRejection(NewRow, RejectionForm):
    """They said no, out of the blue: only the employer is required.

    Where one interview with them is open, it is the answer to that one. `which` asks only where
    that is not plain: several are open, or the role is another.
    """

    ANOTHER = "another"

    employer = forms.CharField(
        max_length=200,
        widget=forms.TextInput(attrs={"list": "employers", "autocomplete": "off"}),
        error_messages={"required": "Name the employer; all else can wait."},
    )
    role = forms.CharField(max_length=200, required=False)
    which = forms.ChoiceField(
        widget=forms.RadioSelect,
        error_messages={"required": "Choose one. What you typed is still here."},
    )

    field_order = ["token", "employer", "role", "which", "message", "told_on", "stage", "told_how"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["told_on"].initial = self.owner.today
        self.fields["message"].help_text = "Paste the mail as it came, if there is one."
        self.open_ones = {str(each.pk): each for each in self._open_ones()}
        if self._is_plain():
            del self.fields["which"]
        else:
            self._ask_which()

    def _open_ones(self):
        employer = name_key(self.data.get("employer", ""))
        rows = self.owner.interviews.awaiting_their_answer()
        return rows.filter(employer__name_key=employer) if employer else rows.none()

    def _is_plain(self) -> bool:
        if not self.open_ones or self._is_sent_again():
            return True
        if len(self.open_ones) > 1:
            return False
        (known,) = self.open_ones.values()
        roles = {name_key(known.role), name_key(self.data.get("role", ""))}
        return len(roles) == 1 or "" in roles

    def _is_sent_again(self) -> bool:
        try:
            self.instance.uid = self.fields["token"].clean(self.data.get("token"))
        except forms.ValidationError:
            return False
        return self.known() is not None

    def _ask_which(self) -> None:
        one = len(self.open_ones) == 1
        self.fields["which"].label = IS_IT_THIS_ONE if one else IS_IT_ONE_OF_THESE
        self.fields["which"].choices = [
            *((key, self._says(each)) for key, each in self.open_ones.items()),
            (self.ANOTHER, "Another role"),
        ]

    def _says(self, interview: Interview) -> str:
        since = day(self.owner.day_of(interview.created_at))
        return f"{interview.role or 'No role said'}, written down on {since}"

    def prepare(self) -> None:
        self.instance.interview = self.interview()
        self.store_outcome(self.instance.interview)

    def interview(self) -> Interview:
        role = self.cleaned_data["role"]
        if known := self._known_interview():
            known.role = known.role or role
            return known
        employer = Employer.objects.named(self.owner, self.cleaned_data["employer"])
        return Interview(owner=self.owner, employer=employer, role=role)

    def _known_interview(self) -> Interview | None:
        if "which" in self.fields:
            return self.open_ones.get(self.cleaned_data["which"])
        return next(iter(self.open_ones.values()), None)


class RejectionFrom(RejectionForm):
    """They said no, after an interview that was logged before."""

    def __init__(self, *args, interview, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.interview = interview
        self.fields["told_on"].initial = self.owner.today

    def clean(self):
        if not self.instance.interview.may_end_with_a_no:
            self.add_error(None, IT_ENDED)
        return super().clean()

    @transaction.atomic
    def save(self, commit=True):
        self.store_outcome(self.instance.interview)
        return super().save(commit)
