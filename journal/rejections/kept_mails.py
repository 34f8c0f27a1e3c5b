"""A mail that was read, kept for as long as somebody looks at what was read off it.

None of it is in the journal. It lies in the cache, sealed with a key that stands in the address of
its page and nowhere else, for an hour, a few of each person.
"""

import json
import secrets
from base64 import urlsafe_b64encode
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from hashlib import sha256

from cryptography.fernet import Fernet, InvalidToken
from django.core.cache import cache

AN_HOUR = 3600
SO_MANY = 8


@dataclass(frozen=True)
class Kept:
    """What was posted, a file in base64; what was made of it, and whether that was refused."""

    posted: dict[str, str]
    file: str = ""
    corrected: dict[str, str] = field(default_factory=dict)
    refused: bool = False


def keep(person, kept: Kept, key: str = "") -> str:
    if not key:
        key = secrets.token_urlsafe(24)
        _make_room(person, _place(person, key))
    sealed = _lock(key).encrypt(json.dumps(asdict(kept)).encode())
    cache.set(_place(person, key), sealed, AN_HOUR)
    return key


def find(person, key: str) -> Kept | None:
    sealed = cache.get(_place(person, key)) if key else None
    with suppress(InvalidToken):
        return Kept(**json.loads(_lock(key).decrypt(sealed))) if sealed else None
    return None


def _make_room(person, place: str) -> None:
    """The oldest goes, where there are so many."""
    list_of_them = f"mails:{person.pk}"
    places = [*cache.get(list_of_them, []), place]
    cache.delete_many(places[:-SO_MANY])
    cache.set(list_of_them, places[-SO_MANY:], AN_HOUR)


def _place(person, key: str) -> str:
    return f"mail:{person.pk}:{_digest(f'place {key}').hex()[:32]}"


def _lock(key: str) -> Fernet:
    return Fernet(urlsafe_b64encode(_digest(f"lock {key}")))


def _digest(said: str) -> bytes:
    return sha256(said.encode("utf-8", "replace")).digest()
