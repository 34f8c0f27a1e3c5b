from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig
from django.views.defaults import bad_request


def refused(request, exception):
    """What could not be read. Django answers 400 where the standard has 413, too much at once."""
    response = bad_request(request, exception)
    if isinstance(exception, RequestDataTooBig):
        response.status_code = HTTPStatus.CONTENT_TOO_LARGE
    return response
