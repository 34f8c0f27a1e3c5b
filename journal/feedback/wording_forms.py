from journal.feedback.blanks import blanked
from journal.feedback.fields import write
from journal.feedback.letters import Letter, LetterFacts
from journal.feedback.request_models import FeedbackRequest
from journal.feedback.wording_models import Wording
from journal.ownership.forms import OwnedForm


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
