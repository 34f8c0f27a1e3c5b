"""Who to ask first."""

from django.db.models import Case, Q, QuerySet, Value, When

from journal.interviews.models import Contact


def in_order(contacts: QuerySet[Contact]) -> QuerySet[Contact]:
    """Who was in a round and can be reached; then the recruiter; then whose address is unknown."""
    recruiter, reachable = Q(part=Contact.Part.RECRUITER), ~Q(address="")
    rank = Case(
        When(~recruiter & reachable, then=Value(0)),
        When(recruiter & reachable, then=Value(1)),
        When(recruiter, then=Value(2)),
        default=Value(3),
    )
    return contacts.select_related("round").order_by(rank, "pk")


def says(contact: Contact) -> str:
    """ "Maria Ortega, interviewer, coding" """
    met_in = contact.round.get_kind_display().lower() if contact.round else ""
    part = contact.get_part_display().lower()
    return ", ".join(filter(None, [contact.name, part, met_in if met_in != part else ""]))
