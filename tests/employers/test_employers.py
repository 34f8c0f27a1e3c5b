from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from journal.dates import day
from journal.employers.models import Employer
from journal.judging.models import Holding, Priority, Verdict
from journal.ownership.trash import move_to_trash
from tests.factories import make_employer, make_interview, make_problem, make_rejection

pytestmark = pytest.mark.django_db


@pytest.fixture
def employer(alice):
    return make_employer(alice)


def at(name, *args):
    return reverse(f"employers:{name}", args=args)


def judged(owner, employer, **fields):
    interview = make_interview(owner, employer)
    Verdict.objects.create(owner=owner, interview=interview, **fields)
    return interview


class TestList:
    def test_empty_it_says_what_will_be_here(self, alice_client):
        page = alice_client.get(at("list")).content.decode()
        assert "Nobody here yet" in page
        assert reverse("interviews:new") in page

    def test_the_verdicts_stand_side_by_side(self, alice, employer, alice_client):
        interview = judged(
            alice, employer, wanted="unsure", again="later", again_from=date(2030, 6, 9)
        )
        make_rejection(alice, interview)
        make_employer(alice, "Marlow Transit")
        page = alice_client.get(at("list")).content.decode()
        for words in (
            "Fernwood Robotics",
            "Senior Backend Engineer",
            "They said no",
            "Not sure",
            "from 9 June 2030",
            "Marlow Transit",
        ):
            assert words in page

    def test_how_they_ran_it_is_compared(self, alice, employer, alice_client):
        judged(alice, employer, prepared="partly")
        other = judged(alice, make_employer(alice, "Quillpost"), prepared="yes", clear_role="no")
        judged(alice, make_employer(alice, "Copperline"), wanted="no")
        ways = alice_client.get(at("list")).context["ways"]
        assert ways.columns[0] == "They were prepared"
        assert [line.interview.employer.name for line in ways.lines] == [
            "Fernwood Robotics",
            "Quillpost",
        ]
        assert ways.lines[1].interview == other
        assert ways.lines[1].cells == ["Yes", "", "", "", "No", ""]

    def test_they_are_held_against_what_i_look_for(self, alice, employer, alice_client):
        interview = judged(alice, employer, wanted="yes")
        nice = Priority.objects.create(owner=alice, name="Small teams", weight=1)
        must = Priority.objects.create(owner=alice, name="Kind code review", weight=3)
        Holding.objects.create(
            owner=alice, verdict=interview.verdicts.get(), priority=nice, answer="partly"
        )
        answer = alice_client.get(at("list"))
        assert answer.context["held"].columns == [must.name, nice.name]
        assert [line.cells for line in answer.context["held"].lines] == [["", "Partly"]]
        assert "Against what you look for" in answer.text
        assert "How they ran it" not in answer.text

    def test_those_without_a_verdict_come_after(self, alice, employer, alice_client):
        make_interview(alice, make_employer(alice, "Brindle Games"))
        judged(alice, employer, wanted="yes")
        judged(alice, employer, wanted="no")
        answer = alice_client.get(at("list"))
        assert list(answer.context["judged"]) == [employer]
        assert [other.name for other in answer.context["others"]] == ["Brindle Games"]

    def test_a_verdict_in_the_trash_judges_nobody(self, alice, employer, alice_client):
        interview = judged(alice, employer, wanted="yes")
        move_to_trash(interview)
        assert not alice_client.get(at("list")).context["judged"]

    def test_nobody_sees_anothers(self, employer, bob_client):
        assert employer.name not in bob_client.get(at("list")).content.decode()

    def test_queries_do_not_grow_with_rows(self, alice, alice_client):
        def some(*names):
            for name in names:
                interview = judged(alice, make_employer(alice, name), prepared="yes")
                make_rejection(alice, interview)
                Holding.objects.create(
                    owner=alice,
                    verdict=interview.verdicts.get(),
                    priority=Priority.objects.create(owner=alice, name=name),
                    answer="yes",
                )
                make_interview(alice, make_employer(alice, f"{name}, not judged"))

        some(*"abc")
        few = queries(alice_client, at("list"))
        some(*"defghi")
        assert queries(alice_client, at("list")) == few

    def test_a_day_nobody_gave_is_not_made_up(self, alice, alice_client):
        earlier = {"lines": "Copperline, May 2024\nQuillpost"}
        alice_client.post(reverse("rejections:file_earlier"), earlier)
        pages = [at("list"), *(at("detail", each.pk) for each in alice.employers.all())]
        for page in pages:
            text = alice_client.get(page).text
            assert "They said no" in text
            assert "1 May" not in text
            assert day(alice.today()) not in text
        assert "They said no, May 2024" in alice_client.get(at("list")).text


def queries(client, url) -> int:
    with CaptureQueriesContext(connection) as captured:
        assert client.get(url).status_code == 200
    return len(captured)


class TestDetail:
    def test_shows_what_hangs_off_it(self, alice, employer, alice_client):
        interview = judged(alice, employer, wanted="yes", words="Kind people.")
        rejection = make_rejection(alice, interview)
        make_problem(alice, interview, "An LRU cache")
        page = alice_client.get(at("detail", employer.pk)).content.decode()
        for words in ("Kind people.", "An LRU cache", "They said no, 17 November"):
            assert words in page
        assert reverse("path:page", args=[rejection.pk]) in page

    def test_queries_do_not_grow_with_rows(self, alice, employer, alice_client):
        def some(count):
            for _ in range(count):
                interview = judged(alice, employer, wanted="yes")
                make_rejection(alice, interview)
                make_problem(alice, interview)

        some(3)
        few = queries(alice_client, at("detail", employer.pk))
        some(6)
        assert queries(alice_client, at("detail", employer.pk)) == few

    @pytest.mark.parametrize("name", ["detail", "edit", "delete"])
    def test_a_stranger_finds_nothing(self, employer, bob_client, name):
        assert bob_client.get(at(name, employer.pk)).status_code == 404
        assert bob_client.post(at(name, employer.pk), {"name": "Mine"}).status_code == 404
        employer.refresh_from_db()
        assert employer.name == "Fernwood Robotics"


class TestEdit:
    def test_renames_and_notes(self, employer, alice_client):
        sent = {
            "name": "Fernwood",
            "site": "https://fernwood.example",
            "note": "Small\r\nteams",
            "version": employer.version,
        }
        assert alice_client.post(at("edit", employer.pk), sent).url == at("detail", employer.pk)
        employer.refresh_from_db()
        assert (employer.name, employer.site) == ("Fernwood", "https://fernwood.example")
        assert employer.note == "Small\nteams"

    def test_a_name_that_is_taken_is_said_in_a_sentence(self, alice, employer, alice_client):
        make_employer(alice, "Tidewater Labs")
        sent = {"name": "tidewater LABS", "note": "A note"}
        answer = alice_client.post(at("edit", employer.pk), sent)
        page = answer.content.decode()
        assert answer.status_code == 422
        assert "You already have an employer of this name." in page
        assert 'value="tidewater LABS"' in page
        assert "A note" in page
        assert "<title>Edit Fernwood Robotics" in page

    def test_a_note_changed_in_another_tab_is_not_lost(self, employer, alice_client):
        sent = {"name": employer.name, "version": employer.version}
        alice_client.post(at("edit", employer.pk), sent | {"note": "First"})
        answer = alice_client.post(at("edit", employer.pk), sent | {"note": "Second"})
        employer.refresh_from_db()
        assert (answer.status_code, employer.note) == (422, "First")


def test_deleting_asks_first_and_takes_its_interviews_along(alice, employer, alice_client):
    make_rejection(alice, make_interview(alice, employer))
    page = alice_client.get(at("delete", employer.pk)).text
    assert "Its interview goes along" in page
    assert alice.employers.exists()
    answer = alice_client.post(at("delete", employer.pk), follow=True)
    assert "The employer Fernwood Robotics is in the trash for 30 days." in answer.text
    assert not alice.employers.exists()
    assert not alice.rejections.exists()


def test_names_are_found_whatever_their_case_and_spacing(alice, employer):
    assert Employer.objects.named(alice, "  fernwood   ROBOTICS ") == employer


def test_names_for_completing_are_mine_in_order(alice, bob, employer):
    make_employer(alice, "brindle Games")
    make_employer(bob, "Aardvark")
    assert alice.employers.names() == ["brindle Games", "Fernwood Robotics"]
