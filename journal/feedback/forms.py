from django import forms

from journal.feedback import call_sheet
from journal.feedback.fields import MovesQuotes, PastDay, after_asking, offer, write
from journal.feedback.models import Feedback
from journal.feedback.request_models import FeedbackRequest
from journal.feedback.whom import says
from journal.interviews.models import Contact, Interview, Round
from journal.ownership.forms import NewRow, OwnedForm

SOURCES_OF_OTHERS = [
    (value, label) for value, label in Feedback.Source.choices if value != Feedback.Source.OWN
]


BY_WHOM = "by_whom"


class ByWhomFirst(forms.models.ModelChoiceIterator):
    def __iter__(self):
        yield BY_WHOM, "The one to whoever said it"
        yield from super().__iter__()


class WhichRequest(forms.ModelChoiceField):
    """Named; or left to who said it; or none of them."""

    iterator = ByWhomFirst

    def to_python(self, value):
        return None if value == BY_WHOM else super().to_python(value)


class FromThem(NewRow):
    """Feedback that came from others. Whom it came from is somebody of this interview.

    It answers the request that is named, else the one that who said it was asked in.
    """

    received_on = PastDay(label="When it came")

    def __init__(self, *args, interview: Interview, **kwargs):
        super().__init__(*args, **kwargs)
        self.instance.interview = interview
        self.fields["received_on"].belong_to(self.owner)
        offer(self, "contact", interview.contacts.select_related("round"), says)

    def clean(self):
        cleaned = super().clean()
        _comes_after_its_request(self, cleaned.get("request"))
        return cleaned

    def prepare(self) -> None:
        row, named = self.instance, self.data.get(self.add_prefix("request"))
        if named in {None, BY_WHOM}:
            requests = row.interview.feedback_requests
            row.request = requests.answered_by(row.contact, row.received_on)
        if row.request:
            row.request.receive(row.received_on)


class WriteDownFeedback(FromThem):
    """What they said, word for word."""

    field_order = ["token", "text", "source", "contact", "received_on", "round", "request"]

    class Meta:
        model = Feedback
        fields = ["text", "source", "contact", "received_on", "round", "request"]
        widgets = {"text": write(9), "source": forms.RadioSelect}
        labels = {
            "text": "What they said",
            "source": "How it reached you",
            "contact": "Who said it",
            "round": "About which round",
            "request": "Which request it answers",
        }
        field_classes = {"request": WhichRequest}
        help_texts = {"text": "Word for word, as it came. It is kept exactly so."}
        error_messages = {"text": {"required": "Paste or type what they said; a line will do."}}

    def __init__(self, *args, answers: FeedbackRequest | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        interview = self.instance.interview
        self.fields["source"].choices = SOURCES_OF_OTHERS
        offer(self, "round", interview.rounds.all(), Round.says)
        self._offer_requests(
            interview.feedback_requests.select_related("contact", "owner"), answers
        )
        if answers and answers.contact:
            self.initial.setdefault("contact", answers.contact_id)
            self.initial.setdefault("source", source_of(answers.contact))

    def _offer_requests(self, requests, answers: FeedbackRequest | None) -> None:
        offer(self, "request", requests.answerable(), lambda each: f"{each.whom}: {each.life}")
        self.initial.setdefault("request", answers.pk if answers else BY_WHOM)
        if "request" in self.fields:
            self.fields["request"].empty_label = "None of them"


def _comes_after_its_request(form: OwnedForm, request: FeedbackRequest | None) -> None:
    """A form that says when an answer came."""
    day = form.cleaned_data.get("received_on")
    try:
        if request and day:
            after_asking(day, request.asked_on)
    except forms.ValidationError as error:
        form.add_error("received_on", error)


def source_of(contact: Contact) -> Feedback.Source:
    if contact.part == Contact.Part.RECRUITER:
        return Feedback.Source.RECRUITER
    return Feedback.Source.INTERVIEWER


class WriteDownCall(FromThem):
    """A sheet to write on while they talk, kept as feedback from a call."""

    field_order = ["token", *call_sheet.HEARD, "to_ask", "contact", "received_on"]

    class Meta:
        model = Feedback
        fields = ["to_ask", "contact", "received_on"]
        widgets = {"to_ask": write(4)}
        labels = {"contact": "Who called", "to_ask": "What I want to ask"}
        help_texts = {"to_ask": "Yours: it is kept beside what they said."}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["received_on"].label = "When they called"
        for name, heading in call_sheet.HEARD.items():
            self.fields[name] = forms.CharField(label=heading, required=False, widget=write(4))
        self.order_fields(self.field_order)

    @property
    def sheet(self) -> list[forms.BoundField]:
        return [self[name] for name in (*call_sheet.HEARD, "to_ask")]

    def clean(self):
        cleaned = super().clean()
        self.instance.text = call_sheet.joined(cleaned)
        if not self.instance.text:
            self.add_error(None, "Write a line of what they said; one is enough.")
        return cleaned

    def prepare(self) -> None:
        self.instance.source = Feedback.Source.CALL
        super().prepare()


class EditFeedback(MovesQuotes):
    received_on = PastDay(label="When it came")

    class Meta:
        model = Feedback
        fields = ["text", "to_ask", "source", "contact", "received_on", "round"]
        widgets = {"text": write(9), "to_ask": write(4), "source": forms.RadioSelect}
        labels = WriteDownFeedback.Meta.labels | {"to_ask": "What I wanted to ask"}
        error_messages = WriteDownFeedback.Meta.error_messages

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        interview = self.instance.interview
        if not self.instance.to_ask or (self.is_bound and "to_ask" not in self.data):
            del self.fields["to_ask"]
        self.fields["received_on"].belong_to(self.owner, self.instance.received_on)
        self.fields["source"].choices = SOURCES_OF_OTHERS
        offer(self, "contact", interview.contacts.select_related("round"), says)
        offer(self, "round", interview.rounds.all(), Round.says)
        self.came_on = self.instance.received_on

    def clean(self):
        cleaned = super().clean()
        _comes_after_its_request(self, self.instance.request)
        return cleaned

    def _store(self, commit):
        """The day of the answer moves along."""
        stored = super()._store(commit)
        if stored.request and stored.request.answered_on == self.came_on != stored.received_on:
            stored.request.receive(stored.received_on)
        return stored


class RateFeedback(OwnedForm):
    class Meta:
        model = Feedback
        fields = ["usefulness"]
