from django.shortcuts import render

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
