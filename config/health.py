from django.conf import settings
from django.db import connection
from django.db.utils import Error
from django.http import HttpResponse
from django.utils import timezone

from journal.reminders.watch import fare, told_to_probes


def health(get_response):
    """Answers /healthz before hosts and redirects are judged: probes come by any address."""

    def middleware(request):
        return healthz() if request.path == "/healthz" else get_response(request)

    return middleware


def healthz() -> HttpResponse:
    """200 if the database answers and, where a worker is expected, one was at work just now; below
    the verdict, a line each, how the mails fare."""
    now = timezone.now()
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM django_migrations LIMIT 1")
        found = fare(now)
    except Error:
        return _answer("The database does not answer.", 503)
    figures = told_to_probes(found, now)
    if settings.EXPECTS_WORKER and found.is_silent(now):
        return _answer(f"The reminder worker is silent.\n{figures}", 503)
    return _answer(f"ok\n{figures}", 200)


def _answer(text: str, status: int) -> HttpResponse:
    return HttpResponse(f"{text}\n", status=status, content_type="text/plain")
