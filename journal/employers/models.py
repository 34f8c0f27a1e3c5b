from django.db import IntegrityError, models, transaction

from journal.ownership.models import AliveQuerySet, Named, Written, alive_manager, rendering
from journal.ownership.unique import is_taken


class EmployerQuerySet(AliveQuerySet):
    def named(self, person, name: str) -> "Employer":
        """The person's employer of that name, made if it is new."""
        new = Employer(owner=person, name=" ".join(name.split()))
        new.clean()
        mine = self.filter(owner=person, name_key=new.name_key)
        if known := mine.first():
            return known
        try:
            with transaction.atomic():
                new.save()
        except IntegrityError as error:
            if not is_taken(error):
                raise
            return mine.get()  # made in the same moment, by another request
        return new

    def judged(self):
        """Those with a verdict on any of their interviews."""
        alive = {"interviews__trash_id": None, "interviews__verdicts__trash_id": None}
        return self.filter(interviews__verdicts__isnull=False, **alive).distinct()

    def names(self) -> list[str]:
        """For completing what is typed; more than these nobody scrolls through."""
        return list(self.order_by("name_key").values_list("name", flat=True)[:500])


class Employer(Named, Written):
    site = models.URLField(blank=True)
    note = models.TextField(blank=True)
    note_html = rendering()

    objects = alive_manager(EmployerQuerySet)
    prose = ("note",)

    def take_in(self, other: "Employer") -> None:
        """No word of either note is lost."""
        site = self.site or other.site
        more = [other.site] if other.site != site else []
        more += [other.note] if other.note != self.note else []
        self.store(site=site, note="\n\n".join(text for text in [self.note, *more] if text))

    class Meta(Named.Meta):
        constraints = [
            *Named.Meta.constraints,
            models.UniqueConstraint(
                fields=["owner", "name_key"],
                condition=models.Q(trash_id=None),
                name="employer_name_unique",
                violation_error_message="You already have an employer of this name.",
            ),
        ]
