"""Every address there is, and whose row its key names. A new address adds its name here."""

from types import SimpleNamespace
from uuid import uuid4

from django.urls import URLResolver, get_resolver, reverse

from journal.models import Action, Attempt, Priority, Undo
from journal.ownership.trash import move_to_trash
from tests import factories as make

WORD = "Unmistakable"

# A row of Alice's, and the addresses that name it by its key.
ADDRESSES = {
    "employer": "employers:detail employers:edit employers:delete",
    "deleted": """
        trash:detail trash:put_back trash:put_all_back trash:rename trash:merge trash:delete""",
    "interview": """
        interviews:detail interviews:edit interviews:delete interviews:withdrew
        interviews:declined interviews:offered interviews:accepted interviews:over
        interviews:reopen
        interviews:add_round interviews:add_contact
        rejections:new_from practice:new_for practice:questions
        copying:entry copying:entry_file""",
    "round": """
        interviews:edit_round interviews:delete_round interviews:debrief interviews:questions""",
    "contact": "interviews:edit_contact interviews:delete_contact",
    "rejection": """
        rejections:edit rejections:delete
        path:page path:written path:aside path:keep path:undo_keep path:take_up path:looked_back
        perspective:page
        feedback:ask feedback:draft feedback:nobody
        feedback:add feedback:call feedback:own_reading
        gaps:learn practice:step
        judging:page judging:wanted
        closing:page closing:close closing:closed closing:reopen""",
    "request": """
        feedback:letter feedback:asked feedback:nudged feedback:refused feedback:no_answer
        feedback:again feedback:drop feedback:eml feedback:follow_up_eml
        feedback:follow_up feedback:speak feedback:post feedback:take_back
        copying:letter copying:letter_file""",
    "wording": "feedback:wording feedback:drop_wording",
    "feedback": "feedback:edit feedback:delete feedback:usefulness gaps:mark",
    "gap": """
        gaps:detail gaps:rename gaps:merge gaps:act gaps:close gaps:reopen gaps:remove
        copying:gap copying:gap_file""",
    "action": "gaps:action_toggle gaps:action_remove",
    "evidence": "gaps:unmark gaps:remark",
    "problem": """
        practice:problem practice:edit practice:delete practice:kind practice:schedule
        practice:unschedule practice:pause practice:retire practice:resume practice:postpone
        practice:snooze
        practice:solve practice:finish practice:look practice:elsewhere practice:draw""",
    "attempt": "practice:compare practice:grade practice:discard",
    "graded": "practice:ungrade",
    "drawing": "practice:drawing practice:drop_drawing",
    "priority": "judging:priority_edit judging:priority_remove",
    "session": "accounts:sign_out",
    "perspective": "versions:page",
    "filed": "rejections:undo_earlier",
    "version": "versions:bring_back",
}
MORE_KEYS = {
    "path:aside": {"step": "perspective"},
    "versions:page": {"kind": "perspective", "field": "words"},
}

# Addresses with no key: each person's own.
OWN = """
    today:page today:rest today:week employers:list interviews:list interviews:new
    trash:page trash:empty
    rejections:new rejections:read_mail rejections:earlier rejections:file_earlier
    gaps:list gaps:new
    practice:page practice:session practice:done practice:new practice:pace practice:anew
    judging:priorities
    search:page search:find look
    reminders:page reminders:keep_quiet reminders:end_quiet reminders:send_trial
    reminders:try_address_again reminders:start_calendar reminders:end_calendar
    reminders:calendar_file
    accounts:settings path:break path:end_break writing:preview
    account_email account_change_password account_set_password account_reauthenticate
    mfa_index mfa_reauthenticate mfa_activate_totp mfa_deactivate_totp mfa_view_recovery_codes
    mfa_generate_recovery_codes mfa_download_recovery_codes usersessions_list
"""
# Addresses for whoever is not signed in; they name nobody's row.
DOORS = """
    account_login account_logout account_signup account_inactive account_email_verification_sent
    account_confirm_email account_confirm_login_code account_reset_password
    account_reset_password_done account_reset_password_from_key
    account_reset_password_from_key_done mfa_authenticate accounts:welcome
    manifest offline worker
    reminders:feed reminders:stop
"""


def every_name() -> set[str]:
    return {name for name in _names(get_resolver(), "") if not name.startswith("admin:")}


def _names(resolver, namespace):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            inner = f"{entry.namespace}:" if entry.namespace else ""
            yield from _names(entry, namespace + inner)
        else:
            yield f"{namespace}{entry.name}"


def address(name: str, key) -> str:
    field = "batch" if name.startswith("trash:") else "pk"
    return reverse(name, kwargs={field: key, **MORE_KEYS.get(name, {})})


def address_of_nothing(name: str) -> str:
    return address(name, uuid4() if name.startswith("trash:") else 987_654_321)


def write_journal(owner) -> SimpleNamespace:
    """The key of one row of each kind, with one word in all that has room for it."""
    employer = make.make_employer(owner, f"{WORD} Robotics", note=WORD)
    interview = make.make_interview(owner, employer, role=f"{WORD} engineer")
    rejection = make.make_rejection(owner, interview, message=f"{WORD} message")
    perspective = make.make_perspective(rejection, words=f"{WORD} words")
    feedback = make.make_feedback(interview, f"{WORD} feedback. {WORD} twice.")
    gap = make.make_gap(owner, f"{WORD} gap")
    problem = make.make_problem(owner, interview, f"{WORD} problem")
    attempt = make.make_attempt(problem, f"{WORD} attempt")
    unwanted = make.make_employer(owner, f"{WORD} Deleted")
    rows = SimpleNamespace(
        employer=employer,
        interview=interview,
        round=make.make_round(interview, how_it_went=WORD),
        contact=make.make_contact(interview, f"{WORD} Contact"),
        rejection=rejection,
        request=make.make_request(interview, letter=f"{WORD} letter"),
        wording=make.make_wording(owner, text=f"{WORD} wording"),
        feedback=feedback,
        gap=gap,
        action=Action.objects.create(owner=owner, gap=gap, text=f"{WORD} action"),
        evidence=make.make_evidence(feedback, f"{WORD} twice", gap),
        problem=problem,
        attempt=attempt,
        drawing=make.make_drawing(attempt, shows=f"{WORD} drawing"),
        graded=make.make_attempt(problem, f"{WORD} again", Attempt.Grade.WELL),
        priority=Priority.objects.create(owner=owner, name=f"{WORD} priority"),
        perspective=perspective,
        version=make.make_version(perspective, "words", f"{WORD} before"),
        session=make.make_session(owner),
        filed=Undo.objects.create(
            owner=owner, act="earlier", made={"interviews": [], "employers": []}
        ),
    )
    keys = {kind: row.pk for kind, row in vars(rows).items()}
    keys["deleted"] = move_to_trash(unwanted)
    return SimpleNamespace(**keys)
