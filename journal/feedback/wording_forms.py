from django import forms

from journal.feedback.blanks import blanked
from journal.feedback.fields import write
from journal.feedback.letters import LINKEDIN_LIMIT, Letter, LetterFacts
from journal.feedback.request_models import FeedbackRequest
from journal.feedback.wording_models import Wording
from journal.ownership.forms import OwnedForm
from journal.ownership.text import with_lf


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

    def clean_text(self):
        text = with_lf(self.cleaned_data["text"])
        if self.instance.short and len(text) > LINKEDIN_LIMIT:
            raise forms.ValidationError(
                f"For LinkedIn a wording has {LINKEDIN_LIMIT} characters at most, so that a phone "
                f"shows it whole; this has {len(text)}."
            )
        return text


def wording_of(request: FeedbackRequest, letter: Letter, facts: LetterFacts) -> EditWording:
    """For the next letters of its kind. The wording it takes the place of stays a version."""
    own = blanked(letter, facts)
    row = request.owner.wordings.of_kind(facts).first()
    return EditWording(
        {"subject": own.subject, "text": own.body},
        instance=row or Wording(owner=request.owner, kind=facts.kind, short=facts.short),
        owner=request.owner,
    )
