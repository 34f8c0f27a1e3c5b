"""Two tabs without JavaScript: the second sees both texts."""

import pytest
from django.urls import reverse

from tests.factories import make_perspective, make_rejection, make_request


@pytest.fixture
def second_tab(alice_client, alice):
    """What comes back to a tab that was opened before its text was stored from elsewhere."""
    rejection = make_rejection(alice)
    make_perspective(rejection, words="One, <b>then</b>\nmore.", not_seen="The same", version=2)

    def send(**typed):
        address = reverse("perspective:page", args=[rejection.pk])
        answer = alice_client.post(address, typed | {"version": 1})
        assert answer.status_code == 422
        return answer.text

    return send


def test_the_other_text_stands_by_mine(second_tab):
    html = second_tab(words="Another", not_seen="The same")
    assert ">\nAnother</textarea>" in html
    assert 'aria-label="The other text: In words">One, &lt;b&gt;then&lt;/b&gt;\nmore.</div>' in html


def test_what_is_the_same_in_both_is_not_shown_twice(second_tab):
    assert second_tab(words="Another", not_seen="The same").count("The other text:</p>") == 1


def test_what_differs_is_not_folded_away(second_tab):
    opened = '<details class="fold" open>\n        <summary>What they looked at'
    assert opened in second_tab(not_seen="Mine", words="")
    assert opened not in second_tab(not_seen="The same", words="")


def test_an_emptied_text_is_said_to_be_empty(alice_client, alice):
    request = make_request(make_rejection(alice).interview, subject="S", letter="", version=2)
    typed = {"subject": "S", "letter": "Mine", "version": 1}
    answer = alice_client.post(reverse("feedback:letter", args=[request.pk]), typed)
    assert answer.status_code == 422
    assert ">(nothing)</div>" in answer.text
