"""What a browser asks for to keep Upturn beside its other programs: nobody's, and public."""

import hashlib
import json

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.urls import reverse
from django.utils.csp import CSP
from django.views.decorators.csp import csp_override
from django.views.decorators.http import condition

NAME = "Upturn"
WHAT_IT_IS = "A private journal for making the most of an interview rejection."
PAPER = "#faf6ef"  # a manifest has one colour; pages name that of the dark mode too
ICONS = (
    ("icons/icon-192.png", "192x192", "any"),
    ("icons/icon-512.png", "512x512", "any"),
    ("icons/maskable-512.png", "512x512", "maskable"),
)
# What the offline page is made of.
FILES = (
    "css/tokens.css",
    "css/base.css",
    "css/components.css",
    "icon.svg",
    "vendor/figtree-5.3.0/figtree-latin-wght-normal.woff2",
    "vendor/literata-5.3.0/literata-latin-wght-normal.woff2",
)
SOURCE = settings.BASE_DIR / "static" / "js" / "worker.js"


@login_not_required
def manifest(_request):
    about = {
        "id": "/",
        "name": NAME,
        "short_name": NAME,
        "description": WHAT_IT_IS,
        "lang": "en",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "background_color": PAPER,
        "theme_color": PAPER,
        "icons": [
            {"src": static(path), "sizes": sizes, "type": "image/png", "purpose": purpose}
            for path, sizes, purpose in ICONS
        ],
        "shortcuts": [
            {"name": "They said no", "url": reverse("rejections:new")},
            {"name": "New interview", "url": reverse("interviews:new")},
        ],
    }
    return JsonResponse(about, content_type="application/manifest+json")


@login_not_required
def offline(request):
    """What is seen where the network fails. The worker keeps it, so it says nothing of anybody."""
    return render(request, "offline.html")


def _script() -> str:
    """The worker; another one as soon as the page, or a file it is made of, is another."""
    known = {
        "VERSION": hashlib.sha256(render_to_string("offline.html").encode()).hexdigest()[:12],
        "PAGE": reverse("offline"),
        "FILES": [static(path) for path in FILES],
    }
    lines = [f"const {name} = {json.dumps(value)};\n" for name, value in known.items()]
    return "".join(lines) + SOURCE.read_text()


def _etag(_request) -> str:
    return f'"{hashlib.sha256(_script().encode()).hexdigest()}"'


@login_not_required
@csp_override({"default-src": [CSP.NONE], "connect-src": [CSP.SELF]})
@condition(etag_func=_etag)
def worker(_request):
    headers = {"Cache-Control": "no-cache"}
    return HttpResponse(_script(), content_type="text/javascript", headers=headers)
