import re
import unicodedata
from hashlib import sha256

from django.db import migrations

UNDRAWN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
)
BREAKS = re.compile(r"[\x01-\x1f\x7f-\x9f\u2028\u2029]")
LONGEST_NAME, LONGEST_KEY = 200, 600
ALONE = {
    "Employer": ["owner_id"],
    "Gap": ["owner_id", "is_strength"],
    "Priority": ["owner_id"],
}


def drawn(name):
    return UNDRAWN.sub("", BREAKS.sub(" ", name)).replace("\u2800", " ")


def folded(name):
    key = unicodedata.normalize("NFKC", drawn(name)).casefold()
    return unicodedata.normalize("NFKC", " ".join(drawn(key).split()))


def key_of(name):
    key = ""
    while key != (again := folded(key or name)):
        key = again
    if len(key) <= LONGEST_KEY:
        return key
    rest = sha256(key.encode()).hexdigest()
    return key[: LONGEST_KEY - len(rest)] + rest


def old_key_of(name):
    return " ".join(unicodedata.normalize("NFC", name).casefold().split())


def fold(apps, _):
    """Names alike but for what is not drawn are one from now on: of two, the later has a number."""
    for model, alone in ALONE.items():
        rows = apps.get_model("journal", model)._base_manager
        fields = ["pk", "name", "name_key", "trash_id", *alone]
        all_rows = sorted(
            rows.values(*fields).iterator(),
            key=lambda row: (row["name_key"] != key_of(row["name"]), row["pk"]),
        )
        taken = set()
        for row in all_rows:
            place = tuple(row[name] for name in alone)
            name, key = row["name"], key_of(row["name"])
            if row["trash_id"] is None:
                name, key = another(name, key, place, taken)
                taken.add((*place, key))
            if (name, key) != (row["name"], row["name_key"]):
                rows.filter(pk=row["pk"]).update(name=name, name_key=key)


def another(name, key, place, taken):
    """ "Café (2)" where there is one; no word of a name is cut off for it."""
    first, number = name, 1
    while (*place, key) in taken:
        number += 1
        name = f"{first} ({number})"
        key = key_of(name)
        if len(name) > LONGEST_NAME:
            name, key = first, f"{key[: LONGEST_KEY - 12]} ({number})"
    return name, key


def unfold(apps, _):
    for model in ALONE:
        rows = apps.get_model("journal", model)._base_manager
        for row in rows.values("pk", "name").iterator():
            rows.filter(pk=row["pk"]).update(name_key=old_key_of(row["name"]))


class Migration(migrations.Migration):
    dependencies = [("journal", "0014_no_more_posted")]

    operations = [migrations.RunPython(fold, unfold)]
