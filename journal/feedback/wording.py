"""The letters word by word, in three tones. Text only: `letters.py` chooses one and fills it in.

A part that may be missing (`where`, `earlier`) brings its own space along.
"""

QUESTIONS = """\
1. What went well?
2. What should I change?
3. What were you looking for at this level?"""

GREETINGS = {"warm": "Hi", "plain": "Hello", "brief": "Hi"}
GOODBYES = {"warm": "Warm regards", "plain": "Kind regards", "brief": "Best wishes"}

ROUNDS = {
    "recruiter": "the recruiter screen",
    "technical": "the technical screen",
    "coding": "the coding round",
    "system_design": "the system design round",
    "behavioural": "the behavioural round",
    "domain": "the domain knowledge round",
    "take_home": "the take-home",
    "hiring_manager": "our conversation",
    "team": "the meeting with the team",
    "other": "our interview",
}

# As they are called to somebody who was not there; what nobody met me in is not among them.
TOLD_ROUNDS = {
    kind: "the hiring manager round" if kind == "hiring_manager" else called
    for kind, called in ROUNDS.items()
    if kind not in {"recruiter", "take_home", "other"}
}

SUBJECTS = {
    "interviewer": "A few lines of feedback on {round}?",
    "recruiter": "Feedback on my interviews{where}",
    "interviewer call": "Yes to a call about {round}, and a small request",
    "recruiter call": "Yes to a call about my interviews{where}, and a small request",
    "nudge": "A short reminder of my request{where}",
    "thanks": "Thank you for your feedback",
}

# Who answers where it is not known, or too many to name.
PANEL = "the people who interviewed me"

# How they were told: an answer that was given, or one that never came.
NEWS = {
    "interviewer warm": (
        "I know that the answer was no, and I am not writing to question it.",
        "I have not heard back since, so I take it that the answer is no.",
    ),
    "interviewer plain": (
        "I know that the answer was no, and I accept that.",
        "I have not heard back since, so I take it that the answer is no.",
    ),
    "recruiter warm": (
        "Thank you for letting me know, and for your help through the process{where}.",
        "Thank you for your help through the process{where}. "
        "I have not heard back for a while, so I take it that the answer is no.",
    ),
    "recruiter plain": (
        "Thank you for letting me know the outcome of the process{where}. I accept the decision.",
        "I have not heard back about the process{where}, so I take it that the answer is no.",
    ),
}
NO_NEWS = ("", "")

LETTERS = {
    "interviewer warm": """\
Thank you for the time you gave to {round}{where}. {news} You saw something there that I \
cannot see from my side, and I would like to learn from it.

Would you write me a few lines on three things?

{questions}

A sentence on each is plenty, and please be as blunt as you like. In writing, I can come back \
to it when I practise.

Thank you for whatever you can share. I wish you and the team well.""",
    "interviewer plain": """\
Thank you for the time you gave to {round}{where}. {news}

To prepare better for the next one, I would be grateful for a few lines in writing on three \
points:

{questions}

A sentence on each is enough. Thank you for considering it.""",
    "interviewer brief": """\
Thank you for the time you gave to {round}{where}. Could you write me a line on each of these? \
It would help me prepare.

{questions}""",
    "recruiter warm": """\
{news} I would like to make something of it, and for that I have one more favour to ask.

Would you pass these three questions on to {panel}, and ask them for a \
line or two in writing?

{questions}

Their own words help me most, however short, and they may be as blunt as they like. I am not \
asking anyone to reconsider the decision.

Thank you for your trouble, and all the best to you and the team.""",
    "recruiter plain": """\
{news}

To prepare better for the next one, I would like to hear from {panel}. \
Could you pass these three questions on to them, and ask for a few lines in writing?

{questions}

A sentence on each is enough. Thank you for your help.""",
    "recruiter brief": """\
Thank you for your help through the process{where}. Could you pass three questions on to \
{panel}? A line on each, in writing, would help me prepare.

{questions}""",
    "interviewer call warm": """\
Thank you for the time you gave to {round}{where}, and for offering a call. Yes, gladly. Just \
tell me when it suits you.

Could I have its main points in writing as well, a few lines before or after? I forget half of \
what I hear on a call, and I would like to come back to it when I practise. This is what I \
would most like to hear about:

{questions}

Please be as blunt as you like. Thank you for making the time.""",
    "interviewer call plain": """\
Thank you for the time you gave to {round}{where}, and for offering a call. Yes, please. Which \
time suits you?

I would be grateful for its main points in writing as well, so that I can work from them \
afterwards. I would like to ask about three points:

{questions}

A sentence on each is enough. Thank you for your help.""",
    "interviewer call brief": """\
Thank you for the time you gave to {round}{where}, and for offering a call. Yes, please. Which \
time suits you? Could you also send me its main points in writing? I would like to ask:

{questions}""",
    "recruiter call warm": """\
Thank you for your help through the process{where}, and for offering a call. Yes, gladly. Just \
tell me when it suits you.

Could I have its main points in writing as well, a few lines before or after? I forget half of \
what I hear on a call, and I would like to come back to it when I practise. This is what I \
would most like to hear about:

{questions}

If {panel} would add a line in their own words, so much the better. Thank \
you for making the time.""",
    "recruiter call plain": """\
Thank you for your help through the process{where}, and for offering a call. Yes, please. Which \
time suits you?

I would be grateful for its main points in writing as well, so that I can work from them \
afterwards. Could you pass these three questions on to {panel} before we \
talk?

{questions}

A sentence on each is enough. Thank you for your help.""",
    "recruiter call brief": """\
Thank you for your help through the process{where}, and for offering a call. Yes, please. Which \
time suits you? Could you also send me its main points in writing, from {panel}? I would like \
to ask:

{questions}""",
    "nudge warm": """\
I know how full a week gets, so this is only a short reminder of my note{earlier}{about}. \
{lines} It would help me a lot.

If you would rather not, or may not, a word to say so is just as welcome.""",
    "nudge plain": """\
I am writing to remind you of my note{earlier}{about}. {lines} I would be grateful.

If you cannot share feedback, please let me know. That helps too.""",
    "nudge brief": """\
A short reminder of my note{earlier}{about}. {lines} If you cannot, just say so.""",
    "thanks warm": """\
Thank you for getting back to me with this. I know that it takes time, and that few people do \
it. It shows me what to work on next, and what to keep.

I wish you and the team well.""",
    "thanks plain": """\
Thank you for your feedback. It shows me what to work on next, and I appreciate the time you \
took for it.""",
    "thanks brief": """\
Thank you for the feedback. It shows me what to work on next.""",
}

# What a reminder reminds of.
ABOUT = {"interviewer": " about {round}{where}", "recruiter": " about my interviews{where}"}

# What it asks for once more.
LINES = {
    "interviewer": "Could you spare me a few lines on what went well, what I should change, "
    "and what you were looking for at this level?",
    "recruiter": "Could you ask {panel} for a few lines on what went well, "
    "what I should change, and what they were looking for at this level?",
}

# In one breath, as one writes on LinkedIn.
SHORT = {
    "interviewer warm": """\
Thank you for the time you gave to {round}{where}. I know that the answer was no, and I would \
like to learn from it. Would you write me a line each on what went well, what I should change, \
and what you were looking for at this level? Please be as blunt as you like. All the best to you \
and the team.""",
    "interviewer plain": """\
Thank you for the time you gave to {round}{where}. To prepare better for the next one, I would \
be grateful for a line each on what went well, what I should change, and what you were looking \
for at this level. A sentence on each is enough.""",
    "interviewer brief": """\
Thank you for the time you gave to {round}{where}. Could you write me a line each on what went \
well, what I should change, and what you were looking for at this level?""",
    "recruiter warm": """\
Thank you for your help through the process{where}. May I ask one more favour? Would you ask \
{panel} for a line each, in writing, on what went well, what I should change, \
and what they were looking for at this level? They may be as blunt as they like. All the best to \
you and the team.""",
    "recruiter plain": """\
Thank you for your help through the process{where}. To prepare better for the next one, could \
you ask {panel} for a line each, in writing, on what went well, what I \
should change, and what they were looking for at this level?""",
    "recruiter brief": """\
Thank you for your help through the process{where}. Could you ask {panel} \
for a line each, in writing, on what went well, what I should change, and what they were looking \
for at this level?""",
    "interviewer call warm": """\
Thank you for the time you gave to {round}{where}, and for offering a call. Yes, gladly. Just tell \
me when it suits you. Could I have its main points in writing as well? I would most like to hear \
what went well, what I should change, and what you were looking for at this level. Please be as \
blunt as you like.""",
    "interviewer call plain": """\
Thank you for the time you gave to {round}{where}, and for offering a call. Yes, please. Which \
time suits you? I would be grateful for its main points in writing as well: what went well, what I \
should change, and what you were looking for at this level.""",
    "interviewer call brief": """\
Yes to a call about {round}{where}, please, and thank you. Which time suits you? Could you also \
send me its main points in writing: what went well, what I should change, and what you were \
looking for at this level?""",
    "recruiter call warm": """\
Thank you for getting back to me about the process{where}, and for offering a call. Yes, gladly. \
Just tell me when it suits you. Could I have its main points in writing as well, from {panel}? I \
would most like to hear what went well, what I should change, and what they were looking for at \
this level. They may be as blunt as they like.""",
    "recruiter call plain": """\
Thank you for getting back to me about the process{where}, and for offering a call. Yes, please. \
Which time suits you? I would be grateful for its main points in writing as well, from {panel}: \
what went well, what I should change, and what they were looking for at this level.""",
    "recruiter call brief": """\
Yes to a call about the process{where}, please, and thank you. Which time suits you? Could you \
also send me its main points in writing, from {panel}: what went well, what I should change, and \
what they were looking for at this level?""",
}
