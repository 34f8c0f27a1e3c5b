import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.gaps.anchoring import (
    AROUND,
    Found,
    Lost,
    around,
    find,
    locate,
    sentences,
    spans,
)
from tests.gaps.material import FEEDBACK, PROMPT

LETTERS = st.sampled_from("ab .\n?é\u0301👍🏽👩\u200d💻ß漢。[]()<&-")
TEXTS = st.text(LETTERS, min_size=1, max_size=120)
DISTINCT = st.lists(
    st.text("abcdefgh👍é\u0301", min_size=2, max_size=6), min_size=3, max_size=40, unique=True
).map(" ".join)


@st.composite
def quoted(draw, texts=TEXTS):
    """A text, and where a quote of it starts and ends."""
    text = draw(texts)
    start = draw(st.integers(0, len(text) - 1))
    return text, start, draw(st.integers(start + 1, len(text)))


def kept(text, start, end):
    return text[start:end], start, *around(text, start, end)


@given(quoted())
def test_in_an_untouched_text_a_quote_is_found_where_it_was(chosen):
    text, start, end = chosen
    assert find(text, *kept(text, start, end)) == Found(start, end)


@given(quoted(), st.text(LETTERS, max_size=40), st.data())
def test_after_an_edit_it_stands_in_its_surroundings_or_is_lost(chosen, new, data):
    text, start, end = chosen
    quote, _, before, after = kept(text, start, end)
    cut = data.draw(st.integers(0, len(text)))
    until = data.draw(st.integers(cut, len(text)))
    edited = text[:cut] + new + text[until:]
    found = find(edited, quote, start, before, after)
    if isinstance(found, Found):
        assert edited[found.start : found.end] == quote
        on_its_left = edited.endswith(before, 0, found.start)
        on_its_right = edited.startswith(after, found.end)
        assert on_its_left or on_its_right
    else:
        assert found == (Lost.MOVED if quote in edited else Lost.GONE)


@given(DISTINCT, st.data())
def test_among_distinct_words_it_is_never_found_elsewhere(text, data):
    """An edit beside the quote moves it by as much as the text grew; an edit in it loses it."""
    words = text.split(" ")
    at = data.draw(st.integers(0, len(words) - 1))
    start = len(" ".join(words[:at])) + bool(at)
    end = start + len(words[at])
    changed = data.draw(st.integers(0, len(words) - 1))
    edited = " ".join([*words[:changed], "Z" * data.draw(st.integers(1, 9)), *words[changed + 1 :]])
    found = find(edited, *kept(text, start, end))
    moved = (len(edited) - len(text)) if changed < at else 0
    if changed == at:
        assert not isinstance(found, Found) or edited[found.start : found.end] == words[at]
    else:
        assert found in (Found(start + moved, end + moved), Lost.MOVED)


def test_a_quote_moves_with_what_stands_around_it():
    start = FEEDBACK.index(PROMPT)
    known = kept(FEEDBACK, start, start + len(PROMPT))
    assert find(f"Hi Sam,\n{FEEDBACK}", *known) == Found(start + 8, start + 8 + len(PROMPT))
    one_typo = FEEDBACK.replace("single node", "single  node")
    assert find(one_typo, *known) == Found(start + 1, start + 1 + len(PROMPT))


def test_the_same_words_in_other_surroundings_are_moved_not_found():
    known = kept("I liked the code. It was slow to start.", 18, 39)
    assert find("Nobody said: It was slow to start. Hm!", *known) == Lost.MOVED
    assert find("Nothing of it is left.", *known) == Lost.GONE


def test_twins_are_told_apart_by_their_surroundings_only():
    text = "First: too slow. Second: too slow."
    start = text.rindex("too slow")
    assert find(f"Well. {text}", *kept(text, start, start + 8)) == Found(start + 6, start + 14)
    twice = "too slow. " * 9
    assert find(f"x{twice}{twice}", "too slow", 0, "", "") == Lost.MOVED


def test_around_keeps_as_much_as_its_columns_hold():
    before, after = around("a" * 100 + "quote" + "b" * 100, 100, 105)
    assert (before, after) == ("a" * AROUND, "b" * AROUND)
    assert around("quote", 0, 5) == ("", "")


@given(quoted())
def test_selected_words_are_located_where_they_were_selected(chosen):
    text, start, end = chosen
    words = text[start:end]
    found = locate(text, words, start + len(words) - len(words.lstrip()))
    if words.strip():
        assert text[found.start : found.end] == words.strip()
        assert found.start == start + len(words) - len(words.lstrip())
    else:
        assert found is None


@given(quoted())
def test_pasted_words_are_found_however_their_lines_are_broken(chosen):
    text, start, end = chosen
    pasted = "\n  ".join(text[start:end].split())
    found = locate(text, pasted)
    if pasted:
        assert text[found.start : found.end].split() == pasted.split()
    else:
        assert found is None


def test_the_nearest_of_several_places_is_meant():
    text = "slow, slow, slow"
    assert locate(text, "slow") == Found(0, 4)
    assert locate(text, "slow", 7) == Found(6, 10)
    assert locate(text, "slow", 10**9) == Found(12, 16)
    assert locate(text, "fast", 7) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n ", []),
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("Ask first, e.g. about traffic. Then draw.", 2),
        ("Dr. Ana J. Roe asked at 3.5 p.m. on Tuesday. It went well.", 2),
        ("They use Go, C, etc. They liked it.", 2),
        ("It was written in C. Nobody minded.", 2),
        ("So did I. They did not.", 2),
        ("Well... not quite. No", ["Well... not quite.", "No"]),
        ("“Too slow.” That was it.", ["“Too slow.”", "That was it."]),
        ("nice code. but slow", ["nice code.", "but slow"]),
        ("Das war z.B. gut. Danke.", 2),
        ("很好。谢谢！", ["很好。", "谢谢！"]),
        ("- clean code\n- slow start. Really\n2. more tests", 4),
        ("What went well:\nthe code", ["What went well:", "the code"]),
        ("Hi Sam\n\nThank you", ["Hi Sam", "Thank you"]),
        (
            "The discussion stayed on one node for most of the hour, and we\nhad to prompt. Next.",
            2,
        ),
        ("Good 👍🏽. Bad 👩\u200d💻!", ["Good 👍🏽.", "Bad 👩\u200d💻!"]),
        (FEEDBACK, 5),
    ],
)
def test_sentences(text, expected):
    found = [text[start:end] for start, end in sentences(text)]
    assert (len(found) if isinstance(expected, int) else found) == expected


@given(TEXTS)
def test_sentences_stand_in_order_and_leave_out_nothing_but_space_and_bullets(text):
    found = sentences(text)
    at = 0
    for start, end in found:
        assert at <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        assert not text[at:start].strip(" \n-")
        at = end
    assert not text[at:].strip(" \n-")


@given(quoted(), st.lists(st.tuples(st.integers(0, 120), st.integers(1, 60)), max_size=8))
def test_pieces_make_up_the_text_and_know_their_marks(chosen, more):
    text, start, end = chosen
    marks = [(start, end, 0)]
    for number, (at, length) in enumerate(more, 1):
        if at < len(text):
            marks.append((at, min(len(text), at + length), number))
    pieces = spans(text, marks)
    assert "".join(piece.text for piece in pieces) == text
    assert all(piece.text for piece in pieces)
    at = 0
    for piece in pieces:
        covering = {key for start, end, key in marks if start <= at and at + len(piece.text) <= end}
        assert set(piece.marks) == covering
        assert set(piece.begins) == {key for start, _, key in marks if start == at}
        at += len(piece.text)


def test_the_widest_mark_is_the_outermost():
    pieces = spans("abcdef", [(2, 4, "inner"), (1, 5, "outer")])
    assert [(piece.text, piece.marks) for piece in pieces] == [
        ("a", ()),
        ("b", ("outer",)),
        ("cd", ("outer", "inner")),
        ("e", ("outer",)),
        ("f", ()),
    ]


HOSTILE = ["[", "(", ".", ". ", ".\n", "\n", "a. ", "a\n", "- \n", "!(", "“", "x", " ", "1. ", "。"]


@pytest.mark.parametrize("family", HOSTILE)
def test_100_kb_of_anything_are_quick(family):
    text = (family * 100_000)[:100_000]
    began = time.process_time()
    sentences(text)
    find(text, text[500:900], 499, text[435:499], text[900:964])
    locate(text, text[:5_000] + "  nothing")
    assert time.process_time() - began < 1.5
