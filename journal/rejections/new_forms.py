from django import forms
from django.db import transaction

from journal.dates import day
from journal.employers.models import Employer
from journal.interviews.models import Contact, Interview
from journal.ownership.forms import NewRow
from journal.ownership.text import name_key
from journal.rejections.forms import RejectionForm
from journal.rejections.models import Rejection

IT_GOES_ON = "This goes on the interview at {} you have already written down."
IT_WENT_ON = "It is on the interview at {} you had already written down."
IS_IT_THIS_ONE = "You have one open with them: is it this one?"
IS_IT_ONE_OF_THESE = "You have several open with them: is it one of these?"
CONTACT = ("contact_name", "contact_part", "contact_address")
CHOOSE = "Choose one. What you typed is still here."
IT_ENDED = (
    "This interview has ended another way. If they said no after all, undo that on its page first; "
    "what you typed is still here."
)


class NewRejection(NewRow, RejectionForm):
    """They said no, out of the blue: only the employer is required.

    Where one interview with them is open, it is the answer to that one. `which` says so on a page
    that knows the employer, and may be answered with another; where it is not plain (several are
    open, or the role is another), it asks. It always asks where a mail was read: what it says is
    a guess, and ends no interview by itself.
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
        error_messages={"required": CHOOSE, "invalid_choice": CHOOSE},
    )

    # Who wrote the mail: on the page that shows one, where it was a person.
    keep_contact = forms.BooleanField(label="Keep them as a contact", required=False)
    contact_name = forms.CharField(label="Their name", max_length=200, required=False)
    contact_part = forms.ChoiceField(
        label="Their part", choices=Contact.Part, initial=Contact.Part.RECRUITER, required=False
    )
    contact_address = forms.EmailField(label="Their e-mail address", required=False)

    field_order = ["token", "employer", "role", "which", "message", "told_on", "stage", "told_how"]

    def __init__(self, *args, was_read: bool = False, **kwargs):
        super().__init__(*args, **kwargs)
        self.was_read = was_read
        self.fields["told_on"].initial = self.owner.today
        self.fields["message"].help_text = "Paste the mail as it came, if there is one."
        if name := self._said("contact_name").strip():
            self.fields["keep_contact"].label = f"Keep {name} as a contact of this interview"
        self.open_ones = {str(each.pk): each for each in self._open_ones()}
        if self.open_ones and not self._is_sent_again() and self._says_or_asks():
            self._ask_which()
        else:
            del self.fields["which"]

    def _said(self, name: str) -> str:
        return (self.data if self.is_bound else self.initial).get(name) or ""

    def _open_ones(self):
        employer = name_key(self._said("employer"))
        rows = self.owner.interviews.awaiting_their_answer()
        return rows.filter(employer__name_key=employer) if employer else rows.none()

    def _says_or_asks(self) -> bool:
        """Typed off the page that did not know the employer yet, what is plain is not asked."""
        return not (self.is_bound and self._is_plain()) or bool(self._said("which"))

    def _is_plain(self) -> bool:
        if self.was_read or len(self.open_ones) > 1:
            return False
        (known,) = self.open_ones.values()
        roles = {name_key(known.role), name_key(self._said("role"))}
        return len(roles) == 1 or "" in roles

    def _is_sent_again(self) -> bool:
        try:
            uid = self.fields["token"].clean(self.data.get("token"))
        except forms.ValidationError:
            return False
        return self.known(uid) is not None

    def _ask_which(self) -> None:
        which, ones = self.fields["which"], list(self.open_ones.values())
        is_plain = self._is_plain()
        which.label = IS_IT_ONE_OF_THESE if len(ones) > 1 else IS_IT_THIS_ONE
        if is_plain:
            which.label = IT_GOES_ON.format(ones[0].employer.name)
            which.initial = str(ones[0].pk)
        which.choices = [
            *((key, self._says(each)) for key, each in self.open_ones.items()),
            (self.ANOTHER, self._another(is_plain)),
        ]

    def _another(self, is_plain: bool) -> str:
        return "It is another one" if is_plain or self.was_read else "Another role"

    def _says(self, interview: Interview) -> str:
        since = day(self.owner.day_of(interview.created_at))
        return f"{interview.role or 'No role said'}, written down on {since}"

    def clean(self):
        cleaned = super().clean()
        if not cleaned["keep_contact"]:
            for name in {*CONTACT} & {*self.errors}:
                del self.errors[name]
        elif not cleaned.get("contact_name") and "contact_name" not in self.errors:
            self.add_error("contact_name", "Name them, or leave them out.")
        return cleaned

    def only_show(self) -> None:
        """What was written down already, on a page that is seen again."""
        for field in self.fields.values():
            field.disabled = True

    def prepare(self) -> None:
        interview = self.instance.interview = self.interview()
        told = self.cleaned_data
        if told["keep_contact"]:
            part = told["contact_part"] or Contact.Part.RECRUITER
            interview.meet(told["contact_name"], part, told["contact_address"])

    def interview(self) -> Interview:
        role = self.cleaned_data["role"]
        if known := self._known_interview():
            known.store(**self.outcome(), **({} if known.role else {"role": role}))
            return known
        employer = Employer.objects.named(self.owner, self.cleaned_data["employer"])
        return Interview.objects.create(
            owner=self.owner, employer=employer, role=role, **self.outcome()
        )

    def went_on(self, rejection: Rejection) -> str:
        """What to say where it was joined without a word before."""
        joined = "which" not in self.fields and self.open_ones.get(str(rejection.interview_id))
        return IT_WENT_ON.format(joined.employer.name) if joined else ""

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
        self.instance.interview.store(**self.outcome())
        return super().save(commit)
