"""What a form sent and nothing stored, on a page that sends it once more."""

from accounts import page_owner


def typed(request) -> list[tuple[str, str]] | None:
    """What a form sent, to be sent once more; none where a password is in it.

    Where nobody is signed in it still names who it belongs to; a page of theirs does so anyway.
    """
    sent = [(name, text) for name, texts in request.POST.lists() for text in texts]
    if any("password" in name for name, _ in sent):
        return None
    fresh = {"csrfmiddlewaretoken"}
    if request.user.is_authenticated:
        fresh.add(page_owner.FIELD)
    return [(name, text) for name, text in sent if name not in fresh]
