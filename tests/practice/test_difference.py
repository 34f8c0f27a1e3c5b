from hypothesis import given
from hypothesis import strategies as st

from journal.practice.difference import AROUND, MOST_LINES, difference

code = st.lists(st.sampled_from(["a", "b = 1", "  return b", "", "if a:"]), max_size=30).map(
    "\n".join
)


def of(what, pieces):
    return [line for piece in pieces if piece.what in what for line in piece.lines]


@given(code, code)
def test_either_text_can_be_read_from_it(old, new):
    pieces = difference(old, new)

    if pieces:
        assert of({"same", "skipped", "gone"}, pieces) == old.strip("\n").split("\n")
        assert of({"same", "skipped", "new"}, pieces) == new.strip("\n").split("\n")
    else:
        assert not old.strip() or not new.strip() or old.strip("\n") == new.strip("\n")


def test_a_long_run_alike_is_left_out():
    lines = [f"line {number}" for number in range(20)]

    pieces = difference("\n".join(lines), "\n".join([*lines, "more"]))

    assert [piece.what for piece in pieces] == ["skipped", "same", "new"]
    assert len(pieces[1].lines) == AROUND


def test_ends_of_lines_are_no_difference():
    assert difference("a \nb\n", "a\nb") == []


def test_too_much_is_not_compared():
    assert difference("a\n" * (MOST_LINES + 1), "b") == []
