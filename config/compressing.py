from django.middleware.gzip import GZipMiddleware


class CompressPages(GZipMiddleware):
    """A page that repeats what its address or a form said goes as it is.

    Whoever could choose those words could tell from its size what stands beside them (BREACH).
    """

    def process_response(self, request, response):
        if request.method != "GET" or request.GET:
            return response
        return super().process_response(request, response)
