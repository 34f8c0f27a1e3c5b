"""The words of the demo journal. Every employer in it is made up."""

from typing import NamedTuple

MESSAGE = (
    "Hi, thank you for coming in on Tuesday for the Senior Backend Engineer role at Fernwood "
    "Robotics. The panel met this morning. We enjoyed the conversations, but we have decided to "
    "move forward with another candidate. Happy to share some feedback on a quick call if helpful."
)
FEEDBACK = (
    "Pleasant to work with, and wrote clean, well-named code in the coding round, with tests "
    "unprompted. In system design the discussion stayed on a single node for most of the hour; we "
    "had to prompt for what happens when two regions disagree about a counter, and the trade-off "
    "between accuracy and latency was not clear. Also started drawing before asking about traffic "
    "or clients. For a senior hire we look for someone who drives the requirements. In the "
    "behavioural round the example was honest but we did not hear what would be done differently."
)
TIDEWATER_MESSAGE = (
    "Hello, thank you for the time you gave us. After careful thought we will not be moving "
    "forward. The team was impressed by your code. If feedback would help, please ask."
)
TIDEWATER_FEEDBACK = (
    "Strong, tidy code and good questions about the data. When we moved to two data centres the "
    "design had no answer for conflicting writes. Friendly throughout; the team would have liked "
    "to hear more about how you bring others along."
)
QUILLPOST_FEEDBACK = (
    "You explained your choices well. In the screen the first half hour went into a data model "
    "that the question did not need, so the part we wanted to see came late."
)
MARLOW = "They run the timetables of **three cities**. The recruiter spoke of a team of five."
MERGE_THEN = """\
def merge(bookings):
    out = []
    for b in bookings:
        for o in out:
            if b.start <= o.end:
                o.end = max(o.end, b.end)
    return out"""
MERGE_NOW = """\
def merge(bookings):
    merged = []
    for b in sorted(bookings):
        if merged and b.start <= merged[-1].end:
            merged[-1].end = max(merged[-1].end, b.end)
        else:
            merged.append(b)
    return merged"""
LIMITER = "A rate limiter for a public API across several regions"
MERGE = "Merge overlapping calendar bookings"
LEAD = "A disagreement with a tech lead"
CACHE = "An LRU cache with get and put in O(1)"

CONSISTENCY = "Consistency across regions"
CLARIFYING = "Clarify before drawing"
CLEAN_CODE = "Clean code, tested"
PLEASANT = "Pleasant to work with"


class Earlier(NamedTuple):
    employer: str
    role: str
    stage: str
    take: str

    def again(self, number: int) -> "Earlier":
        """The same line under another name, where a long journal uses it a second time."""
        turn = number // len(EARLIER) + 1
        return self if turn == 1 else self._replace(employer=f"{self.employer} {turn}")


EARLIER = (
    Earlier(
        "Juniper Maps",
        "Backend Engineer",
        "Onsite or final rounds",
        "Ask about the data before the code.",
    ),
    Earlier("Halden Energy", "Platform Engineer", "Technical screen", "Say the plan aloud first."),
    Earlier(
        "Pipit Finance", "Senior Engineer", "Recruiter screen", "Have three short stories ready."
    ),
    Earlier(
        "Osprey Freight", "Backend Engineer", "Take-home", "Four hours is a limit, not a target."
    ),
    Earlier("Lantern Books", "Software Engineer", "Onsite or final rounds", "I like small teams."),
    Earlier(
        "Copperline", "Site Reliability Engineer", "Technical screen", "Draw the failure first."
    ),
    Earlier(
        "Saltmarsh Health", "Backend Engineer", "Application", "Nothing: it was a form letter."
    ),
    Earlier("Brindle Games", "Server Engineer", "Team match", "Ask what the team shipped last."),
)


class Judged(NamedTuple):
    """My verdict. `ways` and `held` have a letter each: yes, partly, no, or - for not said."""

    wanted: str
    again: str
    ways: str
    held: str
    words: str


JUDGED = {
    "Juniper Maps": Judged("yes", "yes", "yyypy-", "yyp", "They had read my code beforehand."),
    "Halden Energy": Judged("unsure", "later", "pyn-y-", "-yn", "A fair screen, a vague team."),
    "Osprey Freight": Judged("no", "no", "nn-pnn", "np-", "Four hours became a weekend."),
    "Lantern Books": Judged("yes", "yes", "yyyyyp", "ypy", "Five people who finish sentences."),
    "Copperline": Judged("unsure", "later", "ppy-py", "pn-", "Good people, paged every night."),
}

# How many days ago a mail went, and what it brought.
MAILS = (
    (1, ["problems"]),
    (2, ["interview", "problems"]),
    (5, ["ask"]),
    (8, ["nudge", "problems"]),
)
