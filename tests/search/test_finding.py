"""Finding by name, as a page and as the palette asks."""

import pytest
from django.urls import reverse

from journal.ownership.trash import move_to_trash
from tests import factories as make

FIND = reverse("search:find")


@pytest.fixture
def find(alice_client):
    """The names that are found, by kind."""

    def ask(typed):
        kinds = alice_client.get(FIND, {"q": typed}).json()["kinds"]
        return {kind["name"]: [each["name"] for each in kind["found"]] for kind in kinds}

    return ask


@pytest.fixture
def journal(alice):
    employer = make.make_employer(alice, "Fernwood Robotics")
    interview = make.make_interview(alice, employer, "Senior Backend Engineer")
    make.make_problem(alice, interview, "Merge overlapping bookings")
    make.make_gap(alice, "Clarify before drawing")
    return interview


def test_each_kind_by_its_name_in_any_case(find, journal):
    assert find("FERN") == {
        "Employers": ["Fernwood Robotics"],
        "Interviews": ["Fernwood Robotics, Senior Backend Engineer"],
    }
    assert find("overLAP") == {"Problems": ["Merge overlapping bookings"]}
    assert find("drawing") == {"Gaps and strengths": ["Clarify before drawing"]}


def test_every_word_counts_in_any_order(find, journal):
    assert find("engineer fernwood") == {
        "Interviews": ["Fernwood Robotics, Senior Backend Engineer"]
    }
    assert find("fernwood pilot") == {}


def test_letters_beyond_a_to_z(find, alice):
    make.make_employer(alice, "Éclair Søfart")
    make.make_problem(alice, title="Übung: (a+b)* [sic]")
    assert find("éclair SØF") == {"Employers": ["Éclair Søfart"]}
    assert find("(A+B)* [") == {"Problems": ["Übung: (a+b)* [sic]"]}


def test_letters_beyond_a_to_z_in_a_title(find, alice):
    make.make_problem(alice, title="Übung")
    assert find("übung") == {"Problems": ["Übung"]}


@pytest.mark.parametrize("typed", ["", "   ", "\0", "%", "_", "\\", "x" * 5000, "q " * 3000])
def test_whatever_is_typed(find, journal, typed):
    assert find(typed) == {}


def test_nothing_of_anybody_else_and_nothing_deleted(find, alice, bob, journal):
    make.make_employer(bob, "Fernwood Gardens")
    make.make_gap(bob, "Fernwood")
    move_to_trash(journal.employer)
    assert find("fern") == {}


def test_it_leads_there(alice_client, alice, journal):
    coming = make.make_interview(alice, journal.employer, "Coming")
    rejection = make.make_rejection(alice, journal)
    (employers, interviews) = alice_client.get(FIND, {"q": "fern"}).json()["kinds"]
    assert [each["address"] for each in employers["found"] + interviews["found"]] == [
        reverse("employers:detail", args=[journal.employer.pk]),
        reverse("interviews:detail", args=[coming.pk]),
        reverse("path:page", args=[rejection.pk]),
    ]
    for each in employers["found"] + interviews["found"]:
        assert alice_client.get(each["address"]).status_code == 200


def test_a_name_that_begins_so_comes_first(find, alice):
    for name in ("Big Tide", "A tide", "Tidewater"):
        make.make_employer(alice, name)
    assert find("tide")["Employers"] == ["Tidewater", "A tide", "Big Tide"]


def test_a_few_of_a_kind_at_the_same_cost(
    find, alice, alice_client, django_assert_max_num_queries, journal
):
    with django_assert_max_num_queries(99) as few:
        alice_client.get(FIND, {"q": "e"})
    for number in range(20):
        employer = make.make_employer(alice, f"Employer {number}")
        interview = make.make_interview(alice, employer)
        make.make_problem(alice, interview, f"Problem {number}")
        make.make_gap(alice, f"Gap e {number}")
    with django_assert_max_num_queries(len(few)):
        alice_client.get(FIND, {"q": "e"})
    assert {len(names) for names in find("e").values()} == {8}


def test_the_page_shows_the_same(alice_client, journal):
    page = alice_client.get(reverse("search:page"), {"q": "fern"}).text
    assert 'value="fern"' in page
    assert reverse("employers:detail", args=[journal.employer.pk]) in page
    assert "Senior Backend Engineer" in page
    nothing = alice_client.get(reverse("search:page"), {"q": "nowhere"}).text
    assert "Nothing is called that" in nothing
    assert "Nothing is called that" not in alice_client.get(reverse("search:page")).text


def test_an_answer_is_kept_nowhere(alice_client, journal):
    assert alice_client.get(FIND, {"q": "fern"}).headers["Cache-Control"] == "no-store"
