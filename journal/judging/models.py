from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from accounts.day_columns import DayColumn
from journal.interviews.models import Interview, within
from journal.ownership.models import Named, Owned, Written, owner_key, rendering


class Priority(Named):
    """What I look for in an employer, with its weight, 1 to 3."""

    class Weight(models.IntegerChoices):
        NICE = 1, "Nice to have"
        MATTERS = 2, "Matters"
        MUST = 3, "A must"

    owner = owner_key("priorities")
    weight = models.PositiveSmallIntegerField(
        default=2, validators=[MinValueValidator(1), MaxValueValidator(3)]
    )

    IN_ORDER = ("-weight", "name_key")

    class Meta(Named.Meta):
        constraints = [
            *Named.Meta.constraints,
            within("weight", 1, 3, "priority_weight_in_range"),
            models.UniqueConstraint(
                fields=["owner", "name_key"],
                condition=Q(trash_id=None),
                name="priority_name_unique",
                violation_error_message="This is on your list already.",
            ),
        ]

    @property
    def weight_in_words(self) -> str:
        return self.Weight(self.weight).label


class Answer(models.TextChoices):
    YES = "yes", "Yes"
    PARTLY = "partly", "Partly"
    NO = "no", "No"


def answer_field(label: str) -> models.CharField:
    return models.CharField(label, max_length=6, choices=Answer, blank=True)


class Verdict(Written):
    """Step 5: the employer, judged in turn. It does not depend on theirs."""

    class Wanted(models.TextChoices):
        YES = "yes", "Yes"
        UNSURE = "unsure", "Not sure"
        NO = "no", "No"

    class Again(models.TextChoices):
        YES = "yes", "Yes"
        LATER = "later", "Later"
        NO = "no", "No"

    interview = models.ForeignKey(Interview, models.CASCADE, related_name="verdicts")
    wanted = models.CharField("would I have wanted it", max_length=6, choices=Wanted, blank=True)
    again = models.CharField("would I go again", max_length=6, choices=Again, blank=True)
    again_from = DayColumn("from when", null=True, blank=True)
    prepared = answer_field("They were prepared")
    respected_time = answer_field("They respected my time")
    answered_questions = answer_field("They answered my questions")
    realistic_problems = answer_field("Their problems were like the work")
    clear_role = answer_field("The role was clear")
    answered_request = answer_field("They answered my request for feedback")
    words = models.TextField(blank=True)
    words_html = rendering()

    prose = ("words",)

    WAYS = (
        "prepared",
        "respected_time",
        "answered_questions",
        "realistic_problems",
        "clear_role",
        "answered_request",
    )

    class Meta(Written.Meta):
        constraints = [
            *Written.Meta.constraints,
            models.UniqueConstraint(
                fields=["interview"],
                condition=Q(trash_id=None),
                name="verdict_one_an_interview",
            ),
        ]

    def ways(self) -> list[tuple[str, str]]:
        """How they ran it: ("They were prepared", "Partly")."""
        return [
            (str(self._meta.get_field(name).verbose_name), Answer(said).label if said else "")
            for name in self.WAYS
            for said in [getattr(self, name)]
        ]


class Holding(Owned):
    """How far an employer held up against one thing I look for."""

    verdict = models.ForeignKey(Verdict, models.CASCADE, related_name="holdings")
    priority = models.ForeignKey(Priority, models.CASCADE, related_name="holdings")
    answer = models.CharField(max_length=6, choices=Answer)

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.UniqueConstraint(
                fields=["verdict", "priority"],
                condition=Q(trash_id=None),
                name="holding_one_a_priority",
            ),
        ]
