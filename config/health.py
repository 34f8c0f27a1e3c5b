from django.db import connection
from django.db.utils import Error
from django.http import HttpResponse


def health(get_response):
    """Answers /healthz before hosts and redirects are judged: probes come by any address."""

    def middleware(request):
        return healthz() if request.path == "/healthz" else get_response(request)

    return middleware


def healthz() -> HttpResponse:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM django_migrations LIMIT 1")
    except Error:
        return HttpResponse("The database does not answer.", status=503, content_type="text/plain")
    return HttpResponse("ok", content_type="text/plain")
