from http import HTTPStatus

from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from accounts import founding, page_owner
from accounts.sent_again import typed
from accounts.views import another_persons_page, send_again

NOTHING_OF_THE_DEVICE = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "magnetometer",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)

A_YEAR = 365 * 24 * 3600


def headers(get_response):
    """What Django has no setting for. On every answer, static files and errors too."""

    def middleware(request):
        response = get_response(request)
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Permissions-Policy", NOTHING_OF_THE_DEVICE)
        return response

    return middleware


def no_store(get_response):
    """A shared or stolen computer keeps no page of somebody who was signed in, nor a draft of who
    signed out. The browser takes away theirs (static/js/writing/forget.js), not another's."""

    def middleware(request):
        person = request.user
        signed_in = person.is_authenticated
        response = get_response(request)
        if signed_in or request.user.is_authenticated:
            response.headers["Cache-Control"] = "no-store"
        if signed_in and not request.user.is_authenticated:
            name = page_owner.name(person)
            response.set_cookie("signed_out", name, max_age=A_YEAR, samesite="Lax")
        return response

    return middleware


def in_their_time_zone(get_response):
    def middleware(request):
        zone = request.user.zone if request.user.is_authenticated else None
        with timezone.override(zone):
            return get_response(request)

    return middleware


def welcome_the_first_visitor(get_response):
    """While nobody lives here, every address leads to the page that makes the first account."""

    def middleware(request):
        at_the_door = request.path.startswith((reverse("account_signup"), "/welcome/"))
        if request.user.is_anonymous and not at_the_door and founding.nobody_is_here():
            return redirect("account_signup")
        return get_response(request)

    return middleware


class SignInFirst(LoginRequiredMiddleware):
    """To the door; what a form sent meanwhile waits on a page of its own, to be sent once more."""

    def handle_no_permission(self, request, view_func):
        if request.method != "POST":
            return super().handle_no_permission(request, view_func)
        return send_again(request, "401.html", 401, typed(request))


class RefuseAnothersPage:
    """What a page of somebody else sends is neither stored nor shown: its form says whose it is.

    An address that asks for no token has another way to know whose it is, as a link from a mail.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view_func, args, kwargs):  # noqa: ARG002
        if request.method != "POST" or getattr(view_func, "csrf_exempt", False):
            return None
        if request.user.is_authenticated and page_owner.is_anothers(request):
            return another_persons_page(request)
        return None


def answer_not_allowed(get_response):
    """Who opens the address of a button gets a page, not an empty one."""

    def middleware(request):
        response = get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and request.method == "GET":
            allowed = response.headers["Allow"]
            response = render(request, "405.html", status=response.status_code)
            response.headers["Allow"] = allowed
        return response

    return middleware
