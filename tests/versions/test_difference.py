import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.versions.difference import Fate, Passage, difference


@pytest.mark.parametrize(
    ("before", "after", "passages"),
    [
        ("", "", []),
        ("One.", "One.", [(Fate.STAYED, "One.")]),
        ("", "One.", [(Fate.CAME, "One.")]),
        ("One.", "", [(Fate.WENT, "One.")]),
        (
            "It stings today.\nStill.",
            "It stings less.\nStill.",
            [
                (Fate.STAYED, "It stings "),
                (Fate.WENT, "today.\n"),
                (Fate.CAME, "less.\n"),
                (Fate.STAYED, "Still."),
            ],
        ),
    ],
)
def test_it_reads_word_by_word(before, after, passages):
    assert difference(before, after) == [Passage(*each) for each in passages]


@given(st.text("ab \n", max_size=60), st.text("ab \n", max_size=60))
def test_both_texts_are_in_it(before, after):
    passages = difference(before, after)
    assert "".join(p.text for p in passages if p.fate != Fate.CAME) == before
    assert "".join(p.text for p in passages if p.fate != Fate.WENT) == after


@pytest.mark.parametrize("family", ["[", "a ", "a\n", "ab\nba\n", " \t"])
def test_both_texts_are_in_it_however_long(family):
    """Two texts of 100 KB that hardly agree: shown in larger pieces, never left out."""
    before, after = family * (100_000 // len(family)), f"x{family}" * (100_000 // len(family))
    passages = difference(before, after)
    assert "".join(p.text for p in passages if p.fate != Fate.CAME) == before
    assert "".join(p.text for p in passages if p.fate != Fate.WENT) == after
