import pytest
from django.urls import reverse

from journal.models import Version
from journal.ownership.models import Written
from journal.ownership.trash import move_to_trash
from journal.versions.places import WRITTEN_AT
from tests.factories import make_employer, make_rejection


@pytest.fixture
def perspective(alice, alice_client):
    """Words that were written over once."""
    rejection = make_rejection(alice)
    address = reverse("perspective:page", args=[rejection.pk])
    alice_client.post(address, {"words": "It stings today.", "version": 0})
    alice_client.post(address, {"words": "It stings less.", "version": 1})
    return rejection.perspectives.get()


@pytest.fixture
def address(perspective):
    return reverse("versions:page", args=["perspective", perspective.pk, "words"])


@pytest.fixture
def bring_back(perspective):
    return reverse("versions:bring_back", args=[Version.objects.get().pk])


def test_the_form_leads_there(alice_client, perspective, address):
    page = alice_client.get(reverse("perspective:page", args=[perspective.rejection_id])).text
    assert page.count("Earlier versions") == 1
    assert address in page


def test_it_shows_what_went_and_what_came(alice_client, address):
    page = alice_client.get(address)
    assert [each.text for each in page.context["passages"]] == ["It stings ", "today.", "less."]


def test_bringing_back_keeps_what_stood_there(alice_client, perspective, bring_back):
    answer = alice_client.post(bring_back)
    assert answer.url == reverse("perspective:page", args=[perspective.rejection_id])
    perspective.refresh_from_db()
    assert (perspective.words, perspective.version) == ("It stings today.", 3)
    assert "It stings today." in perspective.rendered("words")
    assert [version.text for version in Version.objects.order_by("pk")] == [
        "It stings today.",
        "It stings less.",
    ]


def test_another_tab_hears_of_it(alice_client, perspective, bring_back):
    alice_client.post(bring_back)
    typed = {"words": "From another tab", "version": 2}
    page = reverse("perspective:page", args=[perspective.rejection_id])
    assert alice_client.post(page, typed).status_code == 422


def test_a_stranger_gets_404(bob_client, address, bring_back):
    assert bob_client.get(address).status_code == 404
    assert bob_client.post(bring_back).status_code == 404


@pytest.mark.parametrize(
    "about",
    [
        ("user", "password"),
        ("perspective", "owner"),
        ("perspective", "words_html"),
        ("version", "text"),
    ],
)
def test_only_texts_have_versions(alice_client, perspective, about):
    kind, field = about
    address = reverse("versions:page", args=[kind, perspective.pk, field])
    assert alice_client.get(address).status_code == 404


def test_nothing_of_what_is_in_the_trash(alice_client, perspective, address, bring_back):
    move_to_trash(perspective.rejection.interview)
    assert alice_client.get(address).status_code == 404
    assert alice_client.post(bring_back).status_code == 404


@pytest.mark.parametrize("query", ["version=x", "version=-1", f"version={'9' * 30}", "page=x"])
def test_a_strange_query_shows_the_page(alice_client, address, query):
    assert alice_client.get(f"{address}?{query}").status_code == 200


def test_bringing_back_is_no_get(alice_client, bring_back):
    assert alice_client.get(bring_back).status_code == 405


def test_with_none_yet_it_says_what_will_be_there(alice, alice_client):
    employer = make_employer(alice)
    page = alice_client.get(reverse("versions:page", args=["employer", employer.pk, "note"])).text
    assert "What you write over will wait here" in page


def test_every_kind_of_text_has_a_place():
    """A new table of texts belongs in places.py."""
    kinds = {model for model in _written() if not model._meta.abstract}
    assert kinds == set(WRITTEN_AT)


def _written():
    waiting = [Written]
    while waiting:
        model = waiting.pop()
        waiting.extend(model.__subclasses__())
        yield model
