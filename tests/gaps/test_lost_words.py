"""A feedback was corrected, and what was marked in it stands there no more."""

import pytest
from django.urls import reverse

from tests.factories import make_evidence, make_feedback, make_gap
from tests.gaps.material import CLEAN, FEEDBACK, PROMPT

LONG_GONE = "What they wrote at first."


@pytest.fixture
def gap(alice):
    return make_gap(alice)


@pytest.fixture
def released(feedback, gap):
    """A quote whose words were taken out of the text, and left so."""
    before = make_feedback(feedback.interview, LONG_GONE)
    row = make_evidence(before, LONG_GONE, gap)
    row.store(feedback=feedback)
    return row


def edit(client, feedback, text):
    feedback.refresh_from_db()
    fields = {"text": text, "source": feedback.source, "version": feedback.version}
    return client.post(reverse("feedback:edit", args=[feedback.pk]), fields)


@pytest.mark.usefixtures("released")
def test_a_quote_let_go_once_is_not_asked_for_again(alice_client, feedback, gap):
    assert edit(alice_client, feedback, f"{FEEDBACK} Yours, Ana").status_code == 302
    make_evidence(feedback, CLEAN, gap)
    answer = edit(alice_client, feedback, FEEDBACK.replace(CLEAN, ""))
    assert answer.status_code == 422
    assert [each.quote for each in answer.context["form"].homeless] == [CLEAN]


def test_the_page_of_the_gap_says_whose_words_are_gone(alice_client, feedback, gap, released):
    standing = make_evidence(feedback, PROMPT, gap)
    learn = reverse("gaps:learn", args=[feedback.interview.rejections.get().pk])
    html = alice_client.get(reverse("gaps:detail", args=[gap.pk])).content.decode()
    assert html.count("These words are no longer in the feedback.") == 1
    assert f'"{learn}#mark-{standing.pk}"' in html
    assert f'"{learn}#feedback-{feedback.pk}"' in html
    assert f"#mark-{released.pk}" not in html
    there = alice_client.get(learn).content.decode()
    assert f'id="mark-{standing.pk}"' in there
    assert f'id="feedback-{feedback.pk}"' in there


def test_words_that_stand_elsewhere_are_said_to(alice_client, feedback, gap):
    make_evidence(feedback, CLEAN, gap, before="something else", after="and else")
    html = alice_client.get(reverse("gaps:detail", args=[gap.pk])).content.decode()
    assert "These words stand elsewhere in the feedback since it was changed." in html
