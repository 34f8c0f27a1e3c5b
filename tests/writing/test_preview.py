import pytest
from django.apps import apps
from django.test import Client
from django.urls import reverse

from journal.practice.fields import LONGEST
from tests.factories import make_feedback, make_interview, make_problem, make_rejection
from tests.hanging import hang_guard
from tests.hostile_prose import families

PREVIEW = reverse("writing:preview")


def everything() -> dict:
    models = [each for each in apps.get_models() if each._meta.app_label == "journal"]
    return {model.__name__: list(model._base_manager.values()) for model in models}


def test_it_looks_as_it_will_once_saved(alice_client, alice):
    rejection = make_rejection(alice)
    text = "I **froze**:\n\n- on the lock\n\n```python\nx = 1\n```"
    page = reverse("perspective:page", args=[rejection.pk])
    alice_client.post(page, {"words": text, "version": 0})
    shown = alice_client.post(PREVIEW, {"text": text})
    assert shown.status_code == 200
    assert "<strong>froze</strong>" in shown.text
    assert rejection.perspectives.get().rendered("words") in shown.text


def test_nothing_is_stored(alice_client, alice):
    make_rejection(alice)
    before = everything()
    assert "A thought" in alice_client.post(PREVIEW, {"text": "A thought", "draft": "abc"}).text
    assert everything() == before


def test_it_is_a_fragment_that_no_cache_keeps(alice_client):
    shown = alice_client.post(PREVIEW, {"text": "Mine"})
    assert shown.text.strip() == "<p>Mine</p>"
    assert "no-store" in shown.headers["Cache-Control"]


def test_its_lines_are_those_that_were_typed(alice_client):
    shown = alice_client.post(PREVIEW, {"text": "So:\r\n- a\r\n- b"}).text
    assert shown.count("<li>") == 2


@pytest.mark.parametrize("typed", [{}, {"text": ""}, {"text": " \n "}])
def test_of_nothing(alice_client, typed):
    shown = alice_client.post(PREVIEW, typed)
    assert shown.status_code == 200
    assert "Nothing is written yet." in shown.text


@pytest.mark.parametrize(
    ("text", "harmless"),
    [
        ("<script>alert(1)</script>", "&lt;script&gt;"),
        ("[a](javascript:alert(1))", ">[a](javascript:alert(1))<"),
        ("![a](https://tracker.example/a.png)", 'href="https://tracker.example/a.png"'),
    ],
)
def test_what_is_hostile_is_harmless(alice_client, text, harmless):
    shown = alice_client.post(PREVIEW, {"text": text}).text
    assert harmless in shown
    assert not [each for each in ("<script", "<img", 'href="javascript') if each in shown]


@pytest.mark.parametrize("family", ["open brackets", "links in links", "nested quotes"])
def test_100_kb_that_hang_other_renderers(alice_client, family):
    text = families()[family]
    with hang_guard():
        assert alice_client.post(PREVIEW, {"text": text}).status_code == 200


def test_more_than_a_field_can_hold_is_said(alice_client):
    assert alice_client.post(PREVIEW, {"text": "a" * LONGEST}).status_code == 200
    shown = alice_client.post(PREVIEW, {"text": "a" * (LONGEST + 1)})
    assert shown.status_code == 422
    assert "Your words are still here" in shown.text


def test_a_null_character_is_no_server_error(alice_client):
    assert alice_client.post(PREVIEW, {"text": "a\x00b"}).status_code == 422


def test_who_is_not_signed_in_gets_none(client, alice):
    answer = client.post(PREVIEW, {"text": "**Mine**"})
    assert answer.status_code == 401
    assert "<strong>" not in answer.text


def test_it_needs_a_token(alice):
    client = Client(enforce_csrf_checks=True)
    client.force_login(alice)
    assert client.post(PREVIEW, {"text": "Mine"}).status_code == 403


def test_it_is_no_page(alice_client):
    assert alice_client.get(PREVIEW).status_code == 405


def boxes(client, name, *args) -> dict[str, bool]:
    """The boxes of a page, and whether they hold Markdown."""
    html = client.get(reverse(name, args=args)).text
    tags = [part.split(">")[0] for part in html.split("<textarea ")[1:]]
    return {tag.split('name="')[1].split('"')[0]: "data-markdown" in tag for tag in tags}


def test_my_own_words_are_markdown_and_what_others_wrote_is_not(alice, alice_client):
    rejection = make_rejection(alice)
    feedback = make_feedback(rejection.interview)
    problem = make_problem(alice, make_interview(alice))
    assert boxes(alice_client, "perspective:page", rejection.pk) == {
        "words": True,
        "not_seen": True,
    }
    assert boxes(alice_client, "closing:page", rejection.pk) == {"take": True, "leave": True}
    assert boxes(alice_client, "rejections:edit", rejection.pk) == {"message": False}
    assert boxes(alice_client, "feedback:edit", feedback.pk) == {"text": False}
    assert boxes(alice_client, "rejections:earlier") == {"lines": False}
    assert boxes(alice_client, "practice:edit", problem.pk) == {
        "question": True,
        "answered": True,
        "went_wrong": True,
    }
