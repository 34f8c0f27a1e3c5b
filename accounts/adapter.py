from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from django.conf import settings
from django.shortcuts import redirect, render
from django.urls import reverse

from accounts import founding


class Adapter(DefaultAccountAdapter):
    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": "This address and this password do not belong together.",
        "email_taken": "Somebody already uses this address.",
        "enter_current_password": "This is not your password now.",
        "incorrect_password": "This is not your password.",
        "too_many_login_attempts": "That was tried many times. Wait a few minutes, then try again.",
    }

    def is_open_for_signup(self, request) -> bool:
        if not founding.nobody_is_here():
            return settings.OPEN_REGISTRATION
        if founding.may_found(request):
            return True
        raise ImmediateHttpResponse(render(request, "accounts/link_needed.html", status=403))

    def save_user(self, request, user, form, commit=True):
        """The first person runs the server; two who race for it are told apart by the database."""
        user.founder = user.is_staff = user.is_superuser = founding.nobody_is_here()
        if not user.founder and not settings.OPEN_REGISTRATION:
            raise ImmediateHttpResponse(redirect("account_signup"))
        user.time_zone = form.cleaned_data["time_zone"]
        return super().save_user(request, user, form, commit)

    def get_password_change_redirect_url(self, *_) -> str:
        return reverse("accounts:settings")
