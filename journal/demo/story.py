"""A believable journal, made the same way each time; its days count back from today."""

from datetime import date, datetime, time, timedelta
from itertools import cycle, islice

from django.db import transaction

from accounts.models import User
from journal.closing.models import Closing
from journal.demo import material
from journal.employers.models import Employer
from journal.feedback.models import Feedback
from journal.feedback.request_models import FeedbackRequest
from journal.gaps.models import Action, Evidence, Gap
from journal.interviews.models import Contact, Interview, Round
from journal.judging.models import Answer, Holding, Priority, Verdict
from journal.perspective.models import Feeling, Perspective
from journal.practice.attempt_models import Attempt
from journal.practice.models import Problem
from journal.rejections.models import Rejection
from journal.reminders.models import Delivery

STATE = FeedbackRequest.State
ANSWERS = {"y": Answer.YES, "p": Answer.PARTLY, "n": Answer.NO, "-": ""}


@transaction.atomic
def write_journal(owner: User, rejections: int = 10) -> None:
    """Fill an empty journal: an open entry, an upcoming interview, and earlier ones moved on."""
    today = owner.today()
    gaps = _gaps(owner)
    _tidewater(owner, today, gaps)
    _fernwood(owner, today, gaps)
    _quillpost(owner, today)
    _harbourline(owner, today)
    _upcoming(owner, today)
    _priorities(owner)
    _mails(owner, today)
    for number, line in enumerate(islice(cycle(material.EARLIER), max(0, rejections - 4))):
        _earlier(owner, today - timedelta(days=120 + 17 * number), line.again(number))


def _mails(owner: User, today: date) -> None:
    for days, kinds in material.MAILS:
        day = today - timedelta(days=days)
        at = owner.mail_days.goes_at(day)
        Delivery.objects.create(
            owner=owner,
            day=day,
            state=Delivery.State.SENT,
            kinds=kinds,
            due_at=at,
            not_before=at,
            until=owner.mail_days.last_moment(day),
            attempts=1,
            message_id=f"<{day}@upturn.example>",
            created_at=at,
            done_at=at,
        )


def _gaps(owner: User) -> dict[str, Gap]:
    kinds = Gap.Kind
    wanted = (
        (material.CONSISTENCY, kinds.TECHNICAL, False),
        (material.CLARIFYING, kinds.COMMUNICATION, False),
        (material.CLEAN_CODE, kinds.TECHNICAL, True),
        (material.PLEASANT, kinds.TEAM_FIT, True),
    )
    return {
        name: Gap.objects.create(owner=owner, name=name, kind=kind, is_strength=is_strength)
        for name, kind, is_strength in wanted
    }


def _process(owner: User, employer: str, role: str, told_on: date, **fields) -> Rejection:
    interview = Interview.objects.create(
        owner=owner,
        employer=Employer.objects.named(owner, employer),
        role=role,
        outcome=Interview.Outcome.REJECTED,
        outcome_on=told_on,
    )
    written = datetime.combine(told_on, time(12), owner.zone)
    return Rejection.objects.create(
        owner=owner, interview=interview, told_on=told_on, created_at=written, **fields
    )


def _rounds(interview: Interview, *rounds: tuple[str, int, date, int | None]) -> list[Round]:
    return [
        Round.objects.create(
            owner=interview.owner,
            interview=interview,
            order=order,
            kind=kind,
            minutes=minutes,
            on=on,
            rating_before=rating,
            format=Round.Format.VIDEO if order < 2 else Round.Format.ONSITE,
        )
        for order, (kind, minutes, on, rating) in enumerate(rounds)
    ]


def _problem(round_: Round, title: str, kind: str, **fields) -> Problem:
    interview = round_.interview
    return Problem.objects.create(
        owner=interview.owner, interview=interview, round=round_, title=title, kind=kind, **fields
    )


def _quote(feedback: Feedback, quote: str, gap: Gap | None = None, **fields) -> Evidence:
    start = feedback.text.index(quote)
    return Evidence.objects.create(
        owner=feedback.owner,
        feedback=feedback,
        gap=gap,
        quote=quote,
        start=start,
        end=start + len(quote),
        before=feedback.text[max(0, start - 32) : start],
        after=feedback.text[start + len(quote) : start + len(quote) + 32],
        **fields,
    )


def _fernwood(owner: User, today: date, gaps: dict[str, Gap]) -> None:
    told_on, kinds = today - timedelta(days=5), Round.Kind
    rejection = _process(
        owner,
        "Fernwood Robotics",
        "Senior Backend Engineer",
        told_on,
        stage="Onsite or final rounds",
        told_how=Rejection.Told.MAIL,
        message=material.MESSAGE,
    )
    onsite = told_on - timedelta(days=7)
    _, screen, design, coding, lead = _rounds(
        rejection.interview,
        (kinds.RECRUITER, 30, told_on - timedelta(days=24), 4),
        (kinds.TECHNICAL, 60, told_on - timedelta(days=17), 4),
        (kinds.SYSTEM_DESIGN, 60, onsite, 3),
        (kinds.CODING, 60, onsite, 5),
        (kinds.BEHAVIOURAL, 45, onsite, 4),
    )
    _problem(screen, material.CACHE, Problem.Kind.CODING, minutes=30)
    limiter = _problem(
        design,
        material.LIMITER,
        Problem.Kind.SYSTEM_DESIGN,
        minutes=30,
        due=today,
        answered="One Redis counter for each key, in one region.",
        went_wrong="I stayed on a single node, and drew before I had asked anything.",
    )
    limiter.gaps.set([gaps[material.CONSISTENCY], gaps[material.CLARIFYING]])
    merge = _problem(
        coding,
        material.MERGE,
        Problem.Kind.CODING,
        minutes=25,
        due=today + timedelta(days=1),
        answered=material.MERGE_THEN,
        went_wrong="Forgot to sort; quadratic.",
    )
    merge.gaps.add(gaps[material.CLEAN_CODE])
    _problem(
        lead,
        material.LEAD,
        Problem.Kind.BEHAVIOURAL,
        minutes=10,
        due=today,
        went_wrong="I did not say what I would do differently.",
    )
    Perspective.objects.create(
        owner=owner,
        rejection=rejection,
        feeling=Feeling.LOW,
        words="I keep replaying the whiteboard.",
        saw_technical=True,
    )
    contact = Contact.objects.create(
        owner=owner,
        interview=rejection.interview,
        round=design,
        name="Ines Okafor",
        part=Contact.Part.INTERVIEWER,
        address="ines.okafor@fernwood.example",
    )
    request = FeedbackRequest.objects.create(
        owner=owner,
        interview=rejection.interview,
        contact=contact,
        state=STATE.RECEIVED,
        asked_on=told_on + timedelta(days=2),
        answered_on=told_on + timedelta(days=3),
        subject="A few lines of feedback",
        letter="Hello Ines, thank you again for the conversation.",
    )
    feedback = Feedback.objects.create(
        owner=owner,
        interview=rejection.interview,
        request=request,
        contact=contact,
        source=Feedback.Source.INTERVIEWER,
        received_on=told_on + timedelta(days=3),
        text=material.FEEDBACK,
    )
    _mark_fernwood(feedback, gaps)


def _mark_fernwood(feedback: Feedback, gaps: dict[str, Gap]) -> None:
    _quote(
        feedback,
        "wrote clean, well-named code in the coding round, with tests unprompted.",
        gaps[material.CLEAN_CODE],
    )
    _quote(
        feedback,
        "we had to prompt for what happens when two regions disagree about a counter,",
        gaps[material.CONSISTENCY],
    )
    _quote(
        feedback,
        "Also started drawing before asking about traffic or clients.",
        gaps[material.CLARIFYING],
    )
    _quote(
        feedback,
        "For a senior hire we look for someone who drives the requirements.",
        aside=Evidence.Aside.MISMATCH,
        note="The advert said two to five years.",
    )


def _quillpost(owner: User, today: date) -> None:
    told_on = today - timedelta(days=9)
    rejection = _process(owner, "Quillpost", "Backend Engineer", told_on, stage="Technical screen")
    _rounds(rejection.interview, (Round.Kind.TECHNICAL, 60, told_on - timedelta(days=4), 3))
    Feedback.objects.create(
        owner=owner,
        interview=rejection.interview,
        source=Feedback.Source.RECRUITER,
        received_on=today - timedelta(days=1),
        text=material.QUILLPOST_FEEDBACK,
    )


def _harbourline(owner: User, today: date) -> None:
    told_on = today - timedelta(days=2)
    _process(owner, "Harbourline", "Staff Engineer", told_on, stage="Recruiter screen")


def _tidewater(owner: User, today: date, gaps: dict[str, Gap]) -> None:
    told_on = today - timedelta(days=90)
    rejection = _process(
        owner,
        "Tidewater Labs",
        "Backend Engineer",
        told_on,
        stage="Onsite or final rounds",
        told_how=Rejection.Told.MAIL,
        message=material.TIDEWATER_MESSAGE,
        closed_on=told_on + timedelta(days=12),
    )
    interview = rejection.interview
    screen, design = _rounds(
        interview,
        (Round.Kind.TECHNICAL, 60, told_on - timedelta(days=20), 4),
        (Round.Kind.SYSTEM_DESIGN, 60, told_on - timedelta(days=6), 3),
    )
    feedback = Feedback.objects.create(
        owner=owner,
        interview=interview,
        source=Feedback.Source.RECRUITER,
        received_on=told_on + timedelta(days=5),
        text=material.TIDEWATER_FEEDBACK,
        usefulness=Feedback.Usefulness.VERY,
    )
    _quote(feedback, "Strong, tidy code", gaps[material.CLEAN_CODE])
    _quote(
        feedback,
        "the design had no answer for conflicting writes",
        gaps[material.CONSISTENCY],
    )
    _quote(feedback, "Friendly throughout", gaps[material.PLEASANT])
    Action.objects.create(
        owner=owner,
        gap=gaps[material.CONSISTENCY],
        text="Read the chapter on replication, and draw three designs",
        by=today + timedelta(days=6),
    )
    FeedbackRequest.objects.create(
        owner=owner,
        interview=interview,
        state=STATE.RECEIVED,
        asked_on=told_on + timedelta(days=2),
        answered_on=told_on + timedelta(days=5),
    )
    feed = _problem(screen, "Paginate a feed that changes while it is read", Problem.Kind.CODING)
    Attempt.objects.create(
        owner=owner,
        problem=feed,
        text="A cursor on (created, id), not an offset.",
        grade=Attempt.Grade.WELL,
        seconds=1500,
        solved_on=told_on + timedelta(days=6),
    )
    store = _problem(
        design,
        "A photo store in two data centres",
        Problem.Kind.SYSTEM_DESIGN,
        minutes=40,
        due=today + timedelta(days=4),
        went_wrong="No answer for conflicting writes.",
    )
    store.gaps.add(gaps[material.CONSISTENCY])
    Perspective.objects.create(
        owner=owner, rejection=rejection, feeling=Feeling.AWFUL, words="I wanted this one."
    )
    Verdict.objects.create(
        owner=owner,
        interview=interview,
        wanted=Verdict.Wanted.YES,
        again=Verdict.Again.LATER,
        again_from=today + timedelta(days=200),
        prepared=Answer.YES,
        respected_time=Answer.YES,
        realistic_problems=Answer.PARTLY,
        words="Kind people, real problems. The commute would have worn me out.",
    )
    Closing.objects.create(
        owner=owner,
        rejection=rejection,
        take="Two regions is a question I can learn to answer.",
        leave="That one silence at the whiteboard.",
        feeling_now=Feeling.OKAY,
    )


def _upcoming(owner: User, today: date) -> None:
    employer = Employer.objects.named(owner, "Marlow Transit")
    employer.store(note=material.MARLOW)
    interview = Interview.objects.create(owner=owner, employer=employer, role="Staff Engineer")
    _rounds(
        interview,
        (Round.Kind.RECRUITER, 30, today - timedelta(days=8), 4),
        (Round.Kind.SYSTEM_DESIGN, 60, today + timedelta(days=5), None),
    )
    coming = interview.rounds.filter(on__gt=today)
    coming.update(at=time(14, 30), zone=owner.time_zone, format=Round.Format.VIDEO)


def _priorities(owner: User) -> None:
    for name, weight in (("Kind code review", 3), ("Work from home", 2), ("Small teams", 1)):
        Priority.objects.create(owner=owner, name=name, weight=weight)


def _earlier(owner: User, told_on: date, line: material.Earlier) -> None:
    closed_on = told_on + timedelta(days=9)
    rejection = _process(
        owner, line.employer, line.role, told_on, stage=line.stage, closed_on=closed_on
    )
    Closing.objects.create(
        owner=owner, rejection=rejection, take=line.take, feeling_now=Feeling.OKAY
    )
    if judged := material.JUDGED.get(line.employer):
        _judge(rejection.interview, judged)


def _judge(interview: Interview, judged: material.Judged) -> None:
    answers = [ANSWERS[letter] for letter in judged.ways]
    verdict = Verdict.objects.create(
        owner=interview.owner,
        interview=interview,
        wanted=judged.wanted,
        again=judged.again,
        words=judged.words,
        **dict(zip(Verdict.WAYS, answers, strict=True)),
    )
    priorities = interview.owner.priorities.order_by("pk")
    for priority, letter in zip(priorities, judged.held, strict=True):
        if answer := ANSWERS[letter]:
            Holding.objects.create(
                owner=interview.owner, verdict=verdict, priority=priority, answer=answer
            )
