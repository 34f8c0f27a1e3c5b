import hashlib

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.files.base import ContentFile
from django.core.files.storage import InMemoryStorage
from django.core.management import call_command
from whitenoise.storage import CompressedManifestStaticFilesStorage

from config.joining import OURS, joined

# What libraries bring along and no page of ours asks for: half the time to compress.
UNUSED = ["django_htmx/*", "mfa/*", "jquery.js", "select2.full.js", "xregexp.js"]


class HashedFiles(CompressedManifestStaticFilesStorage):
    """Every file under the hash of what it holds, and each script with those it imports."""

    support_js_module_import_aggregation = True

    def post_process(self, paths, *args, **options):
        whole = InMemoryStorage()
        ours = [name for name in paths if name.startswith(OURS) and name.endswith(".js")]
        for name in ours:
            whole.save(name, ContentFile(joined(name, _reader(paths))))
        joined_paths = {name: (whole, name) for name in ours}
        yield from super().post_process({**paths, **joined_paths}, *args, **options)


def _reader(paths):
    def read(name: str) -> str:
        storage, path = paths[name]
        with storage.open(path) as file:
            return file.read().decode()

    return read


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
