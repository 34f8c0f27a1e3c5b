from copy import copy

from allauth.account import views as allauth
from allauth.account.decorators import reauthentication_required
from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from accounts import founding, page_owner
from accounts.forms import ChangeAddress, Settings, TakeBreak
from accounts.sent_again import typed

require_form = require_http_methods(["GET", "HEAD", "POST"])


@require_form
def edit(request):
    person = request.user
    form = Settings(request.POST or None, instance=copy(person))
    if form.is_valid():
        form.save()
        messages.success(request, "Saved.")
        return redirect("accounts:settings")
    context = {
        "form": form,
        "break_form": TakeBreak(person=person),
        "sends_mail": settings.SENDS_MAIL,
        "data_dir": settings.DATA_DIR if person.is_staff else None,
    }
    return render(request, "accounts/settings.html", context, status=422 if form.errors else 200)


@require_POST
def sign_out(request, pk):
    """Another browser, one of those that are open to my journal."""
    others = request.user.usersession_set.exclude(session_key=request.session.session_key)
    get_object_or_404(others, pk=pk).end()
    messages.success(request, "That browser is signed out.")
    return redirect("usersessions_list")


@login_not_required
@never_cache
def welcome(request, token):
    """The one-time link printed at the start: it lets this browser make the first account."""
    if not founding.is_the_token(token):
        return render(request, "accounts/link_used.html", status=404)
    request.session[founding.IN_SESSION] = True
    return redirect("account_signup")


@require_form
@reauthentication_required
def change_address(request):
    """With no mail server nothing can be confirmed by mail, so a password is enough."""
    if settings.MAIL_WORKS:
        return allauth.email(request)
    form = ChangeAddress(request.POST or None, instance=request.user)
    if form.is_valid():
        form.save()
        messages.success(request, "Your e-mail address is changed.")
        return redirect("accounts:settings")
    return render(
        request,
        "accounts/address.html",
        {"form": form, "address": form.initial["email"]},
        status=422 if form.errors else 200,
    )


@login_not_required
def reset_password(request):
    """With no mail server, whoever runs this server makes the link."""
    if settings.MAIL_WORKS:
        return allauth.password_reset(request)
    return render(request, "accounts/reset_by_operator.html")


def csrf_failure(request, reason=""):
    """A page left open loses its token, never what was typed in it: that is offered once more.

    Not to what another site sent, nor to anybody else, nor with a password in it.
    """
    if request.user.is_authenticated and not page_owner.is_own(request):
        return another_persons_page(request)
    ours = "Origin" in request.headers and "checking failed" not in reason
    return send_again(request, "403_csrf.html", 403, typed(request) if ours else None)


def another_persons_page(request):
    return render(request, "another_person.html", status=403)


def send_again(request, template, status, typed):
    answer = render(request, template, {"typed": typed}, status=status)
    answer.headers["Cache-Control"] = "no-store"
    return answer
