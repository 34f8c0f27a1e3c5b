"""A wording of one's own, with blanks for what differs each time: {name}, {role}. Pure."""

import re

from journal.feedback.letters import Letter, LetterFacts, called, one_line, people, round_called

# What stands in for what, as a person reads it.
BLANKS = {
    "name": "what they are called",
    "round": "the round they saw me in",
    "employer": "the employer",
    "role": "the role",
    "people": "who interviewed me",
    "asked": "the day I asked",
    "me": "my name",
}


def filled(own: Letter, facts: LetterFacts) -> Letter:
    """A wording of one's own, its blanks filled in; what is not known leaves its blank to see."""
    known = _blanks(facts)

    def fill(text: str) -> str:
        return re.sub(r"\{(\w+)\}", lambda found: known.get(found[1]) or found[0], text)

    return Letter(one_line(fill(own.subject)), fill(own.body))


def blanked(letter: Letter, facts: LetterFacts) -> Letter:
    """A letter as a wording for others like it: what is of this one alone becomes a blank."""
    blanks = reversed([*_blanks(facts).items(), ("name", one_line(facts.to))])
    known = {text: blank for blank, text in blanks if len(text) > 1}
    if not known:
        return letter
    longest_first = sorted(known, key=len, reverse=True)
    said = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")

    def left_blank(found: re.Match) -> str:
        blank = known[found[0]]
        may_be_a_word = blank in {"me", "name"} and " " not in found[0]
        return found[0] if may_be_a_word and not _is_a_name(found) else f"{{{blank}}}"

    return Letter(*(said.sub(left_blank, text) for text in letter))


def _is_a_name(found: re.Match) -> bool:
    """Greeted in the first line, or alone on a line: "May" is a month, and "will" a verb."""
    before, after = found.string[: found.start()], found.string[found.end() :]
    alone = before[-1:] in {"", "\n"} and after[:1] in {"", "\n"}
    greeted = "\n" not in before and re.match(r"[ \t]*([,.;:!?\n]|$)", after)
    return bool(alone or greeted)


def _blanks(facts: LetterFacts) -> dict[str, str]:
    """The first of two that read alike is meant."""
    return {
        "me": one_line(facts.sender),
        "name": called(one_line(facts.to)),
        "employer": one_line(facts.employer),
        "role": one_line(facts.role),
        "round": round_called(facts.round),
        "people": people(facts.panel, facts.rounds),
        "asked": one_line(facts.asked),
    }
