from django.conf import settings
from django.db import connection
from django.db.utils import Error
from django.http import HttpResponse

from journal.reminders.watch import worker_is_alive


def health(get_response):
    """Answers /healthz before hosts and redirects are judged: probes come by any address."""

    def middleware(request):
        return healthz() if request.path == "/healthz" else get_response(request)

    return middleware


def healthz() -> HttpResponse:
    """200 if the database answers and, where a worker is expected, one was at work just now."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM django_migrations LIMIT 1")
        silent = settings.EXPECTS_WORKER and not worker_is_alive()
    except Error:
        return _answer("The database does not answer.", 503)
    return _answer("The reminder worker is silent.", 503) if silent else _answer("ok", 200)


def _answer(text: str, status: int) -> HttpResponse:
    return HttpResponse(text, status=status, content_type="text/plain")
