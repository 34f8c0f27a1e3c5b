"""Whose page a form is on.

Beside its CSRF token each form names, opaquely, the person it was made for. A browser may belong to
somebody else by the time it is sent.
"""

FIELD = "signed_in_as"


def name(person) -> str:
    return person.draft_name


def is_anothers(request) -> bool:
    """A form that names nobody is of a page made by nobody signed in: its token vouches for it."""
    return bool(_named(request) - {name(request.user)})


def is_own(request) -> bool:
    return _named(request) == {name(request.user)}


def _named(request) -> set[str]:
    return {*request.POST.getlist(FIELD)}
