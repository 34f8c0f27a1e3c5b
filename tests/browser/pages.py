"""Every kind of page, over the demo journal and rows.py: for axe, HTML checkers and pictures.

A page with a new address belongs in this list; test_html.py says so when it is missing.
"""

from dataclasses import dataclass, field
from urllib.parse import urlsplit

from django.urls import reverse

from accounts.models import User
from journal.demo import material
from journal.models import FeedbackRequest, Interview, Rejection
from journal.reminders.links import stop_url
from tests.browser.rows import IN_THE_WAY, interview_with, lying_rows, rejection_by

STATE = FeedbackRequest.State
FAR = "2999-01-01"
READ_MAIL = "Read the rest off it"
# Addresses that answer a GET without a page of their own: they redirect, or hand out a file.
NO_PAGE = {
    "account_confirm_email",
    "account_confirm_login_code",
    "account_email_verification_sent",  # with a mail server only, as the next four
    "account_inactive",
    "account_reset_password_done",
    "account_set_password",
    "admin:accounts_user_add",  # nobody may; nor delete
    "admin:accounts_user_delete",
    "admin:app_list",
    "admin:autocomplete",
    "admin:jsi18n",
    "admin:login",
    "admin:logout",
    "admin:password_change",
    "admin:password_change_done",
    "admin:view_on_site",
    "copying:entry_file",
    "copying:gap_file",
    "copying:letter_file",
    "feedback:eml",
    "feedback:follow_up",  # leads back to its letter
    "feedback:follow_up_eml",
    "look",  # not in a journal in use; test_axe.py looks at it
    "mfa_authenticate",  # on the way in only; test_axe.py goes there
    "mfa_download_recovery_codes",
    "mfa_reauthenticate",
    "manifest",
    "practice:drawing",
    "practice:session",
    "rejections:read_mail",  # leads back; what it read is among refused_pages
    "reminders:calendar_file",
    "reminders:feed",
    "search:find",
    "worker",
}


@dataclass(frozen=True)
class Page:
    name: str
    address: str
    typed: dict[str, str] = field(default_factory=dict)  # sent with the form that has these
    status: int = 200
    button: str = ""  # which sends it, where it is not the first

    def __str__(self):
        return " ".join(str(each) for each in (self.name, self.address, self._sent) if each)

    @property
    def _sent(self) -> str:
        return f"{self.button} {self.status}".strip() if self.typed else ""


def at(name: str, *args, state: str = "", **query) -> Page:
    title = f"{name} ({state})" if state else name
    return Page(title, reverse(name, args=args, query=query or None))


def first_of_each(pages: list[Page]) -> list[Page]:
    """One page of each name, in the first of its states."""
    return list({page.name.partition(" (")[0]: page for page in reversed(pages)}.values())


def refused(name: str, /, *args, status: int = 422, button: str = "", **typed: str) -> Page:
    """The page with its form sent back: what was typed is not accepted."""
    return Page(name, reverse(name, args=args), typed, status, button)


def empty_pages(person: User) -> list[Page]:
    """A journal with nothing in it yet; the person runs the server."""
    return [
        at("today:page"),
        at("interviews:list"),
        at("practice:page"),
        at("practice:done"),
        at("gaps:list"),
        at("employers:list"),
        at("judging:priorities"),
        at("trash:page"),
        at("trash:empty"),
        at("rejections:new"),
        at("search:page"),
        at("search:page", state="nothing", q="nowhere"),
        at("today:week", state="empty"),
        at("accounts:settings"),
        at("reminders:page", state="nothing was sent"),
        at("admin:index"),
        at("admin:accounts_user_changelist"),
        at("admin:accounts_user_change", person.pk),
        at("admin:accounts_user_history", person.pk),
    ]


def bare_pages(rejection: Rejection) -> list[Page]:
    """A rejection of which only the employer is known."""
    steps = ("path:page", "path:written", "perspective:page", "feedback:ask", "feedback:add")
    more = ("feedback:call", "feedback:own_reading", "gaps:learn", "practice:step", "judging:page")
    names = (*steps, *more, "closing:page", "rejections:edit")
    return [
        *(at(name, rejection.pk, state="bare") for name in names),
        at("interviews:detail", rejection.interview_id, state="bare"),
        at("employers:detail", rejection.interview.employer_id, state="bare"),
        Page("not here", "/nowhere/", status=404),
    ]


def journal_pages(person: User) -> list[Page]:
    """Of a journal filled by the demo and by rows.write_more."""
    return [
        at("today:page"),
        *_employers(person),
        *_interviews(person),
        *_rejections(person),
        *_steps(person),
        *_gaps(person),
        *_practice(person),
        *_trash(person),
        *_versions(person),
        *_copies(person),
        at("judging:priorities"),
        at("judging:priority_edit", person.priorities.first().pk),
        at("search:page", q="fern"),
        at("today:rest"),
        at("today:week"),
        at("accounts:settings"),
        at("reminders:page"),
        stop_page(person),
    ]


def stop_page(person: User) -> Page:
    """Behind the link in a mail."""
    return Page("reminders:stop", urlsplit(stop_url(person)).path)


def _versions(person: User) -> list[Page]:
    fernwood = rejection_by(person, "Fernwood Robotics")
    words = fernwood.perspectives.get().pk
    employer = fernwood.interview.employer_id
    return [
        at("versions:page", "perspective", words, "words"),
        at("versions:page", "employer", employer, "note", state="none yet"),
    ]


def _copies(person: User) -> list[Page]:
    fernwood = interview_with(person, "Fernwood Robotics")
    consistency = person.gaps.get(name=material.CONSISTENCY)
    return [
        at("copying:entry", fernwood.pk),
        at("copying:gap", consistency.pk, state="with names", names="on"),
        at("copying:letter", fernwood.feedback_requests.get().pk),
    ]


def _employers(person: User) -> list[Page]:
    tidewater = interview_with(person, "Tidewater Labs").employer_id
    return [
        at("employers:list"),
        at("employers:detail", tidewater),
        at("employers:edit", tidewater),
        at("employers:delete", tidewater),
    ]


def _interviews(person: User) -> list[Page]:
    fernwood = interview_with(person, "Fernwood Robotics")
    marlow = interview_with(person, "Marlow Transit")
    mock = person.interviews.get(role="Mock: coding")
    over = person.interviews.get(outcome=Interview.Outcome.OVER)
    past, coming = marlow.rounds.order_by("order")
    contact = fernwood.contacts.first().pk
    return [
        at("interviews:list"),
        at("interviews:new"),
        at("interviews:detail", fernwood.pk),
        at("interviews:detail", marlow.pk, state="upcoming"),
        at("interviews:detail", mock.pk, state="mock"),
        at("interviews:detail", over.pk, state="over"),
        at("interviews:edit", marlow.pk),
        at("interviews:delete", marlow.pk),
        at("interviews:add_round", marlow.pk),
        at("interviews:edit_round", coming.pk),
        at("interviews:delete_round", coming.pk),
        at("interviews:debrief", past.pk),
        at("interviews:questions", past.pk),
        at("interviews:add_contact", marlow.pk),
        at("interviews:edit_contact", contact),
        at("interviews:delete_contact", contact),
    ]


def _rejections(person: User) -> list[Page]:
    fernwood = rejection_by(person, "Fernwood Robotics").pk
    tidewater = rejection_by(person, "Tidewater Labs").pk
    return [
        at("rejections:new"),
        at("rejections:new_from", interview_with(person, "Marlow Transit").pk),
        at("rejections:earlier"),
        at("rejections:edit", fernwood),
        at("rejections:delete", fernwood),
        at("path:page", fernwood),
        at("path:page", tidewater, state="moved on"),
        at("path:page", rejection_by(person, "Lantern Books").pk, state="a day to look back"),
        at("path:written", fernwood),
    ]


def _steps(person: User) -> list[Page]:
    fernwood = rejection_by(person, "Fernwood Robotics")
    tidewater = rejection_by(person, "Tidewater Labs").pk
    juniper = rejection_by(person, "Juniper Maps")
    received = fernwood.interview.feedback_requests.get()
    given = fernwood.interview.feedback.get().pk
    letters = juniper.interview.feedback_requests.order_by("pk")
    return [
        at("perspective:page", fernwood.pk),
        at("feedback:ask", fernwood.pk),
        at("feedback:ask", juniper.pk, state="many letters"),
        at("feedback:letter", received.pk, state="received"),
        *(at("feedback:letter", each.pk, state=each.state) for each in letters),
        at("feedback:wording", person.wordings.get(kind="interviewer").pk),
        at("feedback:add", fernwood.pk),
        at("feedback:call", fernwood.pk),
        at("feedback:own_reading", rejection_by(person, "Halden Energy").pk),
        at("feedback:edit", given),
        at("feedback:delete", given),
        at("gaps:learn", fernwood.pk),
        at("gaps:learn", rejection_by(person, "Halden Energy").pk, state="own reading"),
        at("practice:step", fernwood.pk),
        at("judging:page", fernwood.pk),
        at("judging:page", tidewater, state="judged"),
        at("closing:page", fernwood.pk),
        at("closing:page", tidewater, state="moved on"),
        at("closing:closed", tidewater),
        at("closing:closed", tidewater, state="just now", now=1),
    ]


def _gaps(person: User) -> list[Page]:
    named = {gap.name: gap.pk for gap in person.gaps.all()}
    return [
        at("gaps:list"),
        at("gaps:new"),
        at("gaps:detail", named[material.CONSISTENCY]),
        at("gaps:detail", named[material.CLEAN_CODE], state="strength"),
        at("gaps:detail", named["Talk slower"], state="closed"),
        at("gaps:remark", person.evidence.first().pk),
    ]


def _practice(person: User) -> list[Page]:
    fernwood = interview_with(person, "Fernwood Robotics").pk
    named = {problem.title: problem for problem in person.problems.all()}
    limiter, merge = named[material.LIMITER].pk, named[material.MERGE].pk
    feed = named["Paginate a feed that changes while it is read"]
    return [
        at("practice:page"),
        at("practice:page", state="narrowed", kind="take_home"),
        at("practice:done"),
        at("practice:pace"),
        at("practice:pace", state="previewed", practice_minutes=20, practice_cap_days=14),
        at("practice:snooze", limiter),
        at("practice:questions", fernwood),
        at("practice:new"),
        at("practice:new_for", fernwood),
        at("practice:problem", limiter),
        at("practice:problem", feed.pk, state="solved"),
        at("practice:problem", named["A lift for two buildings"].pk, state="retired"),
        at("practice:edit", limiter),
        at("practice:delete", limiter),
        at("practice:solve", limiter, state="in a session", session=1),
        at("practice:solve", merge, state="code, unfinished"),
        at("practice:solve", named[material.LEAD].pk, state="in four parts"),
        at("practice:solve", limiter, state="talked through", talk=1),
        at("practice:elsewhere", limiter),
        at("practice:compare", named[material.MERGE].unfinished().pk, state="to grade"),
        at("practice:compare", feed.attempts.get().pk, state="graded"),
    ]


def _trash(person: User) -> list[Page]:
    """What may come back, and what cannot just so."""
    lying = {row.known_as: row.trash_id for row in lying_rows(person)}
    return [
        at("trash:page"),
        at("trash:detail", lying["Nobody & Sons"]),
        *(at("trash:detail", lying[name], state=name) for name in IN_THE_WAY),
        at("trash:delete", lying["Nobody & Sons"]),
        at("trash:empty"),
    ]


def refused_pages(person: User) -> list[Page]:
    """Forms sent back with what is to be mended."""
    fernwood = rejection_by(person, "Fernwood Robotics")
    marlow = interview_with(person, "Marlow Transit")
    past = marlow.rounds.order_by("order").first().pk
    drafted, asked = fernwood.owner.feedback_requests.filter(
        state__in=[STATE.DRAFTED, STATE.ASKED]
    ).order_by("pk")
    gap = person.gaps.get(name=material.CONSISTENCY).pk
    limiter = person.problems.get(title=material.LIMITER).pk
    tidewater = interview_with(person, "Tidewater Labs").employer_id
    return [
        refused("rejections:new", button=READ_MAIL, message=""),
        refused("rejections:new", button=READ_MAIL, message=fernwood.message, status=200),
        refused("rejections:new", employer="", told_on=FAR),
        refused("rejections:new", employer="Marlow Transit", role="Data Engineer"),
        refused("rejections:new", csrfmiddlewaretoken="lost", employer="Fernwood", status=403),
        refused("rejections:new_from", marlow.pk, told_on=FAR),
        refused("rejections:earlier", lines=""),
        refused("rejections:edit", fernwood.pk, told_on=FAR),
        refused("rejections:edit", fernwood.pk, version="0", message="Other words"),
        refused("employers:edit", tidewater, name="", site="not an address"),
        refused("interviews:new", employer=""),
        refused("interviews:edit", marlow.pk, employer=""),
        refused("interviews:detail", marlow.pk, outcome_on=""),
        refused("interviews:add_round", marlow.pk, minutes="-5", on="soon"),
        refused("interviews:questions", past, lines=""),
        refused("interviews:add_contact", marlow.pk, name="", address="nowhere"),
        refused("feedback:ask", fernwood.pk, name="", address="nowhere"),
        refused("feedback:letter", drafted.pk, subject="x", letter=""),
        refused("feedback:letter", asked.pk, button="I nudged them", day=FAR),
        refused("feedback:add", fernwood.pk, text="", received_on=FAR),
        refused("gaps:learn", fernwood.pk, quote="These words stand nowhere."),
        refused("gaps:new", name=""),
        refused("gaps:detail", gap, **{"rename-name": ""}),
        refused("practice:new", title=""),
        refused("practice:solve", limiter, text=""),
        refused("practice:elsewhere", limiter, link="nowhere"),
        refused("practice:edit", limiter, title=""),
        refused("judging:priorities", name=""),
        refused("closing:page", fernwood.pk, look_back_on="2001-01-01"),
        refused("accounts:settings", time_zone="Atlantis"),
        refused("reminders:page", button="Save", mail_hour="99"),
        refused("reminders:page", button="Keep them quiet", first="2001-01-01"),
    ]


def asked_again_pages() -> list[Page]:
    """What opens the account asks for the password once more."""
    return [
        at("account_logout"),
        at("account_reauthenticate"),
        refused("account_reauthenticate", password="wrong", status=200),
    ]


def account_pages() -> list[Page]:
    """Of a person who has just said who they are."""
    return [
        at("account_email"),
        at("account_change_password"),
        at("mfa_index"),
        at("mfa_activate_totp"),
        at("usersessions_list"),
        refused("account_change_password", oldpassword="not mine", password1="x", status=200),
        refused("mfa_activate_totp", code="000", status=200),
    ]


def guarded_pages() -> list[Page]:
    """Of a person whose account has a second factor."""
    return [
        at("mfa_index", state="two-factor on"),
        at("mfa_view_recovery_codes"),
        at("mfa_generate_recovery_codes"),
        at("mfa_deactivate_totp"),
    ]


def door_pages() -> list[Page]:
    """Signed out, where people live already."""
    return [
        at("offline"),
        at("account_login"),
        refused("account_login", login="sam@example.org", password="wrong", status=200),
        at("account_signup"),
        at("account_reset_password"),
        at("account_reset_password_from_key", "1", "used-up"),
        at("account_reset_password_from_key_done"),
        Page("accounts:welcome", reverse("accounts:welcome", args=["used-up"]), {}, 404),
    ]


def first_pages() -> list[Page]:
    """Where nobody lives yet."""
    return [
        at("account_signup", state="first visitor"),
        refused("account_signup", email="nobody", password1="123", status=200),
    ]
