"""The table of contents: every table, in the order of the story."""

from journal.ownership.models import Undo, Untied, Version  # isort: skip
from journal.employers.models import Employer  # isort: skip
from journal.interviews.models import Contact, Interview, Round  # isort: skip
from journal.rejections.models import Rejection  # isort: skip
from journal.perspective.models import Perspective  # isort: skip
from journal.feedback.request_models import FeedbackRequest  # isort: skip
from journal.feedback.delivery_models import LetterDelivery  # isort: skip
from journal.feedback.models import Feedback  # isort: skip
from journal.feedback.wording_models import Wording  # isort: skip
from journal.gaps.models import Action, Evidence, Gap  # isort: skip
from journal.practice.attempt_models import Attempt  # isort: skip
from journal.practice.models import Problem  # isort: skip
from journal.practice.drawing_models import Drawing  # isort: skip
from journal.judging.models import Holding, Priority, Verdict  # isort: skip
from journal.closing.models import Closing  # isort: skip
from journal.reminders.models import Delivery, Heartbeat  # isort: skip
from journal.mail_quota import MailQuotaSlot  # isort: skip

__all__ = [
    "Action",
    "Attempt",
    "Closing",
    "Contact",
    "Delivery",
    "Drawing",
    "Employer",
    "Evidence",
    "Feedback",
    "FeedbackRequest",
    "Gap",
    "Heartbeat",
    "Holding",
    "Interview",
    "LetterDelivery",
    "MailQuotaSlot",
    "Perspective",
    "Priority",
    "Problem",
    "Rejection",
    "Round",
    "Undo",
    "Untied",
    "Verdict",
    "Version",
    "Wording",
]
