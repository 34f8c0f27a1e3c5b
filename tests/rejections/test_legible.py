import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.rejections.intake import read
from journal.rejections.legible import is_legible
from tests.rejections.test_intake import EXPECTED, MAILS

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360f8cfc0500000040001a72b5d1c0000000049454e44ae426082"
)


@pytest.mark.parametrize("name", EXPECTED)
def test_a_mail_is(name):
    assert is_legible(read((MAILS / name).read_bytes()).text)


@pytest.mark.parametrize("raw", [PNG, bytes(range(256)), b"\0" * 50, b" \n\t", b"--- 1, 2 ---"])
def test_no_mail_is_not(raw):
    assert not is_legible(read(raw).text)


@given(st.integers(), st.integers(150, 4000))
def test_bytes_without_sense_are_not(seed, size):
    assert not is_legible(read(random.Random(seed).randbytes(size)).text)


@pytest.mark.parametrize(
    "text", ["No.\x07", "Wir\x0bhaben uns\x96 anders\x1f entschieden", "不合格"]
)
def test_a_stray_character_does_no_harm(text):
    assert is_legible(text)
