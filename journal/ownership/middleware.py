import logging
from http import HTTPStatus

from django.db import IntegrityError
from django.http import JsonResponse
from django.shortcuts import render

from accounts.sent_again import typed
from journal.ownership import autosave
from journal.ownership.models import Conflict, InTrash

# Hidden fields, which nobody types into; a form's prefix may stand before their names.
OF_THE_PAGE = {"version", "loaded", "token", "draft"}
logger = logging.getLogger("django.request")


class AnswerConflicts:
    """Two savings met: the second gets a page that says so, and its words are one Back away."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        if isinstance(exception, Conflict):
            return render(request, "409.html", status=HTTPStatus.CONFLICT)
        if isinstance(exception, InTrash):
            return _is_in_the_trash(request)
        if isinstance(exception, IntegrityError) and autosave.HEADER in request.headers:
            return _cannot_be_stored(request)
        return None


def _is_in_the_trash(request):
    """A page that saves by itself knows 410; from any other, the words are shown."""
    saves_itself = autosave.HEADER in request.headers
    status = HTTPStatus.GONE if saves_itself else HTTPStatus.CONFLICT
    context = {"typed_words": typed_words(request)}
    return render(request, "in_trash.html", context, status=status)


def _cannot_be_stored(request):
    """A fault of ours that trying again does not mend: it is logged, and told in JSON."""
    logger.error("Internal Server Error: %s", request.path, exc_info=True)
    answer = JsonResponse({"versions": {}, "theirs": {}}, status=HTTPStatus.INTERNAL_SERVER_ERROR)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def typed_words(request) -> list[str]:
    """What somebody wrote in what was sent: whatever holds a letter, without what the page sends of
    its own. A choice is among it, for nothing tells one from a word by its looks."""
    sent = typed(request) or []
    written = [text for name, text in sent if name.rpartition("-")[2] not in OF_THE_PAGE]
    return [text for text in written if any(letter.isalpha() for letter in text)]


def answer_autosave(get_response):
    """Tell a page that saves by itself, in a word, what came of it.

    200 saved · 401 signed out · 409 another text stands there by now (`theirs`) · 422 something on
    the page cannot be stored · 410 it is in the trash. Each carries `versions`; whatever else went
    wrong keeps its status. A 500 in JSON says that trying again is of no use.
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
