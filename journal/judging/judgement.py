from django.db import transaction

from journal.judging.courtesy import courtesy
from journal.judging.forms import HoldAgainst, ReadQuestion, VerdictForm
from journal.judging.models import Priority, Verdict


class Judgement:
    """All that the page of step 5 asks: stored together, or not at all."""

    def __init__(self, sent, *, owner, interview):
        found = interview.verdicts.first()
        self.verdict = found or Verdict(owner=owner, interview=interview)
        self.courtesy = courtesy(interview.feedback_requests.order_by("-asked_on"))
        self.form = VerdictForm(sent, owner=owner, instance=self.verdict, courtesy=self.courtesy)
        self.questions = [
            ReadQuestion(sent, owner=owner, instance=problem, prefix=f"problem-{problem.pk}")
            for problem in interview.problems.order_by("pk")
        ]
        priorities = owner.priorities.order_by(*Priority.IN_ORDER)
        self.holding = HoldAgainst(sent, verdict=self.verdict, priorities=priorities)
        self.forms = [self.form, *self.questions, self.holding]

    def is_valid(self) -> bool:
        return all(form.is_valid() for form in self.forms)

    @property
    def refused(self) -> bool:
        return any(form.errors for form in self.forms)

    @transaction.atomic
    def save(self) -> None:
        self.holding.save(self.form.save())
        for question in self.questions:
            question.store()
