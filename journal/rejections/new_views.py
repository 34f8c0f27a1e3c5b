from dataclasses import replace
from http import HTTPStatus

from django.contrib import messages
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from journal.rejections import kept_mails
from journal.rejections.mail_forms import MailForm, corrected
from journal.rejections.marks import told, with_marks
from journal.rejections.models import Rejection
from journal.rejections.new_forms import NewRejection

OPEN_ONES_SHOWN = 5


def new(request):
    """They said no, from nothing. A mail that comes along is read first."""
    if request.FILES:
        return read_mail(request)
    key = request.POST.get("read", "")
    form = NewRejection(request.POST or None, owner=request.user, was_read=bool(key))
    kept = kept_mails.find(request.user, key)
    if kept:
        kept = corrected(kept, request.POST, refused=not form.is_valid())
        kept_mails.keep(request.user, kept, key)
    if form.is_valid():
        rejection = form.save()
        if said := form.went_on(rejection):
            messages.info(request, said)
        return redirect("path:written", rejection.pk)
    if kept:
        return _to_the_page_of(key)
    return _page(request, "rejections/new.html", form, MailForm())


@require_http_methods(["GET", "HEAD", "POST"])
def read_mail(request):
    """Their mail, read; nothing is written down before the person has looked at it."""
    if request.method != "POST":
        return _was_read(request, request.GET.get("read", ""))
    mail = MailForm(request.POST, request.FILES)
    if mail.is_valid():
        return _to_the_page_of(kept_mails.keep(request.user, mail.to_keep()))
    form = NewRejection(owner=request.user, initial=mail.typed())
    return _page(request, "rejections/new.html", form, mail)


def _to_the_page_of(key: str):
    """Seen by a GET, it is there with Back and Forward, too. A 302 would say that it is stored."""
    answer = redirect(reverse("rejections:read_mail", query={"read": key}))
    answer.status_code = HTTPStatus.SEE_OTHER
    return answer


def _was_read(request, key: str):
    kept = kept_mails.find(request.user, key)
    mail = MailForm.of(kept) if kept else None
    if not mail or not mail.is_valid():
        return redirect("rejections:new")
    filled_in = mail.filled_in(request.user.today()) | kept.corrected
    form = NewRejection(
        filled_in if kept.refused else None, owner=request.user, initial=filled_in, was_read=True
    )
    written = request.user.rejections.filter(uid=form["token"].value()).first()
    if written:
        form.only_show()
    context = {
        "intake": mail.intake,
        "told": told(mail.intake),
        "pieces": with_marks(replace(mail.intake, text=mail.whole)),
        "draft": kept.posted["draft"],
        "key": key,
        "written": written,
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
