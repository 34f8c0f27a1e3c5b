from django.shortcuts import render

from journal.ownership.text import with_lf
from journal.rejections.intake import Intake
from journal.rejections.mail_forms import MailForm
from journal.rejections.marks import marked
from journal.rejections.models import Rejection
from journal.rejections.new_forms import NewRejection


def read_mail(request):
    """Their mail, read; nothing is written down before the person has looked at it."""
    mail = MailForm(request.POST or None, request.FILES or None)
    if not mail.is_valid():
        status = 422 if mail.errors else 200
        return render(request, "rejections/read_mail.html", {"mail": mail}, status=status)
    intake = mail.read()
    told = mail.what_it_says(intake, request.user.today())
    context = {
        "form": NewRejection(owner=request.user, initial=told),
        "intake": intake,
        "told": _told(intake),
        "pieces": marked(with_lf(intake.text), {"employer": intake.employer, "role": intake.role}),
        "draft": request.POST.get("draft", ""),
        "employers": request.user.employers.names(),
        "stages": Rejection.STAGES,
    }
    return render(request, "rejections/mail_was_read.html", context)


def _told(intake: Intake) -> list[str]:
    """What it told, in words."""
    read = {
        "the employer": intake.employer,
        "the role": intake.role,
        "the day": intake.received_on,
        "how far it went": intake.stage,
    }
    return [words for words, value in read.items() if value]
