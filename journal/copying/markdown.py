"""An entry, a gap or a letter as Markdown, to be pasted or printed elsewhere."""

import re
from collections.abc import Iterable

from journal.closing.models import Closing
from journal.dates import day
from journal.feedback.models import Feedback
from journal.feedback.request_models import FeedbackRequest
from journal.gaps.models import Action, Evidence, Gap
from journal.interviews.models import Interview, Round
from journal.judging.models import Verdict
from journal.perspective.models import Perspective
from journal.practice.models import Problem
from journal.rejections.models import Rejection


def joined(*parts: str | None) -> str:
    """Paragraphs; what is empty leaves no gap."""
    return "\n\n".join(part.strip("\n") for part in parts if part and part.strip())


def under(title: str, *parts: str | None) -> str:
    """A heading and what stands below it; nothing where nothing does."""
    body = joined(*parts)
    return joined(title, body) if body else ""


def blockquote(text: str) -> str:
    """Theirs, verbatim: nothing in it is Markdown of mine but the quoting."""
    return "\n".join(f"> {line}".rstrip() for line in text.splitlines())


def fenced(code: str) -> str:
    """As it stands, whatever stands in it: the fence is longer than any within."""
    if not code.strip():
        return ""
    fence = "`" * max(3, 1 + max(map(len, re.findall("`+", code)), default=0))
    return f"{fence}\n{code}\n{fence}"


def bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {line}" for line in lines if line)


def letter(request: FeedbackRequest) -> str:
    whom = f"To {request.whom}" if request.contact else ""
    head = bullets([whom, request.interview.known_as, request.life])
    return joined(f"# {request.subject or 'A letter'}", head, request.letter)


def gap(gap: Gap) -> str:
    head = bullets([f"{gap.get_kind_display()} {gap.noun}", gap.standing().summary()])
    todo = (_action(action) for action in gap.actions.all())
    problems = (problem.title for problem in gap.problems.all())
    return joined(
        f"# {gap.name}",
        head,
        under("## What was said", *map(_said, gap.evidence.all())),
        under(
            "## What to keep doing" if gap.is_strength else "## What to do about it", bullets(todo)
        ),
        under("## Problems that touch it", bullets(problems)),
    )


def _said(evidence: Evidence) -> str:
    feedback = evidence.feedback
    who = f"{feedback.interview.employer.name}: {feedback.by_whom}, {day(feedback.received_on)}"
    return joined(blockquote(evidence.quote), f"{who}.", evidence.note)


def _action(action: Action) -> str:
    done = action.done_on and f"done on {day(action.done_on)}"
    return " · ".join(filter(None, [action.text, done or _deadline(action)]))


def _deadline(action: Action) -> str:
    """By its date: a copy is read on another day."""
    if not action.by:
        return ""
    is_past = action.by < action.owner.today()
    return f"{'was for' if is_past else 'by'} {day(action.by)}"


def entry(interview: Interview) -> str:
    """The whole process, in the order of the path."""
    rejections = interview.rejections.all()
    feedback = interview.feedback.all()
    return joined(
        f"# {interview.known_as}",
        bullets([interview.level, interview.ended]),
        interview.note,
        under("## Rounds", *map(_round, interview.rounds.all())),
        *map(_rejection, rejections),
        under("## Feedback", *(_feedback(row) for row in feedback if not row.is_own)),
        under("## My own reading", *(_own_reading(row) for row in feedback if row.is_own)),
        under("## Problems", *map(_problem, interview.problems.all())),
        *map(_verdict, interview.verdicts.all()),
        *(_closing(row) for each in rejections for row in each.closings.all()),
    )


def _round(round_: Round) -> str:
    ratings = (f"{rating}, {when}" for rating, when in round_.ratings)
    return joined(f"### {round_.says()}", bullets(ratings), round_.how_it_went)


def _rejection(rejection: Rejection) -> str:
    return joined(
        under("## What they wrote", blockquote(rejection.message)),
        *map(_perspective, rejection.perspectives.all()),
    )


def _perspective(row: Perspective) -> str:
    return under(
        "## How it felt",
        _feeling(row.rejection, row.get_feeling_display()),
        row.words,
        under("### What they looked at, and what they could not see", row.looked_at, row.not_seen),
    )


def _feeling(rejection: Rejection, feeling: str | None) -> str | None:
    """Whoever is not asked how it feels is not told either."""
    return feeling if rejection.interview.owner.check_ins else None


def _feedback(row: Feedback) -> str:
    marks = (_mark(evidence) for evidence in row.evidence.all())
    return joined(
        f"### {row.by_whom}, {day(row.received_on)}",
        blockquote(row.text),
        under("#### What I wanted to ask", row.to_ask),
        bullets(marks),
    )


def _mark(evidence: Evidence) -> str:
    if evidence.gap:
        what = f"{evidence.gap.noun.capitalize()}: {evidence.gap.name}"
    else:
        what = f"Set aside: {evidence.get_aside_display()}"
    return " · ".join(filter(None, [what, f"“{' '.join(evidence.quote.split())}”", evidence.note]))


def _own_reading(row: Feedback) -> str:
    return joined(f"### {row.get_aspect_display()}", row.text)


def _problem(problem: Problem) -> str:
    answered = fenced(problem.answered) if problem.is_code else problem.answered
    return joined(
        f"### {problem.title}",
        problem.question,
        under("#### What I answered", answered),
        under("#### What went wrong", problem.went_wrong),
        _answers(
            [
                ("It says they care about", problem.they_care_about),
                ("Is that what I want to work on", problem.get_want_this_work_display()),
            ]
        ),
    )


def _verdict(verdict: Verdict) -> str:
    again = f"{verdict.get_again_display()}, from {day(verdict.again_from)}".removesuffix(", from ")
    answers = [
        ("Would I have wanted it", verdict.get_wanted_display()),
        ("Would I go again", verdict.again and again),
        *verdict.ways(),
        *((row.priority.name, row.get_answer_display()) for row in verdict.holdings.all()),
    ]
    return under("## The employer, judged", _answers(answers), verdict.words)


def _answers(answers: Iterable[tuple[str, str]]) -> str:
    return bullets(f"{question}: {answer}" for question, answer in answers if answer)


def _closing(closing: Closing) -> str:
    feeling = _feeling(closing.rejection, closing.get_feeling_now_display())
    return under(
        "## Moving on",
        under("### One thing I take with me", closing.take),
        under("### One thing I leave", closing.leave),
        under("### How it feels now", feeling),
    )
