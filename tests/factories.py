"""Plain functions that make a person and what they wrote. Every default is believable."""

from datetime import UTC, date, datetime, time, timedelta
from io import BytesIO

from allauth.usersessions.models import UserSession
from django.utils import timezone
from PIL import Image

from accounts.models import User
from journal.models import (
    Attempt,
    Contact,
    Delivery,
    Drawing,
    Employer,
    Evidence,
    Feedback,
    FeedbackRequest,
    Gap,
    Interview,
    Perspective,
    Problem,
    Rejection,
    Round,
    Version,
    Wording,
)

TOLD_ON = date(2026, 11, 17)


def make_person(email="alice@example.org", **fields):
    return User.objects.create_user(email, "a long enough password", **fields)


def make_session(owner, **fields):
    """Another browser that is open to their journal."""
    return UserSession.objects.create(user=owner, ip="192.0.2.7", session_key="theirs", **fields)


def make_employer(owner, name="Fernwood Robotics", **fields):
    return Employer.objects.create(owner=owner, name=name, **fields)


def make_interview(owner, employer=None, role="Senior Backend Engineer", **fields):
    employer = employer or Employer.objects.named(owner, "Fernwood Robotics")
    return Interview.objects.create(owner=owner, employer=employer, role=role, **fields)


def make_round(interview, kind=Round.Kind.CODING, minutes=60, **fields):
    return Round.objects.create(
        owner=interview.owner, interview=interview, kind=kind, minutes=minutes, **fields
    )


def make_rejection(owner, interview=None, told_on=TOLD_ON, **fields):
    interview = interview or make_interview(owner)
    interview.end(Interview.Outcome.REJECTED, told_on)
    if told_on:
        fields.setdefault("created_at", datetime.combine(told_on, time(12), UTC))
    return Rejection.objects.create(owner=owner, interview=interview, told_on=told_on, **fields)


def make_perspective(rejection, **fields):
    return Perspective.objects.create(owner=rejection.owner, rejection=rejection, **fields)


def make_request(interview, **fields):
    return FeedbackRequest.objects.create(owner=interview.owner, interview=interview, **fields)


def make_wording(owner, kind="interviewer", text="Hi {name}, what should I change?", **fields):
    return Wording.objects.create(owner=owner, kind=kind, text=text, **fields)


def make_feedback(interview, text="Wrote clean code. Drew before asking.", **fields):
    fields.setdefault("source", Feedback.Source.INTERVIEWER)
    fields.setdefault("received_on", TOLD_ON)
    return Feedback.objects.create(owner=interview.owner, interview=interview, text=text, **fields)


def make_gap(owner, name="Consistency across regions", **fields):
    return Gap.objects.create(owner=owner, name=name, **fields)


def make_evidence(feedback, quote, gap=None, **fields):
    start = feedback.text.index(quote)
    return Evidence.objects.create(
        owner=feedback.owner,
        feedback=feedback,
        gap=gap,
        quote=quote,
        start=start,
        end=start + len(quote),
        **fields,
    )


def make_problem(owner, interview=None, title="Merge overlapping calendar bookings", **fields):
    return Problem.objects.create(owner=owner, interview=interview, title=title, **fields)


def make_attempt(problem, text="Sort first, then merge.", grade=None, **fields):
    if grade:
        fields.setdefault("solved_on", TOLD_ON)
    return Attempt.objects.create(
        owner=problem.owner, problem=problem, text=text, grade=grade, **fields
    )


def make_drawing(attempt, size=(40, 30), **fields):
    file = BytesIO()
    Image.new("RGB", size, "white").save(file, "WEBP")
    return Drawing.objects.create(
        owner=attempt.owner,
        attempt=attempt,
        image=file.getvalue(),
        width=size[0],
        height=size[1],
        **fields,
    )


def make_contact(interview, name="Maria Ortega", part=Contact.Part.INTERVIEWER, **fields):
    return Contact.objects.create(
        owner=interview.owner, interview=interview, name=name, part=part, **fields
    )


def make_version(row, field, text):
    """An earlier text of a field."""
    return Version.objects.create(
        owner=row.owner, kind=type(row).__name__, of=row.uid, field=field, text=text
    )


def make_delivery(owner, day=None, **fields):
    """The mail of a day, today's unless told, that may go now."""
    now = timezone.now()
    fields.setdefault("due_at", now)
    fields.setdefault("not_before", fields["due_at"])
    fields.setdefault("until", now + timedelta(hours=18))
    return Delivery.objects.create(owner=owner, day=day or owner.today(), **fields)
