import re
from datetime import date
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from journal.models import Closing, Contact, Feedback, Holding, Priority, Verdict
from tests.factories import (
    make_contact,
    make_evidence,
    make_feedback,
    make_gap,
    make_interview,
    make_perspective,
    make_problem,
    make_rejection,
    make_request,
    make_round,
)


@pytest.fixture
def interview(alice):
    """An entry with something in each of its places."""
    rejection = make_rejection(alice, message="We will not go on, Alice.\n\nMaria at Fernwood")
    interview = rejection.interview
    interview.store(note="Found by a friend.")
    maria = make_contact(interview, "Maria Ortega", Contact.Part.RECRUITER)
    make_round(interview, how_it_went="I *liked* the round.", rating_after=2)
    seen = {"not_seen": "My mentoring.", "saw_technical": True}
    make_perspective(rejection, words="It stings.", feeling=2, **seen)
    feedback = make_feedback(interview, contact=maria)
    make_evidence(feedback, "Drew before asking", make_gap(alice, "Ask first"), note="True.")
    make_feedback(interview, "Sleep more.", source=Feedback.Source.OWN, aspect="change")
    reads = {"they_care_about": "Scale", "want_this_work": "no"}
    make_problem(alice, interview, title="Rate limiter", went_wrong="Ran out of time.", **reads)
    mine = {"owner": alice}
    judged = {"wanted": "no", "again": "later", "again_from": date(2031, 5, 3)}
    verdict = Verdict.objects.create(**mine, interview=interview, words="Too big.", **judged)
    wish = Priority.objects.create(**mine, name="Remote")
    Holding.objects.create(**mine, verdict=verdict, priority=wish, answer="partly")
    felt = {"take": "Their care.", "leave": "The rush.", "feeling_now": 4}
    Closing.objects.create(**mine, rejection=rejection, **felt)
    return interview


def text(client, name, row, **query) -> str:
    return client.get(reverse(f"copying:{name}_file", args=[row.pk], query=query)).text


def test_an_entry_is_whole_and_in_the_order_of_the_path(alice_client, interview):
    in_order = [
        "# Fernwood Robotics",
        "Found by a friend.",
        "I *liked* the round.",
        "> We will not go on, Alice.\n>\n> Maria at Fernwood",
        "Low",
        "It stings.",
        "Mostly looked at technical work.",
        "My mentoring.",
        "> Wrote clean code. Drew before asking.",
        "- Gap: Ask first · “Drew before asking” · True.",
        "Sleep more.",
        "### Rate limiter",
        "Ran out of time.",
        "- It says they care about: Scale",
        "- Is that what I want to work on: No",
        "- Would I have wanted it: No",
        "- Would I go again: Later, from 3 May 2031",
        "- Remote: Partly",
        "Too big.",
        "Their care.",
        "The rush.",
        "Okay",
    ]
    whole = text(alice_client, "entry", interview, names="on")
    places = [whole.find(each) for each in in_order]
    assert -1 not in places
    assert places == sorted(places)


def test_names_are_left_out_unless_ticked(alice_client, interview):
    without = text(alice_client, "entry", interview)
    assert not re.search("fernwood|robotics|maria|ortega|alice", without, re.IGNORECASE)
    assert "> We will not go on, [me].\n>\n> [recruiter] at [employer]" in without


def test_whoever_is_not_asked_how_it_feels_is_not_told(alice, alice_client, interview):
    type(alice).objects.update(check_ins=False)
    whole = text(alice_client, "entry", interview)
    assert "It stings." in whole
    assert not re.search("^(Low|Okay)$", whole, re.MULTILINE)


def test_an_empty_entry_has_no_empty_heading(alice, alice_client):
    bare = text(alice_client, "entry", make_interview(alice, role=""), names="on")
    assert bare == "# Fernwood Robotics\n\n- Still open\n"


def test_a_gap(alice, alice_client, interview):
    gap = alice.gaps.get()
    gap.actions.create(owner=alice, text="Ask three questions first")
    said = text(alice_client, "gap", gap, names="on")
    assert said.startswith(f"# Ask first\n\n- Technical gap\n- {gap.standing().summary()}\n")
    assert "bound method" not in said
    assert "> Drew before asking\n\nFernwood Robotics: Maria Ortega, " in said
    assert "- Ask three questions first" in said
    assert "Maria" not in text(alice_client, "gap", gap)


def test_a_letter(alice_client, interview):
    contact = interview.contacts.get()
    letter = make_request(interview, subject="Feedback?", letter="Hi Maria,\n\n?", contact=contact)
    said = text(alice_client, "letter", letter, names="on")
    assert said.startswith("# Feedback?\n\n- To Maria Ortega\n- Fernwood Robotics, ")
    assert said.endswith("\n\nHi Maria,\n\n?\n")
    assert "Hi [recruiter],\n\n?" in text(alice_client, "letter", letter)


@pytest.mark.parametrize("code", ["def a():\n    return 1", "a = '```'\n\n    b = '````'"])
def test_code_stays_as_it_was_typed(alice, alice_client, code):
    interview = make_interview(alice)
    make_problem(alice, interview, answered=code, kind="coding")
    page = alice_client.get(reverse("copying:entry", args=[interview.pk]))
    assert code in page.context["copy"].text
    (shown,) = re.findall("<pre[^>]*>(.*?)</pre>", page.context["looks"], re.DOTALL)
    assert unescape(re.sub("<[^>]+>", "", shown)).strip("\n") == code


def test_the_page_shows_it_as_paper_would_and_as_markdown(alice_client, interview):
    page = alice_client.get(reverse("copying:entry", args=[interview.pk]), {"names": "on"})
    assert "<em>liked</em>" in page.context["looks"]
    assert "I *liked* the round." in page.text
    assert f"{reverse('copying:entry_file', args=[interview.pk])}?names=on" in page.text


def test_each_page_leads_there(alice_client, interview):
    rejection = interview.rejections.get()
    address = reverse("copying:entry", args=[interview.pk])
    for name, pk in (("interviews:detail", interview.pk), ("path:page", rejection.pk)):
        assert address in alice_client.get(reverse(name, args=[pk])).text
    gap = interview.owner.gaps.get().pk
    page = alice_client.get(reverse("gaps:detail", args=[gap])).text
    assert reverse("copying:gap", args=[gap]) in page


def test_queries_do_not_grow_with_rows(alice, alice_client, interview):
    def queries() -> int:
        with CaptureQueriesContext(connection) as asked:
            text(alice_client, "entry", interview)
            text(alice_client, "gap", alice.gaps.get(name="Ask first"))
        return len(asked)

    before, verdict = queries(), interview.verdicts.get()
    for number in range(5):
        round_ = make_round(interview, order=number)
        contact = make_contact(interview, f"Person {number}", round=round_)
        feedback = make_feedback(interview, contact=contact, round=round_)
        make_evidence(feedback, "clean code", alice.gaps.get(name="Ask first"))
        make_problem(alice, interview, title=f"Problem {number}", round=round_)
        wish = Priority.objects.create(owner=alice, name=f"Wish {number}")
        Holding.objects.create(owner=alice, verdict=verdict, priority=wish, answer="yes")
    assert queries() == before
