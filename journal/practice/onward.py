"""Where one goes on to: on with the session, back to the page one came from, or where it says."""

from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme, urlencode


def in_session(request) -> bool:
    return "session" in request.GET


def came_from(request) -> str:
    """The path on this site that the form or the address names."""
    path = request.POST.get("next") or request.GET.get("next", "")
    here = path.startswith("/") and url_has_allowed_host_and_scheme(path, allowed_hosts=None)
    return path if here else ""


def query(request) -> str:
    """What an address carries along, so that the end still knows."""
    kept = {"session": "1"} if in_session(request) else {}
    if path := came_from(request):
        kept["next"] = path
    return f"?{urlencode(kept)}" if kept else ""


def onward(request, *default):
    if in_session(request):
        return redirect("practice:session")
    path = came_from(request)
    return HttpResponseRedirect(path) if path else redirect(*default)
