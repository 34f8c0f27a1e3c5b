"""The desk for each kind: code, Markdown, or situation, task, action and result."""

import pytest
from django.urls import reverse

from tests.factories import make_attempt, make_problem

pytestmark = pytest.mark.django_db


@pytest.fixture
def told(alice):
    return make_problem(alice, title="A disagreement", kind="behavioural")


@pytest.fixture
def design(alice):
    return make_problem(alice, title="A photo store", kind="system_design", minutes=45)


def desk(client, problem, query=""):
    return client.get(reverse("practice:solve", args=[problem.pk]) + query).context["form"]


def finish(client, problem, **sent):
    return client.post(reverse("practice:finish", args=[problem.pk]), sent)


class TestInParts:
    def test_a_behavioural_question_is_answered_in_four_parts(self, alice_client, told):
        fields = [field.name for field in desk(alice_client, told).written]

        assert fields == ["situation", "task", "action", "result"]

    def test_no_browser_insists_on_one_of_them(self, alice_client, told, design):
        def asked_for(problem):
            return [
                bool(field.field.widget.attrs.get("required"))
                for field in desk(alice_client, problem).written
            ]

        assert asked_for(told) == [False] * 4
        assert asked_for(design) == [True]

    def test_one_part_is_enough_and_all_are_compared(self, alice_client, told):
        answer = finish(alice_client, told, action="I *asked* why.", result="We shipped.")

        attempt = told.attempts.get()
        assert attempt.parts == ["action", "result"]
        page = alice_client.get(answer.url).text
        assert "I <em>asked</em> why." in page
        assert "Result" in page
        assert "Situation" not in page

    def test_with_nothing_written_it_says_so(self, alice_client, told):
        answer = finish(alice_client, told, situation=" ")

        assert answer.status_code == 422
        assert "Write yours first" in answer.text

    def test_what_was_written_in_one_piece_before_is_still_there(self, alice_client, told):
        make_attempt(told, "All of it in one.")

        fields = [field.name for field in desk(alice_client, told).written]

        assert fields == ["situation", "task", "action", "result", "text"]

    def test_two_tabs_lose_no_part(self, alice_client, told):
        finish(alice_client, told, situation="mine", version="0")

        answer = finish(alice_client, told, situation="theirs", version="0")

        assert answer.status_code == 422
        assert "mine" in answer.text
        assert "theirs" in answer.text


class TestTalkedThrough:
    @pytest.mark.parametrize("kind", ["behavioural", "system_design"])
    def test_notes_are_enough(self, alice, alice_client, kind):
        problem = make_problem(alice, kind=kind)

        form = desk(alice_client, problem, "?talk=1")
        finish(alice_client, problem, text="Three points.", talked="True")

        assert [field.name for field in form.written] == ["text"]
        attempt = problem.attempts.get()
        assert attempt.talked
        assert desk(alice_client, problem).is_talk

    def test_ten_minutes_count(self, alice_client, design):
        page = alice_client.get(reverse("practice:solve", args=[design.pk]) + "?talk=1").text

        assert 'data-timer="10"' in page
        assert (
            'data-timer="45"' in alice_client.get(reverse("practice:solve", args=[design.pk])).text
        )

    def test_it_can_be_written_out_after_all(self, alice_client, design):
        make_attempt(design, "Three points.", talked=True)

        form = desk(alice_client, design, "?talk=0")

        assert not form.is_talk
        assert form["text"].value() == "Three points."

    def test_code_is_not_talked_through(self, alice, alice_client):
        problem = make_problem(alice)

        finish(alice_client, problem, text="sorted(a)", talked="True")

        assert not problem.attempts.get().talked


class TestSideBySide:
    def test_code_is_compared_line_by_line(self, alice, alice_client):
        problem = make_problem(alice, answered="out = []\nfor a in b:\n    out.append(a)")
        make_attempt(problem, "out = list(b)", grade=2)
        attempt = make_attempt(problem, "out = []\nout.extend(b)")

        page = alice_client.get(reverse("practice:compare", args=[attempt.pk]))

        assert [since for since, _ in page.context["changes"]] == [
            "Since the time before",
            "Since the interview",
        ]
        assert "<ins" in page.text
        assert "out.extend(b)" in page.text

    def test_prose_is_not(self, alice_client, told):
        told.store(answered="I was right.")
        attempt = make_attempt(told, "I asked.")

        page = alice_client.get(reverse("practice:compare", args=[attempt.pk]))

        assert page.context["changes"] == []


class TestTheBank:
    def edit(self, client, problem, **fields):
        sent = {"title": problem.title, "kind": problem.kind, "version": problem.version} | fields
        return client.post(reverse("practice:edit", args=[problem.pk]), sent)

    def test_topics_are_kept_once_each(self, alice_client, design):
        self.edit(alice_client, design, topics=" arrays,  Two  pointers,, ARRAYS ")

        design.refresh_from_db()
        assert design.topics == "arrays, Two pointers"

    def test_it_is_narrowed_by_a_topic_and_not_by_part_of_one(self, alice, alice_client):
        make_problem(alice, title="A tree", topics="trees, arrays")
        make_problem(alice, title="A treehouse", topics="treehouses")

        page = alice_client.get(reverse("practice:page"), {"topic": "trees"}).context

        assert [problem.title for problem in page["bank"]] == ["A tree"]

    def test_how_hard_it_is_said_to_be_is_no_hint_on_the_desk(self, alice_client, design):
        self.edit(alice_client, design, said_to_be="hard", source="https://example.org/q/7")

        design.refresh_from_db()
        assert (design.said_to_be, design.source) == ("hard", "https://example.org/q/7")
        assert "Hard" not in alice_client.get(reverse("practice:solve", args=[design.pk])).text

    def test_a_source_that_runs_is_refused(self, alice_client, design):
        answer = self.edit(alice_client, design, source="javascript:alert(1)")

        assert answer.status_code == 422
