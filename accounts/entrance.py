"""allauth's forms in our words: labels instead of placeholders, one sentence of help."""

import zoneinfo

from allauth.account import forms as allauth
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from django import forms
from django.conf import settings
from django.db import IntegrityError, transaction
from django.shortcuts import redirect

from accounts import founding
from accounts.one_line import OneLine

LABELS = {
    "login": "E-mail address",
    "email": "E-mail address",
    "oldpassword": "Your password now",
    "code": "Code",
}
NEW = LABELS | {"password1": "New password", "password2": "New password, once more"}
HOW_LONG = "At least eight characters. A few plain words in a row are easy to keep."


class Plain(OneLine):
    labels = LABELS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            field.label = self.labels.get(name, field.label)
        if "password1" in self.fields:
            self.fields["password1"].help_text = HOW_LONG


class SignIn(Plain, allauth.LoginForm):
    def open_to_newcomers(self) -> bool:
        return settings.OPEN_REGISTRATION


class SignUp(Plain, allauth.SignupForm):
    """The time zone comes from the browser; where it says none, it can be set afterwards."""

    time_zone = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    def clean_time_zone(self) -> str:
        given = self.cleaned_data["time_zone"]
        return given if given in zoneinfo.available_timezones() else "UTC"

    def others_are_here(self) -> bool:
        return not founding.nobody_is_here()

    def try_save(self, request):
        try:
            with transaction.atomic():
                return super().try_save(request)
        except IntegrityError:  # somebody was faster: as the founder, or with the same address
            return None, redirect("account_signup")


class ChangePassword(Plain, allauth.ChangePasswordForm):
    labels = NEW


class NewPassword(Plain, allauth.ResetPasswordKeyForm):
    labels = NEW


class Reauthenticate(Plain, allauth.ReauthenticateForm):
    pass


class SecondFactor(Plain, mfa.AuthenticateForm):
    pass


class SecondFactorAgain(Plain, mfa.ReauthenticateForm):
    pass


class ActivateApp(Plain, totp.ActivateTOTPForm):
    pass
