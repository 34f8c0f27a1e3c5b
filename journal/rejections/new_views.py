from django.contrib import messages
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from journal.rejections.mail_forms import MailForm
from journal.rejections.marks import told, with_marks
from journal.rejections.models import Rejection
from journal.rejections.new_forms import NewRejection

OPEN_ONES_SHOWN = 5


def new(request):
    """They said no, from nothing. A mail that comes along is read first."""
    if request.FILES:
        return read_mail(request)
    form = NewRejection(request.POST or None, owner=request.user)
    if form.is_valid():
        rejection = form.save()
        if said := form.went_on(rejection):
            messages.info(request, said)
        return redirect("path:written", rejection.pk)
    return _page(request, "rejections/new.html", form, MailForm())


@require_POST
def read_mail(request):
    """Their mail, read; nothing is written down before the person has looked at it."""
    mail = MailForm(request.POST, request.FILES)
    if not mail.is_valid():
        form = NewRejection(owner=request.user, initial=mail.typed())
        return _page(request, "rejections/new.html", form, mail)
    form = NewRejection(owner=request.user, initial=mail.filled_in(request.user.today()))
    context = {
        "intake": mail.intake,
        "told": told(mail.intake),
        "pieces": with_marks(mail.intake),
        "draft": request.POST.get("draft", ""),
    }
    return _page(request, "rejections/mail_was_read.html", form, mail, **context)


def _page(request, template: str, form, mail, **context):
    context |= {
        "form": form,
        "mail": mail,
        "stages": Rejection.STAGES,
        "employers": request.user.employers.names(),
        "open_ones": request.user.interviews.awaiting_their_answer()[:OPEN_ONES_SHOWN],
    }
    return render(request, template, context, status=422 if form.errors or mail.errors else 200)
