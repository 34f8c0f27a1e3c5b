from copy import copy
from hashlib import sha256
from threading import BoundedSemaphore

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.cache import cache
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from accounts.mail_days import stretches
from accounts.views import require_form
from journal.mail_quota import MailQuotaSlot, QuotaUsedUp, take_for_trial
from journal.mail_transfer import NotTaken, OutcomeUnknown, transfer
from journal.reminders import links
from journal.reminders.calendar import calendar
from journal.reminders.forms import ChooseReminders, KeepQuiet
from journal.reminders.log import log
from journal.reminders.mails import trial
from journal.reminders.planning import next_mail_at

BETWEEN_TRIALS = 20  # seconds
# A slow mail server keeps no more of this process's threads waiting.
TRIALS_AT_ONCE = BoundedSemaphore(2)


@require_form
def page(request):
    form = ChooseReminders(request.POST or None, instance=copy(request.user))
    if form.is_valid():
        form.save()
        messages.success(request, "Saved.")
        return redirect("reminders:page")
    return _page(request, form=form)


@require_POST
def keep_quiet(request):
    form = KeepQuiet(request.POST, person=request.user)
    if not form.is_valid():
        return _page(request, quiet=form)
    form.save()
    messages.success(request, "No mail comes on these days.")
    return _back("quiet")


@require_POST
def end_quiet(request):
    """Mail may come on these days again."""
    person = request.user
    first, last = request.POST.get("begins", ""), request.POST.get("ends", "")
    quiet = {day for day in person.quiet_days if not first <= day.isoformat() <= last}
    person.keep_quiet_on(quiet)
    messages.success(request, "Mail may come on these days again.")
    return _back("quiet")


@require_POST
def send_trial(request):
    """Now, and what the mail server answered."""
    if not cache.add(f"trial:{request.user.pk}", True, BETWEEN_TRIALS):
        messages.info(request, "One was sent a moment ago. Look for it first, then try again.")
    elif not TRIALS_AT_ONCE.acquire(blocking=False):
        cache.delete(f"trial:{request.user.pk}")
        messages.info(request, "Others are trying it just now. Try again in a minute.")
    else:
        try:
            _send_trial(request)
        finally:
            TRIALS_AT_ONCE.release()
    return redirect("reminders:page")


def _send_trial(request) -> None:
    address = request.user.email
    try:
        counted_as = take_for_trial(request.user)
    except QuotaUsedUp as used_up:
        messages.error(request, f"{used_up.says} Try again tomorrow.")
        return
    try:
        messages.success(request, _sent(address, transfer(trial(address)).answer))
    except OutcomeUnknown:
        messages.error(request, "It may have gone: the mail server took it and did not say so.")
    except NotTaken as why:
        MailQuotaSlot.objects.give_back(counted_as)
        messages.error(request, f"No mail went. {why}")


def _sent(address: str, answer: str | None) -> str:
    if answer is None:
        return "It was written to a file: this server has no mail server yet."
    return f"Sent to {address}. The mail server answered: “{answer}”"


@require_POST
def try_address_again(request):
    """The mail of today that it refused goes too."""
    person = request.user
    person.try_address_again()
    goes_now = person.deliveries.try_again()
    when = "goes now" if goes_now else "tries it"
    messages.success(request, f"Mail may go to {person.email} again: the next one {when}.")
    return redirect("reminders:page")


@require_POST
def start_calendar(request):
    request.user.start_calendar()
    messages.success(request, "Here is the address. An earlier one leads nowhere now.")
    return _back("calendar")


@require_POST
def end_calendar(request):
    request.user.end_calendar()
    messages.success(request, "The address leads nowhere now.")
    return _back("calendar")


@require_safe
def calendar_file(request):
    answer = _calendar_of(request.user)
    answer.headers["Content-Disposition"] = 'attachment; filename="upturn.ics"'
    return answer


@login_not_required
@require_safe
def feed(request, token):
    """For a calendar program, which signs in by the address alone. It asks every hour, and is given
    nothing twice."""
    person = links.whose_calendar(token)
    if person is None:
        raise Http404
    answer = _calendar_of(person)
    etag = quote_etag(sha256(answer.content).hexdigest())
    answer.headers["Cache-Control"], answer.headers["ETag"] = "private, no-cache", etag
    return get_conditional_response(request, etag=etag, response=answer)


@csrf_exempt
@login_not_required
@never_cache
@require_form
def stop(request, token):
    """Unsubscribing in one click, as RFC 8058 has it: a POST without a cookie, from a mail program
    or from the page that a GET shows. A GET changes nothing."""
    person = links.whose_mail(token)
    if person is None:
        raise Http404
    if request.method == "POST":
        person.stop_mail()
    return render(request, "reminders/stop.html", {"stopped": not person.mail_on})


def _back(place: str):
    """To where on the page one was."""
    return redirect(f"{reverse('reminders:page')}#{place}")


def _calendar_of(person) -> HttpResponse:
    return HttpResponse(calendar(person), content_type="text/calendar; charset=utf-8")


def _page(request, form=None, quiet=None):
    person, next_at = request.user, next_mail_at(request.user)
    wrong = any(each is not None and each.errors for each in (form, quiet))
    context = {
        "form": form or ChooseReminders(instance=copy(person)),
        "quiet": quiet or KeepQuiet(person=person),
        "stretches": stretches(person.quiet_days),
        "next_at": next_at and timezone.localtime(next_at),
        "now": timezone.now(),
        "log": log(person),
        "calendar_url": links.calendar_url(person),
        "sends_mail": settings.SENDS_MAIL,
        "on_loopback": settings.ON_LOOPBACK,
        "site": settings.SITE_URL,
        "mail_folder": settings.MAIL_GOES_TO if person.is_staff else None,
    }
    return render(request, "reminders/page.html", context, status=422 if wrong else 200)
