from dataclasses import replace

from django import forms
from django.db import transaction

from journal.dates import day
from journal.feedback.blanks import blanked
from journal.feedback.fields import PastDay, write
from journal.feedback.letters import Letter, LetterFacts, Occasion, Tone, draft
from journal.feedback.models import FeedbackRequest, Wording
from journal.feedback.posting import post
from journal.feedback.whom import in_order, says
from journal.interviews.models import Contact, Interview, Round
from journal.ownership.forms import NewRow, OwnedForm
from journal.ownership.text import name_key

TONES = [(tone.value, tone.value.capitalize()) for tone in Tone]
MY_OWN = "own"


class SelectPerson(forms.RadioSelect):
    """Each option says which part the person has, and CSS what else is asked of it."""

    parts: dict[str, str] = {}

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        option["attrs"]["data-part"] = self.parts.get(value, "")
        return option


class DraftLetter(NewRow):
    """Whom to ask, and how it should sound: the letter is drafted from that and the entry."""

    SOMEBODY_NEW = "new"

    whom = forms.ChoiceField(
        label="Whom to ask",
        widget=SelectPerson,
        error_messages={"required": "Choose whom to ask."},
    )
    name = forms.CharField(
        label="Their name",
        max_length=200,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    part = forms.ChoiceField(
        label="Their part", choices=Contact.Part.choices, initial=Contact.Part.RECRUITER
    )
    address = forms.EmailField(
        label="Their e-mail address",
        required=False,
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    round = forms.ModelChoiceField(
        Round.objects.all(), label="Met in", required=False, empty_label="No round, or not said"
    )
    tone = forms.ChoiceField(choices=TONES, initial=Tone.WARM, widget=forms.RadioSelect)
    call_offered = forms.BooleanField(label="They offered a call", required=False)
    interviewer_offered = forms.BooleanField(
        label="This interviewer offered me a call", required=False
    )
    sender = forms.CharField(
        label="Your name, for letters",
        max_length=150,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )

    class Meta:
        model = FeedbackRequest
        fields = ["channel"]
        widgets = {"channel": forms.RadioSelect}
        labels = {"channel": "How you will send it"}

    def __init__(self, *args, interview: Interview, again: FeedbackRequest | None = None, **kwargs):
        super().__init__(*args, label_suffix="", **kwargs)
        if again:
            whom = again.contact_id or self.SOMEBODY_NEW
            self.initial |= {"whom": whom, "channel": again.channel}
        self.instance.interview = interview
        self.fields["round"].queryset = interview.rounds.all()
        self.fields["round"].label_from_instance = Round.says
        if not interview.rounds.all():
            del self.fields["round"]
        if self.owner.name:
            del self.fields["sender"]
        if self.owner.wordings.exists():
            self.fields["tone"].choices = [*TONES, (MY_OWN, "My own wording")]
            self.fields["tone"].initial = MY_OWN
        self._offer_contacts(in_order(interview.contacts.all()))

    def _offer_contacts(self, contacts) -> None:
        """First who was not asked yet. Without a choice, it is somebody new."""
        self.contacts = {str(each.pk): each for each in contacts}
        if not self.contacts or (self.is_bound and "whom" not in self.data):
            del self.fields["whom"]
            return
        asked = {request.contact_id for request in self.instance.interview.feedback_requests.all()}
        unasked = (key for key, each in self.contacts.items() if each.pk not in asked)
        self.initial.setdefault("whom", next(unasked, self.SOMEBODY_NEW))
        self.fields["whom"].choices = [
            *((key, says(each)) for key, each in self.contacts.items()),
            (self.SOMEBODY_NEW, "Somebody else"),
        ]
        self.fields["whom"].widget.parts = {key: each.part for key, each in self.contacts.items()}

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("address") and not cleaned.get("name") and "name" not in self.errors:
            self.add_error("name", "An address needs a name beside it, to greet them by.")
        return cleaned

    def save(self, commit=True):
        """What was drafted from the same page, and not touched since, is drafted anew."""
        before = self._drafts().filter(uid=self.cleaned_data["token"])
        if any(each.is_as_drafted for each in before):
            self.cleaned_data["token"] = None
        return super().save(commit)

    def prepare(self) -> None:
        said = self.cleaned_data
        contact = self.contacts.get(said.get("whom")) or self._new_contact()
        request = self.instance = self._untouched(contact) or self.instance
        request.contact, request.channel = contact, said["channel"]
        if sender := said.get("sender"):
            self.owner.sign_as(sender)
        own = said["tone"] == MY_OWN
        request.tone = Tone.WARM if own else Tone(said["tone"])
        wishes = {"tone": request.tone}
        if request.contact is None:
            round_ = said.get("round")
            wishes["part"] = said["part"]
            wishes["round"] = round_.kind if round_ else ""
        facts = self._with_call(request.facts(**wishes))
        letter = (own and self.owner.wordings.of(facts)) or draft(facts)
        request.subject, request.letter = letter.subject, letter.body

    def _drafts(self):
        return self.instance.interview.feedback_requests.drafted()

    def _untouched(self, contact: Contact | None) -> FeedbackRequest | None:
        """The draft to them that holds no word of the person's: another tone writes it anew."""
        for request in self._drafts().filter(contact=contact):
            request.owner = self.owner
            if request.is_as_drafted:
                self._claim_version(request)
                return request
        return None

    def _with_call(self, facts: LetterFacts) -> LetterFacts:
        """A call that the recruiter offered is nothing to thank an interviewer for."""
        asks_interviewer = facts.reader == "interviewer"
        offered = "interviewer_offered" if asks_interviewer else "call_offered"
        return replace(facts, call_offered=self.cleaned_data[offered])

    def _new_contact(self) -> Contact | None:
        """None without a name; who is on the list already is not written there twice."""
        said, interview = self.cleaned_data, self.instance.interview
        if not said["name"]:
            return None
        key = name_key(said["name"])
        known = (each for each in self.contacts.values() if name_key(each.name) == key)
        contact = next(known, None) or Contact(
            owner=self.owner, interview=interview, name=said["name"], part=said["part"]
        )
        contact.address = said["address"] or contact.address
        contact.round = said.get("round") or contact.round
        contact.save()
        return contact


class EditLetter(OwnedForm):
    class Meta:
        model = FeedbackRequest
        fields = ["subject", "letter"]
        widgets = {"letter": write(16)}
        error_messages = {"letter": {"required": "A letter needs a line at least."}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["letter"].required = True
        if not self.instance.by_mail:
            del self.fields["subject"]


class SendLetter(EditLetter):
    """I sent it: in these words, on this day."""

    day = PastDay(label="Sent on")

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["day"].belong_to(self.owner)
        for name in {"subject", "letter"} & set(self.fields):
            if self.is_bound and name not in self.data:
                del self.fields[name]

    def clean_day(self):
        day_, rejection = self.cleaned_data["day"], self.instance.interview.rejections.first()
        if rejection and not rejection.is_silent and rejection.told_on and day_ < rejection.told_on:
            raise forms.ValidationError(
                f"They told you on {day(rejection.told_on)}, later than that."
            )
        return day_

    @transaction.atomic
    def save(self, commit=True):
        request = super().save(commit)
        if request.is_draft:
            request.ask(self.cleaned_data["day"])
        return request


class PostLetter(EditLetter):
    """Send it from this server, in these words. Raises NotSent, with the words saved."""

    def save(self, commit=True):
        request = super().save(commit)
        self.said = post(request, Occasion.ASK, Letter(request.subject, request.letter))
        if request.is_draft:
            request.ask(self.owner.today())
        return request


class FollowUp(OwnedForm):
    """The nudge or the thank-you, in my words."""

    class Meta:
        model = FeedbackRequest
        fields = ["nudge_letter", "thanks_letter"]
        widgets = {"nudge_letter": write(9), "thanks_letter": write(9)}
        labels = {"nudge_letter": "Your nudge", "thanks_letter": "Your thank-you"}

    def __init__(self, *args, occasion: Occasion, **kwargs):
        super().__init__(*args, auto_id="follow_up_%s", **kwargs)
        self.name = f"{occasion}_letter"
        for other in set(self.Meta.fields) - {self.name}:
            del self.fields[other]
        self.drafted = self.instance.next_letter(occasion).body
        self.initial[self.name] = self.drafted
        self.fields[self.name].help_text = "Emptied and saved, it is drafted anew."

    @property
    def letter(self) -> forms.BoundField:
        return self[self.name]

    def _compare_version(self, cleaned) -> None:
        """What is as drafted follows the tone still, and is nothing of mine to store."""
        if not self._before[self.name] and cleaned.get(self.name) == self.drafted:
            cleaned[self.name] = ""
        super()._compare_version(cleaned)


class EditWording(OwnedForm):
    class Meta:
        model = Wording
        fields = ["subject", "text"]
        widgets = {"text": write(16)}
        labels = {"text": "Your wording"}
        error_messages = {"text": {"required": "A wording needs a line at least."}}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.has_subject:
            del self.fields["subject"]


def keep_wording(request: FeedbackRequest, letter: Letter, facts: LetterFacts) -> Wording:
    """For the next letters of its kind. The wording it takes the place of stays a version."""
    own = blanked(letter, facts)
    row = request.owner.wordings.filter(kind=facts.kind).first()
    form = EditWording(
        {"subject": own.subject, "text": own.body},
        instance=row or Wording(owner=request.owner, kind=facts.kind),
        owner=request.owner,
    )
    form.is_valid()
    return form.save()


class SendNudge(forms.Form):
    day = PastDay(label="Sent on")

    def __init__(self, *args, owner, **kwargs):
        super().__init__(*args, auto_id="nudge_%s", **kwargs)
        self.fields["day"].belong_to(owner)
