"""More rows beside the demo journal's, so that every page has each of its states."""

from datetime import date, timedelta

from accounts.models import User
from accounts.wishes import Kind
from journal.demo import material
from journal.models import (
    Attempt,
    Contact,
    Feedback,
    FeedbackRequest,
    Gap,
    Interview,
    Problem,
    Rejection,
)
from journal.ownership import lying
from journal.ownership.models import Owned
from journal.ownership.trash import move_to_trash
from journal.path.owed import a_few, owed
from journal.path.thing import Owed
from journal.reminders.digest import Digest
from tests.factories import make_delivery, make_drawing, make_version, make_wording

STATE = FeedbackRequest.State
# What lies in the trash and cannot come back just so.
NAME_TAKEN, PARENT_DELETED = "Osprey Labs", "Hana Kimura"
PLACE_TAKEN = "“I would say the plan aloud before the first line of code.”"
IN_THE_WAY = (NAME_TAKEN, PARENT_DELETED, PLACE_TAKEN)


def write_more(person: User) -> None:
    """What the demo journal leaves out: letters and problems in every state, a full trash."""
    _mails(person)
    today = person.today()
    fernwood = rejection_by(person, "Fernwood Robotics")
    _letters(rejection_by(person, "Juniper Maps").interview, today)
    _own_reading(rejection_by(person, "Halden Energy").interview, today)
    make_drawing(solve_merge_again(person), (640, 400), shows="Three bookings on a line")
    for title in ("A lift for two buildings", "A trie of city names"):
        Problem.objects.create(owner=person, title=title, interview=fernwood.interview)
    person.problems.get(title="A lift for two buildings").retire(today)
    _put_in_the_trash(person)
    _write_over(person)
    marlow = interview_with(person, "Marlow Transit")
    Contact.objects.create(
        owner=person, interview=marlow, name="Noor Haddad", address="n@m.example"
    )
    mock = {"owner": person, "employer": marlow.employer, "is_mock": True}
    Interview.objects.create(role="Mock: coding", **mock)
    Interview.objects.create(role="Mock: system design", **mock).end(Interview.Outcome.OVER, today)
    person.rejections.filter(interview__employer__name="Lantern Books").update(look_back_on=today)


def solve_merge_again(person: User) -> Attempt:
    """Written, and not yet graded."""
    merge = person.problems.get(title=material.MERGE)
    merge.gaps.add(person.gaps.get(name=material.CLEAN_CODE))
    return Attempt.objects.create(
        owner=person, problem=merge, text=material.MERGE_NOW, language="Python", seconds=19 * 60
    )


def _mails(person: User) -> None:
    """One that is refused for good, one that is tried again, a calendar and days without mail."""
    today = person.today()
    hung_up = {"attempts": 2, "answer": "The mail server hung up before it had taken the mail."}
    make_delivery(person, today, **hung_up)
    person.start_calendar()
    person.keep_quiet_on({today + timedelta(days=each) for each in (3, 4, 9)})
    person.refuse_mail("The mail server does not take this address: 550 5.1.1 No such person.")


def day_with_everything(person: User) -> Digest:
    """What the mail of such a day holds, all kinds wanted: the fullest of the next eight."""
    person.mail_kinds = Kind.values
    days = (person.today() + timedelta(days=each) for each in range(8))
    fullest = max((_of_a_mail(person, day) for day in days), key=len)
    return Digest(person, tuple(a_few(fullest)))


def _of_a_mail(person: User, day: date) -> list[Owed]:
    found = owed([person], lambda _: day).get(person.pk, [])
    return [thing for thing in found if thing.kind in Kind]


def _letters(interview: Interview, today: date) -> None:
    days = {
        STATE.DRAFTED: {},
        STATE.ASKED: {"asked_on": today - timedelta(days=9), "nudge_on": today},
        STATE.NUDGED: {"asked_on": today - timedelta(days=20), "nudged_on": today},
        STATE.REFUSED: {"asked_on": today - timedelta(days=20), "answered_on": today},
        STATE.NO_ANSWER: {"asked_on": today - timedelta(days=40)},
        STATE.NOBODY: {},
    }
    for state, fields in days.items():
        FeedbackRequest.objects.create(
            owner=interview.owner,
            interview=interview,
            subject="A few lines of feedback",
            letter="Hello, thank you again for your time.\n\nWould you write me three lines?",
            state=state,
            **fields,
        )


def _own_reading(interview: Interview, today: date) -> None:
    Feedback.objects.create(
        owner=interview.owner,
        interview=interview,
        source=Feedback.Source.OWN,
        aspect=Feedback.Aspect.CHANGE,
        received_on=today,
        text="I would say the plan aloud before the first line of code.",
    )


def _put_in_the_trash(person: User) -> None:
    move_to_trash(interview_with(person, "Pipit Finance"))
    move_to_trash(person.employers.create(name="Nobody & Sons"))
    move_to_trash(person.employers.create(name=NAME_TAKEN, note="Kind on the phone."))
    person.employers.create(name=NAME_TAKEN)
    halden = interview_with(person, "Halden Energy")
    move_to_trash(halden.feedback.own_reading().get())
    _own_reading(halden, person.today())
    talk = Interview.objects.create(owner=person, employer=halden.employer, role="Mock: a talk")
    move_to_trash(talk.contacts.create(owner=person, name=PARENT_DELETED))
    move_to_trash(talk)
    passing = Gap.objects.create(owner=person, name="Talk slower", closed_on=person.today())
    passing.actions.create(owner=person, text="Count to three", done_on=person.today())


def _write_over(person: User) -> None:
    """The words of step 1 have said something else before, at length and in short."""
    words = rejection_by(person, "Fernwood Robotics").perspectives.get()
    make_version(words, "words", "It stings.\n\n" + "Nobody said why. " * 40)
    make_version(words, "words", words.words.replace(".", ", again."))
    make_wording(person, subject="Three questions about {round}")
    make_wording(person, "interviewer_nudge", "Hi {name}, my note of {asked} may have got lost.")


def lying_rows(person: User) -> list[Owned]:
    return [lying.find(person, each.trash_id) for each in lying.of(person)]


def interview_with(person: User, employer: str) -> Interview:
    interviews = person.interviews.filter(employer__name=employer)
    return interviews.order_by("pk").select_related("employer")[0]


def rejection_by(person: User, employer: str) -> Rejection:
    return person.rejections.select_related("interview__employer").get(
        interview__employer__name=employer
    )
