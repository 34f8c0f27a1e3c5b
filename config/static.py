import hashlib

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from whitenoise.storage import CompressedManifestStaticFilesStorage

# What libraries bring along and no page of ours asks for: half the time to compress.
UNUSED = ["django_htmx/*", "mfa/*", "jquery.js", "select2.full.js", "xregexp.js"]


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Every file under the hash of what it holds, also where one script imports another."""

    support_js_module_import_aggregation = True


def collect() -> None:
    """Hashes and compresses static files, where they changed since the last time."""
    now = _fingerprint()
    before = settings.STATIC_ROOT / "fingerprint.txt"
    if before.exists() and before.read_text() == now:
        return
    call_command(
        "collectstatic", interactive=False, clear=True, verbosity=0, ignore_patterns=UNUSED
    )
    before.write_text(now)


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list(UNUSED):
            about = (path, storage.size(path), storage.get_modified_time(path).timestamp())
            digest.update(repr(about).encode())
    return digest.hexdigest()
