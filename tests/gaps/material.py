"""The written feedback of the walk, and what is marked in it."""

FEEDBACK = (
    "Pleasant to work with, and wrote clean, well-named code in the coding round, with tests "
    "unprompted. In system design the discussion stayed on a single node for most of the hour; we "
    "had to prompt for what happens when two regions disagree about a counter, and the trade-off "
    "between accuracy and latency was not clear. Also started drawing before asking about traffic "
    "or clients. For a senior hire we look for someone who drives the requirements. In the "
    "behavioural round the example was honest but we did not hear what would be done differently."
)
PLEASANT = "Pleasant to work with"
CLEAN = "wrote clean, well-named code in the coding round, with tests unprompted."
PROMPT = "we had to prompt for what happens when two regions disagree about a counter,"
DRAWING = "Also started drawing before asking about traffic or clients."
SENIOR = "For a senior hire we look for someone who drives the requirements."
HONEST = (
    "In the behavioural round the example was honest but we did not hear what would be done "
    "differently."
)
MARKS = (
    {"quote": PLEASANT, "what": "strength", "name": "Pleasant to work with", "kind": "team_fit"},
    {"quote": CLEAN, "what": "strength", "name": "Clean code, tested", "kind": "technical"},
    {"quote": PROMPT, "what": "gap", "name": "Consistency across regions", "kind": "technical"},
    {"quote": DRAWING, "what": "gap", "name": "Clarify before drawing", "kind": "communication"},
    {"quote": SENIOR, "what": "aside", "aside": "mismatch"},
    {
        "quote": HONEST,
        "what": "aside",
        "aside": "disagree",
        "note": "I did say it; they ran out of time.",
    },
)
