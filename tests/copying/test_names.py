"""No name is left where names are left out, and nothing else is touched."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.copying.names import Names, composed, whose
from tests.hanging import hang_guard

PEOPLE = [
    ("Maria Ortega", "Recruiter"),
    ("Li", "Interviewer"),
    ("Jos\xe9", "Interviewer"),
    ("Mark de Vries", "Hiring manager"),
]


@pytest.fixture
def names() -> Names:
    return whose(PEOPLE, ["Fernwood Robotics", "The Orchard", "42 & Sons"], "Robin Hale")


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Fernwood Robotics said no", "[employer] said no"),
        ("FERNWOOD  robotics, again", "[employer], again"),
        ("at Fernwood's office", "at [employer]'s office"),
        ("fernwood grows here", "fernwood grows here"),
        ("We like robotics", "We like robotics"),
        ("The orchard and the rest. The end", "[employer] and the rest. The end"),
        ("42 & Sons in 42 days", "[employer] in 42 days"),
        ("Ortega, Maria and maria ortega", "[recruiter], [recruiter] and [recruiter]"),
        ("Li liked it", "[interviewer] liked it"),
        ("Mark my words, mark them", "[hiring manager] my words, mark them"),
        ("Hi Robin,\n\nbest, Robin Hale", "Hi [me],\n\nbest, [me]"),
        ("maria@fernwood.example wrote", "[address] wrote"),
        ("see https://fernwood.example/jobs?id=3.", "see [address]"),
        ("(www.fernwood.example)", "([address])"),
        ("_Maria_ and __Fernwood Robotics__", "_[recruiter]_ and __[employer]__"),
        ("maria_ortega", "[recruiter]"),
        ("a@b.example,c@d.example", "[address],[address]"),
        ("Jose\u0301 and Jos\xe9", "[interviewer] and [interviewer]"),
        ("Mariachi, Alison", "Mariachi, Alison"),
        ("", ""),
    ],
)
def test_it_leaves_out(names, text, without):
    assert names.left_out_of(text) == without


@given(st.text(alphabet="ab MariaOtegFrnwodRbtics&-_\n,.", max_size=200))
def test_no_whole_name_is_left_in_any_text(text):
    names = whose(PEOPLE, ["Fernwood Robotics"], "")
    said = names.left_out_of(f"{text} Maria Ortega {text} fernwood robotics {text}").casefold()
    for name in ("maria ortega", "fernwood robotics"):
        assert f" {name} " not in said


@given(st.text(max_size=300))
def test_where_nobody_is_known_only_addresses_go(text):
    said = whose([], [], "").left_out_of(text)
    assert said == composed(text) or "[address]" in said


@pytest.mark.parametrize("piece", ["a", "a@", "a@b.", "www.", "https://", "_", "@", ".@-"])
def test_no_text_hangs_it(names, piece):
    """100 KB read more than once a letter would take minutes."""
    text = piece * (100_000 // len(piece))
    with hang_guard():
        assert names.left_out_of(text)


def test_a_long_text_and_many_names_take_one_pass():
    many = [(f"Person {number}", "Recruiter") for number in range(5000)]
    said = whose(many, [], "").left_out_of("Person 4999 and Person 1 " * 2000)
    assert said == "[recruiter] and [recruiter] " * 2000
