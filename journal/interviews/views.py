from datetime import timedelta

from django.contrib import messages
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from journal.interviews.brief import brief
from journal.interviews.forms import (
    ContactForm,
    Debrief,
    EditInterview,
    EndInterview,
    NewContact,
    NewInterview,
    NewRound,
    RoundForm,
)
from journal.interviews.models import Contact, Interview, Round
from journal.ownership.deleting import to_trash

MOVED_ON_A_PAGE = 50


def index(request):
    """What comes, what is open, what moved on, and what ended another way."""
    person = request.user
    rejections = person.rejections.select_related("interview__employer").latest_first()
    moved_on = rejections.moved_on().prefetch_related("closings")
    context = {
        **_days(request),
        "coming": _coming(person),
        "open": rejections.open(),
        "moved_on": Paginator(moved_on, MOVED_ON_A_PAGE).get_page(request.GET.get("page")),
        "ended": _interviews(request).ended_without_a_no().order_by("-outcome_on", "-pk"),
    }
    return render(request, "interviews/list.html", context)


def _coming(person) -> list[Interview]:
    """Each process that goes on, with its next round: the nearest first, then the newest."""
    today = person.today()
    going_on = person.interviews.going_on().select_related("employer").order_by("-pk")
    interviews = list(going_on.prefetch_related("rounds"))
    for interview in interviews:
        interview.next = interview.next_round(today)
    dated = sorted((each for each in interviews if each.next), key=_next_when)
    return [*dated, *(each for each in interviews if not each.next)]


def _next_when(interview: Interview):
    return interview.next.when()


def new(request):
    form = NewInterview(request.POST or None, owner=request.user)
    if form.is_valid():
        return redirect("interviews:detail", form.save().pk)
    return _form(request, "interviews/new.html", form, employers=request.user.employers.names())


def detail(request, pk):
    interview = get_object_or_404(_interviews(request), pk=pk)
    rounds = interview.rounds.prefetch_related("contacts", "problems")
    following = interview.next_round(request.user.today())
    context = {
        **_days(request),
        "interview": interview,
        "rejection": interview.rejections.first(),
        "next": following,
        "brief": brief(interview, following and following.day_in()) if interview.is_open else None,
        "rounds": rounds,
        "contacts": interview.contacts.select_related("round").order_by("pk"),
        "problems": interview.problems.filter(round=None).order_by("pk"),
        "round_form": _empty(NewRound, Round, interview),
        "contact_form": _empty(NewContact, Contact, interview),
        "end_form": EndInterview(owner=request.user, instance=interview),
    }
    return render(request, "interviews/detail.html", context)


def edit(request, pk):
    interview = get_object_or_404(_interviews(request), pk=pk)
    form = EditInterview(request.POST or None, instance=interview, owner=request.user)
    if form.is_valid():
        return redirect("interviews:detail", form.save().pk)
    names = request.user.employers.names()
    return _form(request, "interviews/edit.html", form, interview=interview, employers=names)


def delete(request, pk):
    """Ask on GET; on POST put it in the trash, with all that hangs off it."""
    interview = get_object_or_404(_interviews(request), pk=pk)
    if request.method == "POST":
        to_trash(request, interview)
        return redirect("interviews:list")
    return render(request, "interviews/delete.html", {"interview": interview})


@require_POST
def end(request, pk, outcome):
    """It ended, and not with their no: I withdrew, they made an offer, and so on."""
    interview = get_object_or_404(_interviews(request), pk=pk)
    if interview.rejections.exists():
        messages.error(request, "They said no to this one, so it has ended already.")
        return redirect("interviews:detail", pk)
    form = EndInterview(request.POST, instance=interview, owner=request.user)
    if form.is_valid():
        interview.end(outcome, form.cleaned_data["outcome_on"])
        return redirect("interviews:detail", pk)
    context = {"interview": interview, "outcome": Interview.Outcome(outcome)}
    return _form(request, "interviews/end.html", form, **context)


@require_POST
def reopen(request, pk):
    """It was a mistake: it is still open. A rejection keeps its interview ended."""
    interview = get_object_or_404(_interviews(request), pk=pk)
    if not interview.rejections.exists():
        interview.reopen()
    return redirect("interviews:detail", pk)


def add_round(request, pk):
    interview = get_object_or_404(_interviews(request), pk=pk)
    form = NewRound(request.POST or None, instance=_new(Round, interview), owner=request.user)
    if form.is_valid():
        form.save()
        return redirect("interviews:detail", pk)
    return _form(request, "interviews/round.html", form, interview=interview)


def edit_round(request, pk):
    round_ = get_object_or_404(_rounds(request), pk=pk)
    form = RoundForm(request.POST or None, instance=round_, owner=request.user)
    if form.is_valid():
        form.save()
        return redirect("interviews:detail", round_.interview_id)
    return _form(request, "interviews/round.html", form, interview=round_.interview, round=round_)


def delete_round(request, pk):
    round_ = get_object_or_404(_rounds(request), pk=pk)
    return _delete(request, round_, round_.get_kind_display())


def debrief(request, pk):
    """Two minutes after a round: how I think it went. The questions come next."""
    round_ = get_object_or_404(_rounds(request), pk=pk)
    form = Debrief(request.POST or None, instance=round_, owner=request.user)
    if form.is_valid():
        form.save()
        return redirect("interviews:questions", round_.pk)
    context = {"interview": round_.interview, "round": round_}
    return _form(request, "interviews/debrief.html", form, **context)


def questions(request, pk):
    """What was asked in a round. Apart from the debrief, so that neither loses the other's words;
    the lines go to practice, which keeps them as problems."""
    round_ = get_object_or_404(_rounds(request).prefetch_related("problems"), pk=pk)
    context = {"interview": round_.interview, "round": round_}
    return render(request, "interviews/questions.html", context)


def add_contact(request, pk):
    interview = get_object_or_404(_interviews(request), pk=pk)
    form = NewContact(request.POST or None, instance=_new(Contact, interview), owner=request.user)
    if form.is_valid():
        form.save()
        return redirect("interviews:detail", pk)
    return _form(request, "interviews/contact.html", form, interview=interview)


def edit_contact(request, pk):
    contact = get_object_or_404(_contacts(request), pk=pk)
    form = ContactForm(request.POST or None, instance=contact, owner=request.user)
    if form.is_valid():
        form.save()
        return redirect("interviews:detail", contact.interview_id)
    return _form(
        request, "interviews/contact.html", form, interview=contact.interview, contact=contact
    )


def delete_contact(request, pk):
    contact = get_object_or_404(_contacts(request), pk=pk)
    return _delete(request, contact, contact.name)


def _days(request) -> dict:
    today = request.user.today()
    return {"today": today, "tomorrow": today + timedelta(days=1)}


def _interviews(request):
    return request.user.interviews.select_related("employer")


def _rounds(request):
    return request.user.rounds.select_related("interview__employer")


def _contacts(request):
    return request.user.contacts.select_related("interview__employer")


def _new(model, interview: Interview):
    return model(owner=interview.owner, interview=interview)


def _empty(form, model, interview: Interview):
    """A form to add a part, of several on one page: its ids carry the part's name."""
    auto_id = f"{model.__name__.lower()}_%s"
    return form(owner=interview.owner, instance=_new(model, interview), auto_id=auto_id)


def _form(request, template: str, form, **context):
    context["form"] = form
    return render(request, template, context, status=422 if form.errors else 200)


def _delete(request, row, name: str):
    """Ask on GET; on POST put a part of a process in the trash."""
    if request.method == "POST":
        to_trash(request, row)
        return redirect("interviews:detail", row.interview_id)
    context = {"interview": row.interview, "row": row, "name": name}
    return render(request, "interviews/delete_part.html", context)
