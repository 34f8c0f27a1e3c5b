from http import HTTPStatus

from django.http import JsonResponse
from django.shortcuts import render

from journal.ownership import autosave
from journal.ownership.forms import Conflict


class AnswerConflicts:
    """Two savings met: the second gets a page that says so, and its words are one Back away."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, Conflict):
            return render(request, "409.html", status=409)
        return None


def answer_autosave(get_response):
    """Tell a page that saves by itself, in a word, what came of it.

    200 saved · 401 signed out · 409 another text stands there by now (`theirs`) · 422 something on
    the page cannot be stored. Each carries `versions`; whatever else went wrong keeps its status.
    """

    def middleware(request):
        if autosave.HEADER not in request.headers:
            return get_response(request)
        typing = request.headers[autosave.HEADER] == autosave.TYPING
        token = autosave.under_way.set(autosave.Autosave(typing=typing))
        try:
            response = get_response(request)
            return _in_a_word(response, autosave.under_way.get())
        finally:
            autosave.under_way.reset(token)

    return middleware


def _in_a_word(response, noted):
    status = _status(response, noted)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return response
    answer = JsonResponse({"versions": noted.versions, "theirs": noted.theirs}, status=status)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _status(response, noted) -> int:
    if noted.theirs:
        return HTTPStatus.CONFLICT
    stored = HTTPStatus(response.status_code).is_redirection
    return HTTPStatus.OK if stored else response.status_code


def acknowledge(get_response):
    """Name the draft a form was sent with, once its words are stored; the browser then lets it go.

    A draft is what a browser keeps, encrypted, until the server has it (static/js/drafts.js). A
    redirect is how every form here says that all is stored; one to the door does not.
    """

    def middleware(request):
        response = get_response(request)
        draft = request.POST.get("draft", "") if request.method == "POST" else ""
        stored = response.status_code == HTTPStatus.FOUND and request.user.is_authenticated
        if stored and draft.isascii() and draft.isalnum():
            response.set_cookie("stored", draft[:64], max_age=60, samesite="Lax")
        return response

    return middleware
