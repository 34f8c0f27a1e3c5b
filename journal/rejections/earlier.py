"""Earlier rejections brought in together, and taken out together."""

from uuid import UUID

from django.db import transaction

from journal.employers.models import Employer
from journal.interviews.models import Interview
from journal.ownership.hanging import below
from journal.ownership.models import Undo
from journal.ownership.trash import move_to_trash
from journal.rejections.models import Rejection

# An act that can be taken back; the note's own uid is the token of the page that filed them.
EARLIER = "earlier"


def noted(person, token: UUID) -> Undo | None:
    return Undo.objects.filter(owner=person, act=EARLIER, uid=token).first()


def note(person, token: UUID, interviews: list[Interview], employers: list[Employer]) -> Undo:
    made = {
        "interviews": [str(each.uid) for each in interviews],
        "employers": [str(each.uid) for each in employers],
    }
    return Undo.objects.create(owner=person, act=EARLIER, uid=token, made=made)


@transaction.atomic
def take_out(filed: Undo) -> None:
    """They are gone, as if never filed; what was written on meanwhile goes to the trash."""
    mine = {"owner": filed.owner_id}
    for interview in Interview.objects.filter(**mine, uid__in=filed.made["interviews"]):
        if _is_as_filed(interview):
            interview.delete()
        else:
            move_to_trash(interview)
    for employer in Employer.objects.filter(**mine, uid__in=filed.made["employers"]):
        used = Interview.with_trash.filter(employer=employer).exists()
        if not (used or employer.note or employer.site):
            employer.delete()
    Undo.objects.filter(pk=filed.pk).delete()


def _is_as_filed(interview: Interview) -> bool:
    rejection = Rejection.with_trash.filter(interview=interview).first()
    is_as_it_was = rejection and rejection.kept and rejection.version == interview.version == 1
    return bool(is_as_it_was) and not _holds_more(interview, rejection)


def _holds_more(interview: Interview, rejection: Rejection) -> bool:
    """Something else hangs off it."""
    held = [
        model.with_trash.filter(owner=interview.owner_id, **{key: row.pk})
        for row in (interview, rejection)
        for model, key in below(type(row))
        if model is not Rejection and model._meta.get_field(key).related_model is type(row)
    ]
    return any(rows.exists() for rows in held)
