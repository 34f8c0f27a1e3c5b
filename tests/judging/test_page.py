from datetime import date

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from journal.models import Holding, Priority, Verdict
from tests.factories import make_problem, make_rejection, make_request


@pytest.fixture
def rejection(alice):
    return make_rejection(alice)


@pytest.fixture
def priority(alice):
    return Priority.objects.create(owner=alice, name="Reviews code", weight=3)


def address(rejection, name="page"):
    return reverse(f"judging:{name}", args=[rejection.pk])


def verdict(rejection):
    return rejection.interview.verdicts.get()


@pytest.mark.parametrize("wanted", ["yes", "unsure", "no"])
def test_one_tap_is_saved(alice_client, rejection, wanted):
    answer = alice_client.post(address(rejection, "wanted"), {"wanted": wanted})
    assert answer.url == address(rejection)
    assert verdict(rejection).wanted == wanted
    assert 'aria-pressed="true"' in alice_client.get(address(rejection)).content.decode()


def test_setting_it_aside_saves_what_was_typed(alice_client, rejection):
    answer = alice_client.post(address(rejection), {"words": "Not today.", "aside": "1"})
    assert answer.url == reverse("path:page", args=[rejection.pk])
    rejection.refresh_from_db()
    assert rejection.steps_aside == ["judge"]
    assert verdict(rejection).words == "Not today."


def test_a_tap_can_be_changed_and_taken_back(alice_client, rejection):
    for wanted in ("yes", "no", ""):
        alice_client.post(address(rejection, "wanted"), {"wanted": wanted})
        assert verdict(rejection).wanted == wanted


def test_a_tap_leaves_the_words_alone(alice, alice_client, rejection):
    Verdict.objects.create(owner=alice, interview=rejection.interview, words="Kind people")
    alice_client.post(address(rejection, "wanted"), {"wanted": "yes"})
    assert verdict(rejection).words == "Kind people"


def test_a_tap_takes_along_what_was_typed(alice, alice_client, rejection, priority):
    problem = make_problem(alice, rejection.interview)
    data = {
        "wanted": "no",
        "version": "0",
        "prepared": "partly",
        "words": "In a hurry",
        f"problem-{problem.pk}-they_care_about": "Edge cases",
        f"priority_{priority.pk}": "yes",
    }
    assert alice_client.post(address(rejection, "wanted"), data).url == address(rejection)
    found = verdict(rejection)
    assert (found.wanted, found.prepared, found.words) == ("no", "partly", "In a hurry")
    assert found.holdings.get().answer == "yes"
    problem.refresh_from_db()
    assert problem.they_care_about == "Edge cases"


def test_a_tap_counts_where_the_rest_is_refused_and_that_stays_on_the_page(alice_client, rejection):
    data = {"wanted": "yes", "version": "0", "words": "Kind people", "prepared": "perhaps"}
    answer = alice_client.post(address(rejection, "wanted"), data)
    assert answer.status_code == 422
    assert "Kind people" in answer.text
    assert (verdict(rejection).wanted, verdict(rejection).words) == ("yes", "")

    mended = data | {"prepared": "yes", "version": answer.context["form"]["version"].value()}
    assert alice_client.post(address(rejection), mended).status_code == 302
    assert verdict(rejection).words == "Kind people"


def test_a_tap_in_a_second_tab_does_not_overwrite_my_words(alice, alice_client, rejection):
    Verdict.objects.create(owner=alice, interview=rejection.interview, words="First")
    data = {"wanted": "yes", "version": "0", "words": "Second"}
    answer = alice_client.post(address(rejection, "wanted"), data)
    assert answer.status_code == 422
    assert "Second" in answer.text
    assert (verdict(rejection).wanted, verdict(rejection).words) == ("yes", "First")


def test_a_tap_that_is_none_of_the_three_writes_nothing(alice_client, rejection):
    assert alice_client.post(address(rejection, "wanted"), {"wanted": "maybe"}).status_code == 302
    assert not Verdict.objects.exists()


def test_a_tap_is_never_a_get(alice_client, rejection):
    assert alice_client.get(address(rejection, "wanted")).status_code == 405


@pytest.mark.usefixtures("a_weekday")
def test_all_that_is_folded_goes_in_one_save(alice, alice_client, rejection, priority):
    problem = make_problem(alice, rejection.interview, due=date(2026, 12, 1))
    answer = alice_client.post(
        address(rejection),
        {
            "again": "later",
            "again_from": "2027-05-01",
            "prepared": "yes",
            "clear_role": "no",
            "words": "Kind,\r\nbut in a hurry",
            f"problem-{problem.pk}-they_care_about": "Edge cases",
            f"problem-{problem.pk}-want_this_work": "some",
            f"priority_{priority.pk}": "partly",
        },
    )
    assert answer.url == reverse("path:page", args=[rejection.pk])
    found = verdict(rejection)
    assert (found.again, found.again_from) == ("later", date(2027, 5, 1))
    assert (found.prepared, found.respected_time, found.clear_role) == ("yes", "", "no")
    assert found.words == "Kind,\nbut in a hurry"
    problem.refresh_from_db()
    assert (problem.they_care_about, problem.want_this_work) == ("Edge cases", "some")
    assert problem.due == date(2026, 12, 1)
    assert found.holdings.get().answer == "partly"


def test_a_wrong_answer_is_refused_and_the_rest_is_kept(alice, alice_client, rejection):
    problem = make_problem(alice, rejection.interview)
    answer = alice_client.post(
        address(rejection),
        {
            "prepared": "perhaps",
            "words": "What I typed",
            f"problem-{problem.pk}-they_care_about": "What I read in it",
        },
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "What I typed" in page
    assert "What I read in it" in page
    assert not Verdict.objects.exists()


def test_too_long_a_reading_of_a_question_opens_its_fold(alice, alice_client, rejection):
    problem = make_problem(alice, rejection.interview)
    data = {f"problem-{problem.pk}-they_care_about": "x" * 301}
    answer = alice_client.post(address(rejection), data)
    assert answer.status_code == 422
    assert '<details class="fold" open>' in answer.content.decode()


def test_a_second_tab_does_not_overwrite_my_words(alice, alice_client, rejection):
    Verdict.objects.create(owner=alice, interview=rejection.interview, words="First")
    alice_client.post(address(rejection), {"words": "Second", "version": "1"})
    answer = alice_client.post(address(rejection), {"words": "Third", "version": "1"})
    assert answer.status_code == 422
    assert verdict(rejection).words == "Second"


@pytest.mark.parametrize("day", ["2020-01-01", "2026-11-19"])
@time_machine.travel("2026-11-19 12:00:00Z", tick=False)
def test_going_again_is_from_a_day_to_come(alice, alice_client, rejection, day):
    answer = alice_client.post(address(rejection), {"again": "later", "again_from": day})
    assert answer.status_code == 422
    assert "Choose a day that is still to come." in answer.text
    assert 'min="2026-11-20"' in answer.text
    assert not Verdict.objects.exists()


@time_machine.travel("2026-11-19 12:00:00Z", tick=False)
def test_a_day_that_has_come_meanwhile_stays(alice, alice_client, rejection):
    Verdict.objects.create(owner=alice, interview=rejection.interview, again_from="2026-05-01")
    sent = {"again_from": "2026-05-01", "words": "Kind", "version": "1"}
    assert 'min="2026-05-01"' in alice_client.get(address(rejection)).text
    assert alice_client.post(address(rejection), sent).status_code == 302


def test_while_nothing_is_said_nothing_is_chosen(alice, alice_client, rejection):
    def chosen():
        return [radio.data["selected"] for radio in form()["prepared"]]

    def form():
        return alice_client.get(address(rejection)).context["form"]

    assert chosen() == [False, False, False, False]
    Verdict.objects.create(owner=alice, interview=rejection.interview, prepared="no")
    assert chosen() == [False, False, True, False]


def test_an_answer_can_be_taken_back(alice, alice_client, rejection, priority):
    found = Verdict.objects.create(owner=alice, interview=rejection.interview, prepared="no")
    Holding.objects.create(owner=alice, verdict=found, priority=priority, answer="yes")
    data = {"prepared": "", f"priority_{priority.pk}": "", "version": "1"}
    alice_client.post(address(rejection), data)
    assert verdict(rejection).prepared == ""
    assert not Holding.objects.exists()


def test_how_they_answered_my_request_is_filled_in(alice_client, rejection):
    make_request(
        rejection.interview,
        state="received",
        asked_on=date(2026, 11, 18),
        answered_on=date(2026, 11, 19),
    )
    answer = alice_client.get(address(rejection))
    assert "They answered the next day." in answer.content.decode()
    assert answer.context["form"]["answered_request"].value() == "yes"


def test_what_i_said_of_it_myself_stands(alice, alice_client, rejection):
    make_request(rejection.interview, state="received", asked_on=date(2026, 11, 18))
    Verdict.objects.create(owner=alice, interview=rejection.interview, answered_request="partly")
    form = alice_client.get(address(rejection)).context["form"]
    assert form["answered_request"].value() == "partly"


def test_with_nothing_to_judge_by_it_offers_the_first_step(alice_client, rejection):
    page = alice_client.get(address(rejection)).content.decode()
    assert reverse("practice:step", args=[rejection.pk]) in page
    assert f"{reverse('judging:priorities')}?rejection={rejection.pk}" in page


def test_a_stranger_finds_nothing(bob_client, rejection):
    assert bob_client.get(address(rejection)).status_code == 404
    assert bob_client.post(address(rejection), {"words": "Mine"}).status_code == 404
    assert bob_client.post(address(rejection, "wanted"), {"wanted": "yes"}).status_code == 404
    assert not Verdict.objects.exists()


def test_nobody_holds_mine_against_theirs(bob, alice_client, rejection):
    theirs = Priority.objects.create(owner=bob, name="Near the sea")
    page = alice_client.get(address(rejection)).content.decode()
    assert "Near the sea" not in page
    alice_client.post(address(rejection), {f"priority_{theirs.pk}": "yes", "prepared": "yes"})
    assert not Holding.objects.exists()


def test_queries_do_not_grow_with_rows(alice, alice_client, rejection):
    found = Verdict.objects.create(owner=alice, interview=rejection.interview)
    counts = []
    for turn in range(2):
        for number in range(3 + 3 * turn):
            make_problem(alice, rejection.interview)
            row = Priority.objects.create(owner=alice, name=f"{turn} {number}")
            Holding.objects.create(owner=alice, verdict=found, priority=row, answer="yes")
        with CaptureQueriesContext(connection) as queries:
            alice_client.get(address(rejection))
        counts.append(len(queries))
    assert counts[0] == counts[1]
