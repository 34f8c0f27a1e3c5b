"""Letters in my own words: a wording kept, a nudge and a thank-you changed, another tone."""

from datetime import date

import pytest
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from journal.feedback.blanks import blanked, filled
from journal.feedback.letters import Letter, LetterFacts, Met, Tone, called, draft, one_line
from journal.models import FeedbackRequest, Version, Wording
from tests.factories import (
    make_contact,
    make_employer,
    make_interview,
    make_rejection,
    make_request,
    make_round,
    make_wording,
)

ASKED = {"state": "asked", "asked_on": date(2026, 11, 18), "nudge_on": date(2026, 11, 25)}


@pytest.fixture
def rejection(alice):
    employer = make_employer(alice, "Fernwood Robotics")
    return make_rejection(alice, make_interview(alice, employer, role="Backend Engineer"))


@pytest.fixture
def maria(rejection):
    coding = make_round(rejection.interview, "coding")
    return make_contact(rejection.interview, round=coding, address="maria@fernwood.example")


@pytest.fixture
def letter(rejection, maria):
    text = "Hi Maria,\n\nthe coding round at Fernwood Robotics stays with me."
    return make_request(rejection.interview, contact=maria, letter=text, subject="The coding round")


def url(name, row):
    return reverse(f"feedback:{name}", args=[row.pk])


def ask(client, rejection, **said):
    form = {"tone": "own", "channel": "mail", "part": "recruiter", **said}
    client.post(reverse("feedback:draft", args=[rejection.pk]), form)
    return FeedbackRequest.objects.latest("pk")


def test_a_letter_is_kept_as_my_wording_and_the_next_starts_from_it(
    alice, alice_client, letter, rejection
):
    form = {"subject": letter.subject, "letter": letter.letter, "keep": "yes"}
    page = alice_client.post(url("letter", letter), form, follow=True).content.decode()
    assert "Kept as your own wording: “Asking an interviewer”." in page
    own = alice.wordings.get()
    assert own.text == "Hi {name},\n\n{round} at {employer} stays with me."
    jun = make_contact(
        rejection.interview,
        "Jun Park",
        round=make_round(rejection.interview, "system_design"),
        address="jun@fernwood.example",
    )
    asking = alice_client.get(reverse("feedback:ask", args=[rejection.pk])).content.decode()
    assert "My own wording" in asking
    assert url("wording", own) in asking
    next_one = ask(alice_client, rejection, whom=jun.pk)
    assert next_one.letter == (
        "Hi Jun,\n\nthe system design round at Fernwood Robotics stays with me."
    )
    assert next_one.is_as_drafted


def test_kept_anew_the_earlier_wording_is_a_version(alice, alice_client, letter):
    before = make_wording(alice)
    form = {"subject": "", "letter": "Dear {name}, Maria, go.", "keep": "yes"}
    alice_client.post(url("letter", letter), form)
    own = alice.wordings.get()
    assert own.pk == before.pk
    assert own.text == "Dear {name}, {name}, go."
    assert Version.objects.get(of=own.uid, field="text").text == before.text


def test_without_a_wording_none_is_offered(alice, alice_client, rejection):
    page = reverse("feedback:ask", args=[rejection.pk])
    assert "My own wording" not in alice_client.get(page).content.decode()
    make_wording(alice, "interviewer_nudge")
    assert "My own wording" not in alice_client.get(page).content.decode()


@pytest.mark.parametrize(
    ("kept", "preselected"),
    [
        ({"kind": "interviewer"}, "own"),
        ({"kind": "interviewer", "short": True}, "warm"),
        ({"kind": "interviewer_call"}, "warm"),
        ({"kind": "recruiter"}, "warm"),
    ],
)
def test_it_is_preselected_only_for_a_letter_of_its_kind(alice_client, maria, kept, preselected):
    make_wording(maria.owner, **kept)
    rejection = maria.interview.rejections.get()
    form = alice_client.get(reverse("feedback:ask", args=[rejection.pk])).context["form"]
    assert form["tone"].value() == preselected
    assert ("own", "My own wording") in form.fields["tone"].choices


def test_where_a_call_was_offered_a_wording_of_a_yes_is_preselected(alice, alice_client):
    message = "Happy to share some feedback on a quick call if helpful."
    rejection = make_rejection(alice, message=message)
    page = reverse("feedback:ask", args=[rejection.pk])
    make_wording(alice, "recruiter")
    assert alice_client.get(page).context["form"]["tone"].value() == "warm"
    make_wording(alice, "recruiter_call")
    assert alice_client.get(page).context["form"]["tone"].value() == "own"


OTHERS = [
    {"interviewer_offered": "on"},
    {"channel": "linkedin"},
    {"whom": "new", "name": "Jonas", "part": "recruiter"},
    {"whom": "new", "name": "", "part": "recruiter"},
]


@pytest.mark.parametrize("other", OTHERS)
def test_a_wording_of_another_kind_is_not_used_unsaid(alice, alice_client, rejection, maria, other):
    make_wording(alice, "interviewer", "Hello {name}")
    form = {"tone": "own", "channel": "mail", "part": "recruiter", "whom": maria.pk} | other
    answer = alice_client.post(reverse("feedback:draft", args=[rejection.pk]), form)
    assert answer.status_code == 422
    assert "You keep no wording of your own for this kind of letter yet: choose a tone." in (
        answer.content.decode()
    )
    assert not FeedbackRequest.objects.exists()


@pytest.mark.parametrize("way", [{}, {"channel": "linkedin"}])
@pytest.mark.parametrize("call", [{}, {"interviewer_offered": "on", "call_offered": "on"}])
@pytest.mark.parametrize("reader", ["interviewer", "recruiter"])
def test_what_is_kept_of_one_kind_of_letter_serves_that_kind_alone(
    alice_client, rejection, reader, way, call
):
    def form(name):
        who = {"whom": "new", "name": name, "part": reader}
        return {"tone": "warm", "channel": "mail", **who, **way, **call}

    first = ask(alice_client, rejection, **form("Ada Roy"))
    words = {"subject": first.subject, "letter": f"{first.letter}\n\nMine.", "keep": "yes"}
    alice_client.post(url("letter", first), words)
    own = Wording.objects.get()
    assert (own.kind, own.short) == (f"{reader}{'_call' if call else ''}", bool(way))
    next_one = ask(alice_client, rejection, **form("Jun Park") | {"tone": "own"})
    assert next_one.letter.endswith("Mine.")
    assert next_one.letter.startswith("Hi Jun,")
    assert next_one.is_as_drafted


@pytest.mark.parametrize("occasion", ["nudge", "thanks"])
def test_a_nudge_kept_from_a_recruiters_asks_no_interviewer(
    alice, alice_client, rejection, letter, occasion
):
    state = {"nudge": ASKED, "thanks": {"state": "received", "answered_on": date(2026, 11, 20)}}
    jonas = make_contact(rejection.interview, "Jonas Weber", "recruiter")
    theirs = make_request(rejection.interview, contact=jonas)
    FeedbackRequest.objects.update(**state[occasion])
    form = {f"{occasion}_letter": "Hi Jonas,\n\nwould you ask Maria Ortega?", "keep": "yes"}
    alice_client.post(url("follow_up", theirs), form)
    assert alice.wordings.get().kind == f"recruiter_{occasion}"
    letter.refresh_from_db()
    assert "would you ask" not in letter.next_letter(letter.follow_up()).body


def test_drafting_anew_offers_the_call_of_that_reader_alone(alice_client, rejection):
    first = ask(alice_client, rejection, tone="warm", call_offered="on")
    page = reverse("feedback:ask", args=[rejection.pk], query={"request": first.pk})
    form = alice_client.get(page).context["form"]
    assert form["call_offered"].value() is True
    assert not form["interviewer_offered"].value()


def test_a_letter_to_an_interviewer_without_a_name_is_kept_as_such(alice, alice_client, rejection):
    asked = ask(alice_client, rejection, tone="warm", part="interviewer", interviewer_offered="on")
    words = {"subject": asked.subject, "letter": asked.letter, "keep": "yes"}
    alice_client.post(url("letter", asked), words)
    assert alice.wordings.get().kind == "interviewer_call"


def test_for_linkedin_a_wording_is_as_short_as_its_letter(alice, alice_client, letter):
    FeedbackRequest.objects.update(channel="linkedin")
    long = {"letter": "A line.\n" * 100, "keep": "yes"}
    page = alice_client.post(url("letter", letter), long, follow=True).content.decode()
    assert "It is not kept as your own wording" in page
    assert "It has 799 characters; a phone shows about 600 of them at once." in page
    assert not alice.wordings.exists()
    own = make_wording(alice, short=True)
    refused = alice_client.post(url("wording", own), {"text": "A line.\n" * 100})
    assert refused.status_code == 422
    assert "600 characters" in refused.content.decode()


def test_a_wording_is_edited_and_deleted(alice, alice_client):
    own = make_wording(alice)
    form = {"subject": "Three questions", "text": "Hello {name}."}
    assert alice_client.post(url("wording", own), form).status_code == 302
    own.refresh_from_db()
    assert (own.subject, own.text) == ("Three questions", "Hello {name}.")
    refused = alice_client.post(url("wording", own), {"subject": "Three", "text": " "})
    assert refused.status_code == 422
    assert "A wording needs a line at least." in refused.content.decode()
    alice_client.post(url("drop_wording", own))
    assert not alice.wordings.exists()
    assert Wording.with_trash.count() == 1


def test_a_nudge_is_changed_and_handed_over_so(alice_client, letter):
    FeedbackRequest.objects.update(**ASKED)
    alice_client.post(url("follow_up", letter), {"nudge_letter": "Only a word, Maria."})
    letter.refresh_from_db()
    assert letter.nudge_letter == "Only a word, Maria."
    page = alice_client.get(url("letter", letter)).content.decode()
    assert "Only%20a%20word%2C%20Maria." in page
    assert b"Only a word, Maria." in alice_client.get(url("follow_up_eml", letter)).content


def test_i_nudged_them_keeps_what_was_typed(alice, alice_client, letter):
    FeedbackRequest.objects.update(**ASKED)
    form = {"nudge_letter": "Only a word, Maria.", "day": ""}
    alice_client.post(url("nudged", letter), form)
    letter.refresh_from_db()
    assert (letter.nudge_letter, letter.nudged_on) == (form["nudge_letter"], alice.today())


def test_a_nudge_on_a_day_to_come_keeps_what_was_typed(alice_client, letter):
    FeedbackRequest.objects.update(**ASKED)
    form = {"nudge_letter": "Only a word, Maria.", "day": "2999-01-01"}
    answer = alice_client.post(url("nudged", letter), form)
    assert answer.status_code == 422
    assert "Only a word, Maria." in answer.content.decode()


def test_an_untouched_nudge_follows_the_tone(alice_client, letter):
    FeedbackRequest.objects.update(**ASKED)
    letter.refresh_from_db()
    drafted = letter.next_letter(letter.follow_up()).body
    alice_client.post(url("follow_up", letter), {"nudge_letter": drafted})
    alice_client.post(url("speak", letter), {"tone": "brief"})
    letter.refresh_from_db()
    assert letter.nudge_letter == ""
    brief = draft(letter.facts(occasion=letter.follow_up(), tone=Tone.BRIEF)).body
    assert brief != drafted
    page = alice_client.get(url("letter", letter)).content.decode()
    assert brief.split("\n\n")[1] in page


@pytest.mark.parametrize("tone", ["", "shouting", None])
def test_a_tone_that_is_none_changes_nothing(alice_client, letter, tone):
    alice_client.post(url("speak", letter), {"tone": tone} if tone is not None else {})
    letter.refresh_from_db()
    assert letter.tone == Tone.WARM


def test_a_thank_you_in_my_own_wording(alice, alice_client, letter):
    FeedbackRequest.objects.update(state="received", answered_on=date(2026, 11, 20))
    form = {"thanks_letter": "Thank you, Maria.", "keep": "yes"}
    alice_client.post(url("follow_up", letter), form)
    assert alice.wordings.get(kind="interviewer_thanks").text == "Thank you, {name}."
    letter.refresh_from_db()
    letter.store(thanks_letter="")
    assert letter.next_letter(letter.follow_up()).body == "Thank you, Maria."


def test_a_wording_without_a_subject_gets_the_usual_one(alice, letter):
    make_wording(alice, "interviewer_nudge", "A word, {name}?")
    FeedbackRequest.objects.update(**ASKED)
    letter.refresh_from_db()
    assert letter.next_letter(letter.follow_up()) == ("Re: The coding round", "A word, Maria?")
    letter.channel = "linkedin"
    assert letter.next_letter(letter.follow_up()) == draft(
        letter.facts(occasion=letter.follow_up())
    )
    make_wording(alice, "interviewer_nudge", "A short word, {name}?", short=True)
    assert letter.next_letter(letter.follow_up()) == ("", "A short word, Maria?")


def test_there_is_no_follow_up_to_a_draft(alice_client, letter):
    alice_client.post(url("follow_up", letter), {"nudge_letter": "Too early."})
    letter.refresh_from_db()
    assert letter.nudge_letter == ""


def test_a_recruiter_is_asked_to_pass_it_on_to_whom_only_they_can_reach(rejection, maria):
    interview = rejection.interview
    design = make_round(interview, "system_design")
    make_contact(interview, "Jun Park", round=design)
    make_contact(interview, "Ada Roy")
    facts = make_request(interview).facts()
    assert facts.panel == (Met("Jun Park", "system_design"), Met("Ada Roy"))
    assert "on to Jun Park (the system design round) and Ada Roy" in draft(facts).body


def test_many_are_not_named():
    facts = LetterFacts(panel=tuple(Met(f"Person {number}") for number in range(4)))
    assert "the people who interviewed me" in draft(facts).body


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (
            "Hi May,\n\nMay I ask one more favour? May.",
            "Hi {name},\n\nMay I ask one more favour? May.",
        ),
        ("May,\n\nmay I ask?", "{name},\n\nmay I ask?"),
        ("May I ask one more favour, May?", "May I ask one more favour, {name}?"),
        ("Hello May\n\nThank you.", "Hello {name}\n\nThank you."),
        ("Dear May Lin,\n\nThank you.", "Dear {name},\n\nThank you."),
        ("Hi,\n\nI met May Lin there.", "Hi,\n\nI met {name} there."),
        (
            "Hi,\n\nIn May I moved.\n\nBest wishes,\nWill",
            "Hi,\n\nIn May I moved.\n\nBest wishes,\n{me}",
        ),
        ("Hi May,\n\nWill you tell me? Will", "Hi {name},\n\nWill you tell me? Will"),
    ],
)
def test_a_name_is_left_blank_only_where_it_stands_as_a_name(text, kept):
    facts = LetterFacts(to="May Lin", sender="Will")
    assert blanked(Letter("May I ask?", text), facts) == ("May I ask?", kept)


def test_a_round_that_is_not_known_is_left_blank_too():
    """Or the next letter, to somebody whose round is known, would not name it."""
    unknown, known = (
        LetterFacts(part="interviewer"),
        LetterFacts(part="interviewer", round="coding"),
    )
    own = blanked(draft(unknown), unknown)
    assert "the time you gave to {round}." in own.body
    assert filled(own, unknown) == draft(unknown)
    assert "the time you gave to the coding round." in filled(own, known).body


def test_a_drafted_letter_to_may_lin_is_kept_as_it_reads():
    facts = LetterFacts(to="May Lin", sender="Will Ma", short=True)
    letter = draft(facts)
    own = blanked(letter, facts)
    assert own.body.startswith("Hi {name},\n\n")
    assert "May I ask one more favour?" in own.body
    assert own.body.endswith("{me}")
    assert filled(own, facts) == letter


names = st.text(st.characters(exclude_characters="{}"), max_size=30)


@given(names, names, names, st.text(max_size=300))
def test_a_wording_kept_and_filled_in_for_the_same_is_the_same(to, employer, me, text):
    facts = LetterFacts(to=to, employer=employer, sender=me, role="Engineer", round="coding")
    letter = Letter("", text)
    kept = blanked(letter, facts)
    greeted_by_less = one_line(to) in text and called(one_line(to)) != one_line(to)
    assert filled(kept, facts).body == text or "{" in text or greeted_by_less


def test_an_unknown_blank_stays_to_be_seen():
    assert filled(Letter("", "{name} {nobody}"), LetterFacts()).body == "{name} {nobody}"
