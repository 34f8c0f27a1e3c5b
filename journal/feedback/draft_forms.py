from dataclasses import replace

from django import forms

from journal.feedback.letters import LetterFacts, Tone, draft
from journal.feedback.request_models import FeedbackRequest
from journal.feedback.whom import in_order, says
from journal.interviews.models import Contact, Interview, Round
from journal.ownership.forms import NewRow
from journal.ownership.text import name_key

TONES = [(tone.value, tone.value.capitalize()) for tone in Tone]
MY_OWN = "own"
TELLS_THE_KIND = ["whom", "name", "part", "channel", "call_offered", "interviewer_offered"]
NONE_OF_MINE = "You keep no wording of your own for this kind of letter yet: choose a tone."


def _offered_to(facts: LetterFacts) -> str:
    """The field of a call: a recruiter's offer is nothing to thank an interviewer for."""
    return "interviewer_offered" if facts.reader == "interviewer" else "call_offered"


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
            self.initial |= {
                "whom": whom,
                "channel": again.channel,
                "part": again.whose_part,
                _offered_to(again.facts()): again.call_offered,
            }
        self.instance.interview = interview
        self.fields["round"].queryset = interview.rounds.all()
        self.fields["round"].label_from_instance = Round.says
        if not interview.rounds.all():
            del self.fields["round"]
        if self.owner.name:
            del self.fields["sender"]
        self._offer_contacts(in_order(interview.contacts.all()))
        self._offer_my_own()

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

    def _offer_my_own(self) -> None:
        """Where I keep one for asking; it comes first where it is for the letter as proposed."""
        wordings = self.owner.wordings.all()
        if any(each.asks for each in wordings):
            self.fields["tone"].choices = [*TONES, (MY_OWN, "My own wording")]
            proposed = self._asked_for(
                {name: self[name].value() for name in TELLS_THE_KIND if name in self.fields}
            )
            if wordings.of_kind(proposed).exists():
                self.fields["tone"].initial = MY_OWN

    def _asked_for(self, said: dict) -> LetterFacts:
        """What kind of letter: to whom, whether it says yes to a call, and which way it goes."""
        contact = self.contacts.get(str(said.get("whom"))) or self._listed(said.get("name"))
        facts = LetterFacts(
            part=contact.part if contact else said.get("part") or Contact.Part.RECRUITER,
            short=said.get("channel") == FeedbackRequest.Channel.LINKEDIN,
        )
        return replace(facts, call_offered=bool(said.get(_offered_to(facts))))

    def _listed(self, name: str | None) -> Contact | None:
        key = name_key(name or "")
        return next((each for each in self.contacts.values() if name_key(each.name) == key), None)

    def clean(self):
        cleaned = super().clean()
        if cleaned.get("address") and not cleaned.get("name") and "name" not in self.errors:
            self.add_error("name", "An address needs a name beside it, to greet them by.")
        if cleaned.get("tone") == MY_OWN and not self._keeps_one_for(cleaned):
            self.add_error("tone", NONE_OF_MINE)
        return cleaned

    def _keeps_one_for(self, cleaned: dict) -> bool:
        return self.owner.wordings.of_kind(self._asked_for(cleaned)).exists()

    def save(self, commit=True):
        """What was drafted from the same page, and not touched since, is drafted anew."""
        before = self._drafts().filter(uid=self.cleaned_data["token"])
        if any(each.is_as_drafted for each in before):
            self.cleaned_data["token"] = None
        return super().save(commit)

    def prepare(self) -> None:
        said = self.cleaned_data
        contact = self.contacts.get(said.get("whom")) or self._new_contact()
        if untouched := self._untouched(contact):
            self.take_up(untouched)
        request = self.instance
        request.contact, request.channel = contact, said["channel"]
        if sender := said.get("sender"):
            self.owner.sign_as(sender)
        asked_for = self._asked_for(said)
        request.call_offered = asked_for.call_offered
        request.part = "" if contact else asked_for.part
        own = said["tone"] == MY_OWN
        request.tone = Tone.WARM if own else Tone(said["tone"])
        wishes = {"tone": request.tone}
        if request.contact is None:
            round_ = said.get("round")
            wishes["round"] = round_.kind if round_ else ""
        facts = request.facts(**wishes)
        letter = (own and self.owner.wordings.of(facts)) or draft(facts)
        request.subject, request.letter = letter.subject, letter.body

    def _drafts(self):
        return self.instance.interview.feedback_requests.drafted()

    def _untouched(self, contact: Contact | None) -> FeedbackRequest | None:
        """The draft to them that holds no word of the person's: another tone writes it anew."""
        for request in self._drafts().filter(contact=contact):
            request.owner = self.owner
            if request.is_as_drafted:
                return request
        return None

    def _new_contact(self) -> Contact | None:
        """None without a name; who is on the list already is not written there twice."""
        said, interview = self.cleaned_data, self.instance.interview
        if not said["name"]:
            return None
        met = {"address": said["address"], "round": said.get("round")}
        if listed := self._listed(said["name"]):
            listed.store(**{name: value for name, value in met.items() if value})
            return listed
        who = {"name": said["name"], "part": said["part"]}
        return Contact.objects.create(owner=self.owner, interview=interview, **who, **met)
