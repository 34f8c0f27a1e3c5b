"""The real material of the walk, to the letter."""

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
MAIL = f"""\
From: Ines Okafor <ines.okafor@fernwoodrobotics.example>
To: robin@example.org
Subject: Re: Senior Backend Engineer at Fernwood Robotics
Date: Thu, 19 Nov 2026 16:12:00 +0100
Message-ID: <20261119@fernwoodrobotics.example>
Content-Type: text/plain; charset=utf-8

{MESSAGE}

Ines Okafor
Talent, Fernwood Robotics

On Tue, 17 Nov 2026 at 18:03, Robin <robin@example.org> wrote:

> Thank you for having me today. When may I hear from you?
"""
# Another no, months before, that named the same gap; and one after which nobody answered.
EARLIER_MAIL = """\
From: Tidewater Labs <no-reply@us.greenhouse-mail.io>
To: robin@example.org
Subject: Your application for Platform Engineer at Tidewater Labs
Date: Tue, 04 Aug 2026 09:30:00 +0000
Content-Type: text/plain; charset=utf-8

Hi Robin,

Thank you for the technical interview for the Platform Engineer role. We have decided to move
forward with other candidates.

The Tidewater Labs team
"""
EARLIER_FEEDBACK = "Solid basics. The design had no answer for conflicting writes in two regions."
EARLIER_QUOTE = "no answer for conflicting writes"
OWN_READING = "I talked for ten minutes before I asked what they need."
# kind, minutes, the question asked in it
ROUNDS = (
    ("Recruiter screen", 30, ""),
    ("Technical screen", 60, "An LRU cache with get and put in O(1)"),
    ("System design", 60, "A rate limiter for a public API across several regions"),
    ("Coding", 60, "Merge overlapping calendar bookings"),
    ("Behavioural", 45, "A disagreement with a tech lead"),
)
# quote, what it is, its name or the reason, its kind
EVIDENCE = (
    ("Pleasant to work with", "Strength", "Pleasant to work with", "Team fit"),
    ("wrote clean, well-named code", "Strength", "Clean code, tested", "Technical"),
    ("two regions disagree about a counter", "Gap", "Consistency across regions", "Technical"),
    (
        "started drawing before asking about traffic or clients",
        "Gap",
        "Clarify before drawing",
        "Communication",
    ),
    (
        "For a senior hire we look for someone who drives the requirements.",
        "Set aside",
        "A mismatch: their stack, level or ways",
        "",
    ),
    ("we did not hear what would be done differently", "Set aside", "I disagree", ""),
)
TAKE = "Ask about traffic and clients before I draw."
LEAVE = "The silence at the whiteboard."
FEELING = "I keep replaying the whiteboard."
ANSWER = "Sort by start, then fold each booking into the last one it touches."
