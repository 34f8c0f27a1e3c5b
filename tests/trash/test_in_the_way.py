"""What stands in the way of coming back is said in a sentence, with a way on."""

import pytest
from django.urls import reverse

from journal.models import (
    Employer,
    Gap,
    Holding,
    Interview,
    Priority,
    Rejection,
    Round,
    Verdict,
    Version,
)
from journal.ownership import lying
from journal.ownership.merging import merge
from journal.ownership.trash import PlaceTaken, move_to_trash, restore
from tests.factories import (
    TOLD_ON,
    make_attempt,
    make_contact,
    make_employer,
    make_evidence,
    make_feedback,
    make_gap,
    make_interview,
    make_problem,
    make_rejection,
    make_round,
)


def at(name, batch):
    return reverse(f"trash:{name}", args=[batch])


def put_back(client, batch):
    return client.post(at("put_back", batch), follow=True)


@pytest.fixture
def taken(alice):
    """An employer in the trash whose name another one has."""
    gone = make_employer(alice, "Fernwood Robotics", note="Kind.", site="https://old.example")
    make_round(make_interview(alice, gone, role="Then"))
    batch = move_to_trash(gone)
    now = make_employer(alice, "fernwood  robotics", note="Slow.", site="https://new.example")
    make_interview(alice, now, role="Now")
    return batch


class TestNameTaken:
    def test_both_ways_on_are_offered_and_nothing_is_changed(self, alice, alice_client, taken):
        answer = put_back(alice_client, taken)
        assert answer.redirect_chain == [(at("detail", taken), 302)]
        assert "You have another employer of this name by now" in answer.text
        assert "Join the two" in answer.text
        assert "Put it back under this name" in answer.text
        assert alice.employers.count() == 1

    def test_it_comes_back_under_another_name(self, alice, alice_client, taken):
        answer = alice_client.post(at("rename", taken), {"name": " Fernwood  (2024) "})
        back = alice.employers.get(name="Fernwood (2024)")
        assert answer.url == reverse("employers:detail", args=[back.pk])
        assert back.interviews.get().rounds.exists()
        assert back.note == "Kind."

    @pytest.mark.parametrize("name", ["", "FERNWOOD robotics", "x" * 201, "a\0"])
    def test_another_name_that_will_not_do_is_asked_again(self, alice, alice_client, taken, name):
        answer = alice_client.post(at("rename", taken), {"name": name})
        assert answer.status_code == 422
        assert "<h1>Fernwood Robotics</h1>" in answer.text
        assert alice.employers.count() == 1

    def test_the_two_become_one_and_no_word_is_lost(self, alice, alice_client, taken):
        now = alice.employers.get()
        Version.objects.create(
            owner=alice,
            kind="Employer",
            of=Employer.with_trash.get(trash_id=taken).uid,
            field="note",
            text="An earlier word",
        )
        answer = alice_client.post(at("merge", taken))
        assert answer.url == reverse("employers:detail", args=[now.pk])
        one = alice.employers.get()
        assert one.note == "Slow.\n\nhttps://old.example\n\nKind."
        assert "old.example" in one.note_html
        assert (one.pk, one.site, one.version) == (now.pk, "https://new.example", now.version + 1)
        assert set(one.interviews.values_list("role", flat=True)) == {"Then", "Now"}
        assert Round.objects.exists()
        earlier = set(alice.versions.values_list("of", "text"))
        assert earlier == {(one.uid, "An earlier word"), (one.uid, now.note)}
        assert not Employer.with_trash.exclude(pk=one.pk).exists()
        assert not lying.of(alice).exists()

    def test_a_gap_brings_its_evidence_actions_and_problems(self, alice, alice_client):
        feedback, problem = make_feedback(make_interview(alice)), make_problem(alice)
        gone = make_gap(alice, "Consistency")
        make_evidence(feedback, "clean code", gone)
        gone.actions.create(owner=alice, text="Read")
        problem.gaps.add(gone)
        attempt = make_attempt(problem, grade=3, closes_gap=gone)
        batch = move_to_trash(gone)
        now = make_gap(alice, "consistency")
        problem.gaps.add(now)
        make_evidence(feedback, "asking", now)
        alice_client.post(at("merge", batch))
        attempt.refresh_from_db()
        assert alice.gaps.get() == now
        assert now.evidence.count() == 2
        assert now.actions.exists()
        assert list(now.problems.all()) == [problem]
        assert attempt.closes_gap == now
        assert not Gap.with_trash.exclude(pk=now.pk).exists()

    def test_what_was_deleted_of_it_earlier_comes_back_to_the_one(self, alice):
        gone = make_employer(alice, "Fernwood")
        earlier = move_to_trash(make_interview(alice, gone))
        move_to_trash(gone)
        now = make_employer(alice, "Fernwood")
        merge(Employer.with_trash.get(pk=gone.pk), now)
        restore(alice, earlier)
        assert alice.interviews.get().employer == now

    def test_the_answer_that_stands_stays(self, alice):
        """Each verdict has one answer to a wish: of two, the one that was not deleted."""
        verdict = Verdict.objects.create(owner=alice, interview=make_interview(alice))
        other = Verdict.objects.create(owner=alice, interview=make_interview(alice))
        gone = Priority.objects.create(owner=alice, name="Remote")
        mine = {"owner": alice, "answer": "no"}
        Holding.objects.create(priority=gone, verdict=verdict, **mine)
        Holding.objects.create(priority=gone, verdict=other, **mine)
        move_to_trash(gone)
        now = Priority.objects.create(owner=alice, name="Remote")
        kept = Holding.objects.create(owner=alice, priority=now, verdict=verdict, answer="yes")
        merge(Priority.with_trash.get(pk=gone.pk), now)
        assert Holding.with_trash.get(verdict=verdict) == kept
        assert other.holdings.get().priority == now

    def test_a_gap_and_a_strength_may_share_a_name(self, alice):
        batch = move_to_trash(make_gap(alice, "Pace"))
        make_gap(alice, "Pace", is_strength=True)
        assert restore(alice, batch)

    def test_merging_with_nobody_is_putting_back(self, alice, alice_client):
        batch = move_to_trash(make_gap(alice))
        alice_client.post(at("merge", batch))
        assert alice.gaps.exists()

    @pytest.mark.parametrize("name", ["rename", "merge"])
    def test_what_has_no_name_has_neither(self, alice, alice_client, name):
        batch = move_to_trash(make_problem(alice))
        assert alice_client.post(at(name, batch), {"name": "x"}).status_code == 404


class TestPlaceTaken:
    def test_another_attempt_was_begun(self, alice, alice_client):
        problem = make_problem(alice)
        batch = move_to_trash(make_attempt(problem))
        make_attempt(problem, "Anew")
        assert "You have begun this problem anew" in put_back(alice_client, batch).text
        assert alice.attempts.get().text == "Anew"

    def test_but_a_graded_one_is_in_nobodys_way(self, alice):
        problem = make_problem(alice)
        batch = move_to_trash(make_attempt(problem, grade=3))
        make_attempt(problem, "Anew")
        restore(alice, batch)
        assert problem.attempts.count() == 2

    def test_the_box_of_my_own_reading_is_written_anew(self, alice, alice_client):
        interview = make_rejection(alice).interview
        batch = move_to_trash(make_feedback(interview, source="own", aspect="keep"))
        make_feedback(interview, "Anew", source="own", aspect="keep")
        page = put_back(alice_client, batch).text
        assert "You have written “What I would keep” anew" in page
        assert alice.feedback.count() == 1

    def test_what_others_said_is_in_nobodys_way(self, alice):
        interview = make_interview(alice)
        batch = move_to_trash(make_feedback(interview))
        make_feedback(interview)
        assert restore(alice, batch)

    def test_the_interview_has_another_rejection(self, alice, alice_client):
        rejection = make_rejection(alice)
        batch = move_to_trash(rejection)
        Rejection.objects.create(owner=alice, interview=rejection.interview, told_on=TOLD_ON)
        assert "has another rejection by now" in put_back(alice_client, batch).text
        assert alice.rejections.count() == 1

    def test_the_interview_has_another_verdict(self, alice, alice_client):
        verdict = Verdict.objects.create(owner=alice, interview=make_interview(alice))
        batch = move_to_trash(verdict)
        Verdict.objects.create(owner=alice, interview=verdict.interview)
        assert "Another verdict stands in its place" in put_back(alice_client, batch).text
        with pytest.raises(PlaceTaken):
            restore(alice, batch)
        assert alice.verdicts.count() == 1


class TestParentInTrash:
    def test_it_is_offered_to_put_that_back_first(self, alice, alice_client):
        interview = make_interview(alice)
        batch = move_to_trash(make_round(interview))
        move_to_trash(interview)
        page = put_back(alice_client, batch).text
        assert "which it belongs to, is in the trash too" in page
        assert not alice.rounds.exists()
        answer = alice_client.post(at("put_all_back", batch))
        assert answer.url == reverse("interviews:detail", args=[interview.pk])
        assert alice.rounds.get().interview == interview

    def test_however_many_lie_above_it(self, alice, alice_client):
        interview = make_interview(alice)
        batch = move_to_trash(make_contact(interview))
        move_to_trash(interview)
        move_to_trash(interview.employer)
        alice_client.post(at("put_all_back", batch))
        assert alice.contacts.get().interview.employer == alice.employers.get()

    def test_both_that_it_hangs_off(self, alice, alice_client):
        feedback, gap = make_feedback(make_interview(alice)), make_gap(alice)
        batch = move_to_trash(make_evidence(feedback, "clean code", gap))
        for row in (feedback, gap):
            move_to_trash(row)
        alice_client.post(at("put_all_back", batch))
        assert alice.evidence.get().gap == alice.gaps.get()

    def test_all_or_none_where_the_name_of_that_is_taken(self, alice, alice_client):
        interview = make_interview(alice)
        batch = move_to_trash(interview)
        above = move_to_trash(interview.employer)
        make_employer(alice)
        answer = alice_client.post(at("put_all_back", batch), follow=True)
        assert answer.redirect_chain == [(at("detail", above), 302)]
        assert "You have another employer of this name by now" in answer.text
        assert not Interview.objects.exists()

    def test_what_nothing_stands_in_the_way_of_is_put_back(self, alice, alice_client):
        batch = move_to_trash(make_round(make_interview(alice)))
        assert "Put it back" in alice_client.get(at("detail", batch)).text
        alice_client.post(at("put_all_back", batch))
        assert alice.rounds.exists()
