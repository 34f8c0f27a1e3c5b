from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from journal.models import Evidence, Feedback, FeedbackRequest, Gap
from tests.factories import make_evidence, make_feedback, make_gap, make_problem, make_request
from tests.gaps.material import CLEAN, DRAWING, FEEDBACK, HONEST, MARKS, PROMPT, SENIOR


def learn(rejection):
    return reverse("gaps:learn", args=[rejection.pk])


def mark(client, feedback, **fields):
    fields = {"what": "gap", "name": "Clarify before drawing", "kind": "communication"} | fields
    return client.post(reverse("gaps:mark", args=[feedback.pk]), fields)


def page(client, rejection):
    return client.get(learn(rejection)).content.decode()


def test_without_feedback_it_invites_to_write_some_down_or_to_read_alone(alice_client, rejection):
    html = page(alice_client, rejection)
    for name in ("feedback:add", "feedback:own_reading", "feedback:call"):
        assert reverse(name, args=[rejection.pk]) in html


def test_where_asking_was_in_vain_my_own_reading_comes_first(alice_client, rejection):
    make_request(rejection.interview, state=FeedbackRequest.State.NOBODY)
    html = page(alice_client, rejection)
    alone, told = (f"<h2>{name}</h2>" for name in ("My own reading", "Write down what they said"))
    assert html.index(alone) < html.index(told)
    own = reverse("feedback:own_reading", args=[rejection.pk])
    assert f'class="button primary" href="{own}"' in html
    assert "What did you see yourself?" in html


def test_feedback_stands_verbatim_with_who_wrote_it_and_when(alice_client, rejection, feedback):
    with time_machine.travel("2026-11-22 12:00Z"):
        html = page(alice_client, rejection)
    assert FEEDBACK in html
    assert "Written by an interviewer, 19 November" in html
    assert "My own reading</h2>" not in html


def test_my_own_reading_stands_apart(alice_client, rejection):
    make_feedback(
        rejection.interview, "I drew too soon.", source=Feedback.Source.OWN, aspect="change"
    )
    html = page(alice_client, rejection)
    assert "My own reading</h2>" in html
    assert "What I would change" in html
    assert "I drew too soon." in html


def test_the_whole_feedback_is_marked(alice_client, alice, rejection, feedback):
    for fields in MARKS:
        response = alice_client.post(reverse("gaps:mark", args=[feedback.pk]), fields)
        assert response.status_code == 302
    assert alice.gaps.strengths().count() == 2
    assert alice.gaps.gaps().count() == 2
    rows = {row.quote: row for row in feedback.evidence.all()}
    assert set(rows) == {fields["quote"] for fields in MARKS}
    assert all(FEEDBACK[row.start : row.end] == row.quote for row in rows.values())
    assert rows[SENIOR].aside == Evidence.Aside.MISMATCH
    assert rows[HONEST].note == "I did say it; they ran out of time."
    assert rows[PROMPT].before == FEEDBACK[: rows[PROMPT].start][-64:]
    html = page(alice_client, rejection)
    for role, words in (("strength", CLEAN), ("gap", PROMPT), ("aside", SENIOR)):
        row = rows[words]
        assert (
            f'<mark class="{role}" data-row="{row.pk}" id="mark-{row.pk}">'
            f'<a href="#note-{row.pk}" draggable="false">{words}</a></mark>'
        ) in html
    assert "Technical · new" in html
    assert "Strength · new" in html
    assert "“I did say it; they ran out of time.”" in html


def test_a_sentence_of_the_list_is_marked_without_javascript(alice_client, feedback):
    start = FEEDBACK.index(DRAWING)
    response = mark(alice_client, feedback, sentence=f"{start}-{start + len(DRAWING)}")
    row = feedback.evidence.get()
    assert response.url.endswith(f"#mark-{row.pk}")
    assert (row.quote, row.gap.kind) == (DRAWING, Gap.Kind.COMMUNICATION)


def test_typed_words_win_over_a_chosen_sentence(alice_client, feedback):
    mark(alice_client, feedback, sentence=f"0-{FEEDBACK.index(' In')}", quote=DRAWING)
    assert feedback.evidence.get().quote == DRAWING


def test_a_selection_counts_code_points(alice_client, rejection):
    feedback = make_feedback(rejection.interview, "👍🏽 slow\n👩\u200d💻 slow, e\u0301 slow.")
    start = feedback.text.rindex("slow")
    mark(alice_client, feedback, quote="slow", start=start, end=start + 4)
    assert feedback.evidence.get().start == start


def test_pasted_words_may_break_their_lines_as_they_like(alice_client, rejection):
    feedback = make_feedback(rejection.interview, "The trade-off was\nnot clear to us.")
    mark(alice_client, feedback, quote="trade-off  was not\r\nclear", start="what?")
    assert feedback.evidence.get().quote == "trade-off was\nnot clear"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"quote": "They hated it"}, "These words do not stand in the text."),
        ({"quote": " \n "}, "Choose a sentence, or paste the words."),
        ({"sentence": "3-9"}, "The text has changed since. Choose the sentence again."),
        ({"quote": DRAWING, "name": "  "}, "Give the gap a name."),
        ({"quote": DRAWING, "what": "strength", "name": ""}, "Give the strength a name."),
        ({"quote": DRAWING, "what": "aside"}, "Say why you set it aside."),
        (
            {"quote": DRAWING, "what": "aside", "aside": "boredom"},
            "Choose one of those offered here",
        ),
        ({"quote": DRAWING, "what": ""}, "Say what it is: a gap, a strength, or set aside."),
        ({"quote": DRAWING, "name": "x" * 201}, "Keep it to 200 characters"),
        ({"quote": DRAWING, "kind": "luck"}, "Choose one of those offered here"),
    ],
)
def test_what_cannot_be_marked_is_said_and_kept(alice_client, feedback, fields, said):
    response = mark(alice_client, feedback, note="my own note", **fields)
    html = response.content.decode()
    assert response.status_code == 422
    assert said in html
    assert 'value="my own note"' in html
    assert fields.get("quote", "") in html
    assert not Evidence.objects.exists()
    assert not Gap.objects.exists()


def test_the_same_name_gathers_across_rejections(alice_client, alice, feedback, elsewhere):
    earlier = elsewhere("Tidewater Labs", date(2026, 8, 3))
    theirs = make_feedback(
        earlier.interview, "No answer for two regions.", received_on=date(2026, 8, 4)
    )
    mark(
        alice_client, theirs, quote="No answer for two regions.", name="Consistency across regions"
    )
    mark(
        alice_client, feedback, quote=PROMPT, name="  consistency  ACROSS regions", kind="seniority"
    )
    gap = alice.gaps.get()
    assert gap.name == "Consistency across regions"
    assert gap.kind == Gap.Kind.COMMUNICATION
    assert gap.evidence.count() == 2
    with time_machine.travel("2026-11-22 12:00Z"):
        response = alice_client.get(learn(feedback.interview.rejections.get()))
    assert "Communication · also Tidewater Labs, in August" in response.content.decode()


def test_a_gap_and_a_strength_may_share_a_name(alice_client, alice, feedback):
    mark(alice_client, feedback, quote=CLEAN, what="strength", name="Code")
    mark(alice_client, feedback, quote=DRAWING, what="gap", name="Code")
    assert sorted(alice.gaps.values_list("is_strength", flat=True)) == [False, True]


def test_the_third_time_they_say_so(alice_client, alice, feedback, rejection, elsewhere):
    clean = make_gap(alice, "Clean code, tested", is_strength=True)
    for employer, on in (("Globex", date(2026, 5, 1)), ("Initech", date(2026, 6, 1))):
        theirs = make_feedback(elsewhere(employer, on).interview, "Tidy.", received_on=on)
        make_evidence(theirs, "Tidy.", clean)
    mark(alice_client, feedback, quote=CLEAN, what="strength", name="clean code, tested")
    assert "Strength · third time they say so" in page(alice_client, rejection)


def test_a_gap_of_my_own_reading_is_my_guess(alice_client, rejection):
    own = make_feedback(
        rejection.interview, "I drew too soon.", source=Feedback.Source.OWN, aspect="change"
    )
    mark(alice_client, own, quote="I drew too soon.")
    assert "Communication · my guess" in page(alice_client, rejection)


def test_marks_may_overlap(alice_client, rejection, feedback):
    inner = "two regions disagree"
    mark(alice_client, feedback, quote=PROMPT, name="Consistency")
    mark(alice_client, feedback, quote=inner, what="aside", aside="disagree")
    outer, nested = (feedback.evidence.get(quote=words) for words in (PROMPT, inner))
    assert (
        f'<mark class="gap" data-row="{outer.pk}"><mark class="aside" data-row="{nested.pk}" '
        f'id="mark-{nested.pk}"><a href="#note-{nested.pk}" draggable="false">{inner}</a>'
        "</mark></mark>"
    ) in page(alice_client, rejection)


def test_the_same_mark_twice_is_kept_once(alice_client, feedback):
    for name in ("Consistency", "CONSISTENCY", "Another"):
        mark(alice_client, feedback, quote=PROMPT, name=name)
    for _ in range(2):
        mark(alice_client, feedback, quote=PROMPT, what="aside", aside="nothing")
    assert feedback.evidence.count() == 3


def test_setting_aside_forgets_the_name_that_was_typed(alice_client, feedback):
    mark(alice_client, feedback, quote=SENIOR, what="aside", aside="about_them")
    row = feedback.evidence.get()
    assert (row.gap, row.aside) == (None, "about_them")
    assert not Gap.objects.exists()


def test_a_mark_is_taken_back_with_the_gap_it_made(alice_client, feedback):
    mark(alice_client, feedback, quote=PROMPT, name="Consistency")
    response = alice_client.post(reverse("gaps:unmark", args=[feedback.evidence.get().pk]))
    assert response.status_code == 302
    assert not Evidence.objects.exists()
    assert not Gap.objects.exists()
    assert Evidence.with_trash.get().trash_id == Gap.with_trash.get().trash_id


def test_a_gap_with_more_to_it_outlives_the_mark(alice_client, alice, feedback, rejection):
    mark(alice_client, feedback, quote=PROMPT, name="Consistency")
    make_problem(alice, rejection.interview).gaps.add(alice.gaps.get())
    alice_client.post(reverse("gaps:unmark", args=[feedback.evidence.get().pk]))
    assert not Evidence.objects.exists()
    assert alice.gaps.get().name == "Consistency"


def test_a_mark_is_said_anew(alice_client, alice, feedback):
    mark(alice_client, feedback, quote=PROMPT, name="Consistency", kind="technical")
    row = feedback.evidence.get()
    url = reverse("gaps:remark", args=[row.pk])
    html = alice_client.get(url).content.decode()
    assert PROMPT in html
    assert 'value="Consistency"' in html
    refused = alice_client.post(url, {"what": "gap", "name": "", "note": "a note"})
    assert refused.status_code == 422
    assert "Give the gap a name." in refused.content.decode()
    assert "a note" in refused.content.decode()
    answer = {"what": "aside", "aside": "disagree", "note": "They never asked."}
    assert alice_client.post(url, answer).status_code == 302
    row.refresh_from_db()
    assert (row.gap, row.aside, row.note) == (None, "disagree", "They never asked.")
    assert not alice.gaps.exists()


def test_a_mark_said_anew_takes_its_new_kind(alice_client, alice, feedback):
    mark(alice_client, feedback, quote=PROMPT, name="Consistency", kind="technical")
    url = reverse("gaps:remark", args=[feedback.evidence.get().pk])
    alice_client.post(url, {"what": "gap", "name": "consistency", "kind": "seniority"})
    assert alice.gaps.get().kind == Gap.Kind.SENIORITY


@pytest.mark.parametrize("again", [CLEAN, PROMPT])
def test_a_known_name_that_keeps_its_kind_says_so(alice_client, alice, rejection, feedback, again):
    mark(alice_client, feedback, quote=PROMPT, name="Consistency", kind="technical")
    mark(alice_client, feedback, quote=again, name="consistency", kind="seniority")
    said = "“Consistency” keeps its kind, technical."
    assert said in page(alice_client, rejection)
    assert said not in page(alice_client, rejection)
    mark(alice_client, feedback, quote=SENIOR, name="consistency", kind="technical")
    assert said not in page(alice_client, rejection)
    assert alice.gaps.get().kind == Gap.Kind.TECHNICAL


def test_words_that_are_no_longer_in_the_text_say_so(alice_client, rejection, feedback):
    mark(alice_client, feedback, quote=DRAWING)
    mark(alice_client, feedback, quote=CLEAN, what="strength", name="Code")
    Feedback.objects.update(
        text="Other words. Also started drawing before asking about traffic or clients. And others."
    )
    html = page(alice_client, rejection)
    assert "<mark" not in html
    assert "stands elsewhere in the text" in html
    assert "is no longer in the text" in html


def test_what_was_typed_never_becomes_markup(alice_client, alice, rejection):
    bad = "<script>alert(1)</script> & [x](javascript:y)"
    feedback = make_feedback(rejection.interview, f"They said {bad}.")
    mark(alice_client, feedback, quote=bad, name=bad, note=bad)
    pages = [page(alice_client, rejection)]
    pages += [alice_client.get(reverse("gaps:list")).content.decode()]
    pages += [alice_client.get(reverse("gaps:detail", args=[alice.gaps.get().pk])).content.decode()]
    for html in pages:
        assert "<script>alert" not in html
        assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; [x](javascript:y)" in html


@pytest.mark.parametrize("family", ["[", "a. ", "<b>", "\n", "“"])
def test_100_kb_of_feedback_are_no_burden(alice_client, rejection, family):
    text = (family * 100_000)[:99_990] + "The end."
    feedback = make_feedback(rejection.interview, text)
    mark(alice_client, feedback, quote="The end.")
    response = alice_client.get(learn(rejection))
    assert response.status_code == 200
    assert len(response.content) < 1_500_000


def test_queries_do_not_grow_with_what_is_marked(alice_client, alice, rejection, elsewhere):
    def count(feedbacks):
        for number in range(feedbacks):
            on = date(2026, 1, 1 + number)
            gap = make_gap(alice, f"Gap {feedbacks} {number}")
            for owner in (rejection, elsewhere(f"Employer {feedbacks} {number}", on)):
                theirs = make_feedback(owner.interview, "Slow. Late.", received_on=on)
                make_evidence(theirs, "Slow.", gap)
                make_evidence(theirs, "Late.", aside=Evidence.Aside.NOTHING)
        with CaptureQueriesContext(
            connection,
        ) as queries:
            alice_client.get(learn(rejection))
        return len(queries)

    assert count(3) == count(6)


@pytest.mark.parametrize("name", ["learn", "mark", "unmark", "remark"])
def test_a_stranger_finds_nothing(bob_client, feedback, rejection, name):
    evidence = make_evidence(feedback, PROMPT, make_gap(feedback.owner))
    pk = {"learn": rejection.pk, "mark": feedback.pk}.get(name, evidence.pk)
    url = reverse(f"gaps:{name}", args=[pk])
    answer = {"what": "aside", "aside": "nothing", "quote": DRAWING}
    assert bob_client.post(url, answer).status_code == 404
    if name in {"learn", "remark"}:
        assert bob_client.get(url).status_code == 404
    assert feedback.evidence.get().gap is not None


@pytest.mark.parametrize("name", ["mark", "unmark"])
def test_reading_a_verb_changes_nothing(alice_client, feedback, name):
    evidence = make_evidence(feedback, PROMPT, make_gap(feedback.owner))
    pk = feedback.pk if name == "mark" else evidence.pk
    assert alice_client.get(reverse(f"gaps:{name}", args=[pk])).status_code == 405
    assert feedback.evidence.count() == 1


def test_what_lies_in_the_trash_cannot_be_marked(alice_client, feedback, rejection):
    Feedback.objects.update(trash_id="12345678-1234-5678-1234-567812345678")
    assert mark(alice_client, feedback, quote=PROMPT).status_code == 404
    assert FEEDBACK not in page(alice_client, rejection)


def test_they_said_it_cost_the_offer(alice_client, feedback):
    mark(alice_client, feedback, quote=PROMPT, name="Consistency", cost_the_offer="on")
    row = feedback.evidence.get()
    assert row.cost_the_offer
    page = reverse("gaps:detail", args=[row.gap_id])
    assert "as what cost the offer" in alice_client.get(page).content.decode()
    remark = reverse("gaps:remark", args=[row.pk])
    form = {"what": "strength", "name": "Consistency", "cost_the_offer": "on"}
    alice_client.post(remark, form)
    row.refresh_from_db()
    assert not row.cost_the_offer


def test_my_own_reading_is_not_asked_what_cost_the_offer(alice_client, rejection):
    own = make_feedback(
        rejection.interview, "I froze.", source=Feedback.Source.OWN, aspect=Feedback.Aspect.CHANGE
    )
    mark(alice_client, own, quote="I froze.", name="Calm", cost_the_offer="on")
    assert not own.evidence.get().cost_the_offer
