"""Every form that writes a row, made over one journal as its page would make it.

The forms are found, not listed. One that cannot be made by its arguments' names fails loudly: it
needs a line in `Story.given`.
"""

import inspect
import sys
from dataclasses import dataclass, field
from datetime import time, timedelta
from importlib import import_module

from django import forms
from django.conf import settings
from django.http import QueryDict

from accounts.models import User
from journal.feedback.draft_forms import DraftLetter
from journal.feedback.letters import Occasion
from journal.feedback.own_reading import OwnReadingBox
from journal.gaps.marking_forms import MarkSentence
from journal.interviews.models import Interview
from journal.judging.courtesy import courtesy
from journal.models import Action, Closing, Feedback, Gap, Problem, Verdict
from journal.ownership.forms import NewRow, OwnedForm
from journal.ownership.hanging import firm_keys
from journal.rejections.new_forms import NewRejection, RejectionFrom
from tests import factories as make

FINDS_ITS_INTERVIEW = {DraftLetter, NewRejection}
BOOKKEEPING = {"version", "loaded", "token", "started", "start", "end", "draft"}


def _subclasses(base):
    for child in base.__subclasses__():
        yield child
        yield from _subclasses(child)


def every_form() -> list[type[forms.ModelForm]]:
    import_module(settings.ROOT_URLCONF)
    found = [
        form
        for form in dict.fromkeys(_subclasses(forms.ModelForm))
        if form._meta.model and getattr(sys.modules[form.__module__], form.__name__, None) is form
    ]
    ours = [form for form in found if issubclass(form, OwnedForm) or form._meta.model is User]
    return sorted(ours, key=lambda form: form.__name__)


@dataclass
class Story:
    """A journal with a row of each kind, all of one interview."""

    owner: User
    keys: dict[type, int] = field(default_factory=dict)
    own_reading: int = 0
    another: int = 0

    @classmethod
    def write(cls, owner: User) -> "Story":
        owner.name, owner.is_staff = "", True
        owner.save()
        make.make_person("another@example.org", is_staff=True)
        today = owner.today()
        interview = make.make_interview(owner)
        round_ = make.make_round(interview, on=today, at=time(14, 30))
        make.make_round(interview, rating_after=5)
        rejection = make.make_rejection(owner, interview, told_on=today - timedelta(days=3))
        gap, other = make.make_gap(owner), make.make_gap(owner, "Naming the trade-offs")
        feedback = make.make_feedback(interview, received_on=today - timedelta(days=1))
        problem = make.make_problem(owner, interview, round=round_, kind="behavioural")
        problem.gaps.add(other)
        asked = {"asked_on": today - timedelta(days=2), "nudge_on": today}
        rows = [
            owner,
            interview.employer,
            interview,
            round_,
            make.make_contact(interview, round=round_),
            rejection,
            make.make_perspective(rejection, words="It stings.", feeling=2),
            make.make_request(interview, state="asked", letter="Dear Maria,", **asked),
            make.make_wording(owner),
            feedback,
            make.make_evidence(feedback, "Drew before asking.", gap),
            gap,
            problem,
            make.make_attempt(problem, text="", situation="A late night."),
            owner.priorities.create(owner=owner, name="Code review"),
            Verdict.objects.create(owner=owner, interview=interview, words="Kind people."),
            Closing.objects.create(owner=owner, rejection=rejection, take="Draw first."),
            Action.objects.create(owner=owner, gap=gap, text="Read of queues"),
        ]
        own = {"source": Feedback.Source.OWN, "aspect": Feedback.Aspect.KEEP}
        own = make.make_feedback(interview, "Saying the plan aloud.", **own)
        another = make.make_interview(owner, make.make_employer(owner, "Quillpost"))
        return cls(owner, {type(row): row.pk for row in rows}, own.pk, another.pk)

    def row(self, model, pk=None):
        """As it stands now: another request reads it."""
        if model is User:
            return User.objects.get(pk=self.owner.pk)
        return model.objects.get(owner=self.row(User), pk=pk or self.keys[model])

    def given(self, form) -> dict:
        """What its page gives it beside what was sent."""
        known = {
            "owner": lambda: self.row(User),
            "interview": lambda: self.row(Interview),
            "feedback": lambda: self.row(Feedback),
            "gap": lambda: self.row(Gap),
            "problem": lambda: self.row(Problem),
            "occasion": lambda: Occasion.NUDGE,
            "courtesy": lambda: courtesy(self.row(Interview).feedback_requests.all()),
        }
        given = {name: known[name]() for name in _asked_for(form)}
        if issubclass(form, RejectionFrom):
            return given | {"interview": self.row(Interview, self.another)}
        if not {"gap", "feedback"} & {*given} and form is not MarkSentence:
            given["instance"] = self._instance(form, given)
        return given

    def _instance(self, form, given: dict):
        model = form._meta.model
        if issubclass(form, OwnReadingBox):
            return self.row(Feedback, self.own_reading)
        if form in FINDS_ITS_INTERVIEW:
            return None
        if not issubclass(form, NewRow) and form.__name__ != "AddGap":
            return self.row(model)
        owner = given["owner"]
        above = {
            key.name: self.row(key.related_model)
            for key in firm_keys(model)
            if key.name not in form.base_fields
        }
        return model(owner=owner, **above)

    def make(self, form, sent=None):
        return form(sent, **self.given(form))


def _asked_for(form) -> set[str]:
    """The arguments it cannot be made without."""
    found = {}
    for each in reversed(form.__mro__):
        if "__init__" in vars(each):
            for name, one in inspect.signature(each.__init__).parameters.items():
                if one.kind is one.KEYWORD_ONLY:
                    found[name] = one
    return {name for name, one in found.items() if one.default is one.empty}


def as_shown(form) -> QueryDict:
    """What a browser sends where nothing was touched."""
    sent = QueryDict(mutable=True)
    for bound in form:
        name, value, widget = bound.html_name, bound.value(), bound.field.widget
        if isinstance(widget, forms.CheckboxInput):
            sent.update({name: "on"} if value else {})
        elif isinstance(bound.field, forms.MultipleChoiceField | forms.ModelMultipleChoiceField):
            values = bound.field.prepare_value(value or [])
            sent.setlist(name, [str(getattr(each, "pk", each)) for each in values])
        elif not isinstance(widget, forms.RadioSelect) or value not in {None, ""}:
            shown = widget.format_value(value)
            shown = shown[0] if isinstance(shown, list) and shown else shown
            sent[name] = "" if shown is None or shown == [] else str(shown)
    return sent


def candidates(bound) -> list:  # noqa: PLR0911
    """What could be put in a field in place of what it shows."""
    one, value = bound.field, bound.value()
    if isinstance(one, forms.MultipleChoiceField | forms.ModelMultipleChoiceField):
        return [[key] for key in _choices(one)] + [_choices(one), []]
    if isinstance(one, forms.ChoiceField | forms.ModelChoiceField):
        return _choices(one)
    if isinstance(one, forms.BooleanField):
        return ["" if value else "on"]
    if isinstance(one, forms.DateField):
        today = bound.form.owner.today()
        return [(today + timedelta(days=days)).isoformat() for days in (0, -1, 1, 2, 30)]
    if isinstance(one, forms.TimeField):
        return ["09:15"]
    if isinstance(one, forms.IntegerField):
        return ["50", "3", "5"]
    if isinstance(one, forms.URLField):
        return ["https://example.org/else"]
    if isinstance(one, forms.EmailField):
        return ["else@example.org"]
    if isinstance(one.widget, forms.Select):
        return ["Europe/Berlin", "5", "9", *_choices(one.widget)]
    return [f"{value} And more." if value else "Something else.", "Europe/Berlin", "python"]


def _choices(of) -> list[str]:
    flat = []
    for key, label in of.choices:
        flat += [each for each, _ in label] if isinstance(label, list | tuple) else [key]
    return [str(key) for key in flat if str(key)]


def fill(sent: QueryDict, name: str, value) -> QueryDict:
    sent = sent.copy()
    if isinstance(value, list):
        sent.setlist(name, value)
    elif value == "":
        sent.pop(name, None)
    else:
        sent[name] = value
    return sent


def changes(story: Story, form) -> tuple[QueryDict, dict]:
    """A page of it as it may be sent, and what can be changed of it, each on its own."""
    page = story.make(form)
    sent = _completed(story, form, page)
    found = {}
    for bound in page:
        if bound.name in BOOKKEEPING:
            continue
        for value in candidates(bound):
            tried = story.make(form, fill(sent, bound.html_name, value))
            if tried.is_valid() and bound.name in tried.changed_data:
                found[bound.html_name] = value
                break
    return sent, found


def _completed(story: Story, form, page) -> QueryDict:
    """With something in each field that may not be left empty."""
    sent = as_shown(page)
    wrong = story.make(form, sent).errors
    for bound in page:
        for value in candidates(bound) if wrong else ():
            tried = fill(sent, bound.html_name, value)
            still = story.make(form, tried).errors
            if len(still) < len(wrong) or (
                len(still) == len(wrong) and bound.name in {*wrong} - {*still}
            ):
                sent, wrong = tried, still
    return sent


def all_of(story: Story, form, sent: QueryDict, found: dict) -> QueryDict:
    """As many of the changes as go together."""
    for name, value in found.items():
        tried = fill(sent, name, value)
        sent = tried if story.make(form, tried).is_valid() else sent
    return sent
