"""Names left out of a text: whoever and whatever could tell a reader who is meant. Pure."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

# An underscore is Markdown's, and no part of a name.
WORD = re.compile(r"[^\W_]+")
# Each search of an address begins where none can have begun before, so that a text is read once.
LOCAL = r"[^\s<>()\[\],;:@]"
ADDRESS = re.compile(rf"(?:https?://|www\.)[^\s<>()\[\]]+|(?<!{LOCAL}){LOCAL}+@[\w-]+(?:\.[\w-]+)+")
# A shorter part of a name is too often a word: "Al", "de".
SHORTEST_PART = 3
SHORTEST_BRAND = 4


class Names:
    """What stands in the place of each name.

    A whole name goes in any case; a part of it only as it is written: Mark, and not "mark". Where
    people go by every part of their names, an employer goes by the first of its words.
    """

    def __init__(self) -> None:
        self._whole: dict[tuple[str, ...], str] = {}
        self._lengths: dict[str, set[int]] = defaultdict(set)
        self._parts: dict[str, str] = {}

    def add_person(self, name: str, instead: str) -> None:
        self._add(name, instead)
        for part in words_of(name):
            if len(part) >= SHORTEST_PART:
                self._parts.setdefault(part, instead)

    def add_employer(self, name: str, instead: str) -> None:
        self._add(name, instead)
        for part in words_of(name)[:1]:
            if len(part) >= SHORTEST_BRAND:
                self._parts.setdefault(part, instead)

    def _add(self, name: str, instead: str) -> None:
        if words := [word.casefold() for word in words_of(name)]:
            self._whole.setdefault(tuple(words), instead)
            self._lengths[words[0]].add(len(words))

    def left_out_of(self, text: str) -> str:
        text = ADDRESS.sub("[address]", composed(text))
        found = list(WORD.finditer(text))
        words = [match.group().casefold() for match in found]
        pieces, end, at = [], 0, 0
        while at < len(found):
            many, instead = self._name_at(at, words, found[at].group())
            if many:
                pieces += [text[end : found[at].start()], instead]
                end = found[at + many - 1].end()
            at += many or 1
        return "".join([*pieces, text[end:]])

    def _name_at(self, at: int, words: list[str], written: str) -> tuple[int, str]:
        """How many words from here on are a name; 0 for none."""
        for many in sorted(self._lengths.get(words[at], ()), reverse=True):
            if instead := self._whole.get(tuple(words[at : at + many])):
                return many, instead
        return (1, self._parts[written]) if written in self._parts else (0, "")


def words_of(name: str) -> list[str]:
    return WORD.findall(composed(name))


def composed(text: str) -> str:
    """With each letter as one sign, however its accent was typed."""
    return unicodedata.normalize("NFC", text)


def whose(people: Iterable[tuple[str, str]], employers: Iterable[str], own: str) -> Names:
    """`people` are pairs of a name and the part they had in it, in words."""
    names = Names()
    names.add_person(own, "[me]")
    for name, part in people:
        names.add_person(name, f"[{part.lower()}]")
    for name in employers:
        names.add_employer(name, "[employer]")
    return names
