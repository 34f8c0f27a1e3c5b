"""Where a quote stands in a text. Pure; positions are Unicode code points of the stored text."""

import re
from collections.abc import Collection, Hashable, Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice, pairwise

AROUND = 64
TELLING = 12


@dataclass(frozen=True)
class Found:
    start: int
    end: int


class Lost(Enum):
    """Why a quote has no place of its own any more."""

    MOVED = "moved"
    GONE = "gone"


@dataclass(frozen=True)
class Piece[Mark: Hashable]:
    """A run of the text, the marks it lies in (the first to begin first), those that begin here."""

    text: str
    marks: tuple[Mark, ...] = ()
    begins: tuple[Mark, ...] = ()


def around(text: str, start: int, end: int) -> tuple[str, str]:
    """What stands before and after, kept so that the quote is known again."""
    return text[max(0, start - AROUND) : start], text[end : end + AROUND]


def find(text: str, quote: str, start: int, before: str, after: str) -> Found | Lost:
    """Where a quote stands after the text was edited: with what stood around it, or nowhere.

    The words alone are never enough. Where they stand in other surroundings, or in several alike,
    they are MOVED, and only a person can say where to.
    """
    end = start + len(quote)
    if text[start:end] == quote and _surrounded(text, start, end, before, after):
        return Found(start, end)
    whole = _places(text, before + quote + after)
    if whole:
        places = {place + len(before) for place in whole}
    else:
        left = _places(text, before + quote) if len(before) >= TELLING else []
        right = _places(text, quote + after) if len(after) >= TELLING else []
        places = {*(place + len(before) for place in left), *right}
    if len(places) == 1:
        place = places.pop()
        return Found(place, place + len(quote))
    return Lost.MOVED if quote in text else Lost.GONE


def _surrounded(text: str, start: int, end: int, before: str, after: str) -> bool:
    return text.endswith(before, 0, start) and text.startswith(after, end)


def _places(text: str, words: str) -> list[int]:
    """Where the words stand: none, the one place, or two of many."""
    first = text.find(words)
    if first < 0:
        return []
    second = text.find(words, first + 1)
    return [first] if second < 0 else [first, second]


def locate(text: str, quote: str, near: int | None = None) -> Found | None:
    """Words that somebody selected or typed off: the place nearest to `near`, else the first.

    Typed or pasted words match however their spaces and lines are broken.
    """
    quote = quote.strip()
    if not quote:
        return None
    if near is not None and text.startswith(quote, near):
        return Found(near, near + len(quote))
    if quote in text:
        return _nearest(text, quote, near or 0)
    return _loosely(text, " ".join(quote.split()))


def _loosely(text: str, quote: str) -> Found | None:
    words = [word.span() for word in re.finditer(r"\S+", text)]
    place = " ".join(text[start:end] for start, end in words).find(quote)
    if place < 0:
        return None
    last, at, found = place + len(quote), 0, []
    for start, end in words:
        found += [start + edge - at for edge in (place, last) if at <= edge <= at + end - start]
        at += end - start + 1
    return Found(found[0], found[-1])


def _nearest(text: str, quote: str, near: int) -> Found:
    after = text.find(quote, near)
    before = text.rfind(quote, 0, near + len(quote))
    places = [place for place in (before, after) if place >= 0] or [text.find(quote)]
    place = min(places, key=lambda place: abs(place - near))
    return Found(place, place + len(quote))


ENDING = re.compile(r"[.!?…]+[\"'”’»)\]]*|[。！？]+[」』”’]*")
NEXT = re.compile(r"\s*[\"'“‘«(\[]*(\S?)")
BULLET = re.compile(r"\s*(?:[-*•–—·]|\d{1,3}[.)])\s")
LONGEST_WORD = 40
FULL_LINE = 50

# fmt: off
NEVER_LAST = {
    "dr", "mr", "mrs", "ms", "prof", "st", "mme", "vs", "cf", "approx", "incl", "resp", "fig", "nr",
    "ca", "bzw", "evtl", "ggf", "vgl", "inkl", "eg", "ie", "e.g", "i.e", "z.b", "d.h", "u.a",
}
SELDOM_LAST = {"etc", "inc", "ltd", "co", "corp", "jr", "sr", "usw", "a.m", "p.m", "no"}
# fmt: on


def sentences(
    text: str, most: int | None = None, headings: Collection[str] = ()
) -> list[tuple[int, int]]:
    """Where each sentence starts and ends, without spaces and bullets; the first `most` of them.

    A line that is one of the `headings` is part of none.
    """
    found = (_trimmed(text, start, end) for start, end in _sentences(text, headings))
    return list(islice(filter(None, found), most))


def _sentences(text: str, headings: Collection[str]) -> Iterable[tuple[int, int]]:
    for start, end in _paragraphs(text, headings):
        begin = start
        for stop in ENDING.finditer(text, start, end):
            if _ends_here(text, begin, stop, end):
                yield begin, stop.end()
                begin = stop.end()
        yield begin, end


def _paragraphs(text: str, headings: Collection[str]) -> Iterable[tuple[int, int]]:
    """Runs of lines that belong together: a line broken by a mail program goes on in the next."""
    begin = line = 0
    while (newline := text.find("\n", line)) >= 0:
        following = text.find("\n", newline + 1)
        after = text[newline + 1 : following if following >= 0 else len(text)]
        is_heading = text[line:newline] in headings
        if is_heading or after in headings or _line_ends(text[line:newline], after):
            if begin < newline and not is_heading:
                yield begin, newline
            begin = newline + 1
        line = newline + 1
    if text[begin:] not in headings:
        yield begin, len(text)


def _line_ends(line: str, after: str) -> bool:
    line, first = line.strip(), after.lstrip()[:1]
    if not line or not first or line[-1] in ".!?:;…。！？" or BULLET.match(after):
        return True
    return len(line) < FULL_LINE and not first.islower()


def _ends_here(text: str, begin: int, stop: re.Match[str], end: int) -> bool:
    mark, following = stop.group(), NEXT.match(text, stop.end(), end)
    first = following.group(1) if following else ""
    if not first or mark[0] in "。！？":
        return True
    if not text[stop.end()].isspace():
        return False
    if mark.startswith(("..", "…")):
        return not first.islower()
    return mark[0] != "." or _is_full_stop(
        text[max(begin, stop.start() - LONGEST_WORD) : stop.start()], first
    )


def _is_full_stop(before: str, first: str) -> bool:
    """Whether a full stop after these words ends a sentence, or only shortens the last of them."""
    earlier, word = _last_words(before)
    bare = word.casefold().lstrip("\"'“‘«([")
    if bare in SELDOM_LAST:
        return first.isupper()
    is_number_of_a_list = bare.isdecimal() and not earlier
    is_initial = len(bare) == 1 and word[-1:].isupper() and word != "I" and first.isupper()
    if is_initial and (not earlier or earlier[:1].isupper()):
        return False
    return bare not in NEVER_LAST and not is_number_of_a_list


def _last_words(text: str) -> tuple[str, str]:
    words = text.split()
    return (words[-2] if len(words) > 1 else ""), (words[-1] if words else "")


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    bullet = BULLET.match(text, start, end)
    if bullet:
        start = bullet.end()
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    end -= len(words) - len(words.rstrip())
    return (start, end) if start < end else None


def spans[Mark: Hashable](text: str, marks: Sequence[tuple[int, int, Mark]]) -> list[Piece[Mark]]:
    """The text cut where a mark begins or ends, each piece with the marks it lies in."""
    starting: dict[int, list[tuple[int, int, Mark]]] = {}
    for mark in sorted(marks, key=lambda mark: (mark[0], -mark[1])):
        starting.setdefault(mark[0], []).append(mark)
    cuts = sorted({0, len(text), *(cut for start, end, _ in marks for cut in (start, end))})
    pieces: list[Piece[Mark]] = []
    inside: list[tuple[int, int, Mark]] = []
    for start, end in pairwise(cuts):
        begins = starting.get(start, [])
        inside = [mark for mark in inside if mark[1] > start] + begins
        keys = tuple(key for _, _, key in inside)
        pieces.append(Piece(text[start:end], keys, tuple(key for _, _, key in begins)))
    return pieces
