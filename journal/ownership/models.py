import uuid

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils import timezone
from django.utils.safestring import SafeString

from journal import prose
from journal.ownership.text import name_key


class OwnerMismatch(ValueError):
    """A row was about to point at a row of somebody else."""


class AliveQuerySet(models.QuerySet):
    def owned_by(self, person):
        return self.filter(owner=person)


class AliveManager(models.Manager.from_queryset(AliveQuerySet)):
    """The default, so that no relation ever shows what lies in the trash."""

    def get_queryset(self):
        return super().get_queryset().filter(trash_id=None)


def alive_manager(queryset: type[AliveQuerySet]) -> AliveManager:
    """A manager that speaks as `queryset` does and sees only what is not in the trash."""
    return AliveManager.from_queryset(queryset)()


def owner_key(related_name: str) -> models.ForeignKey:
    return models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, related_name=related_name, db_index=False
    )


class Owned(models.Model):
    """Something a person wrote. `uid` is its identity in exports and feeds."""

    owner = owner_key("%(class)ss")
    uid = models.UUIDField(default=uuid.uuid4, editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    changed_at = models.DateTimeField(default=timezone.now, editable=False)
    deleted_at = models.DateTimeField(null=True, editable=False)
    trash_id = models.UUIDField(null=True, editable=False)

    objects = AliveManager()
    with_trash = models.Manager()

    # A key that was let go is joined again only where this holds: {field: condition}.
    tied_where: dict[str, models.Q] = {}

    class Meta:
        abstract = True
        # What is not in the trash costs it nothing.
        indexes = [
            models.Index(
                fields=["owner", "trash_id", "deleted_at"],
                condition=models.Q(trash_id__isnull=False),
                name="%(class)s_in_trash",
            )
        ]
        constraints = [
            models.UniqueConstraint(fields=["owner", "uid"], name="%(class)s_uid_unique"),
            models.CheckConstraint(
                condition=models.Q(deleted_at=None) | models.Q(trash_id__isnull=False),
                name="%(class)s_deleted_is_in_trash",
            ),
        ]

    def __str__(self) -> str:
        return f"{type(self).__name__} {self.pk}"

    def save(self, *args, **kwargs) -> None:
        for field in owned_keys(type(self)):
            self._refuse_another_owner(field)
        super().save(*args, **kwargs)

    @property
    def noun(self) -> str:
        """What it is, in a word."""
        return str(self._meta.verbose_name)

    @property
    def known_as(self) -> str:
        """What a person knows it by, in a line."""
        return ""

    def settle(self) -> None:
        """Mend what was derived from it; it went to the trash by itself, or came back."""

    def _refuse_another_owner(self, field: models.ForeignKey) -> None:
        key = getattr(self, field.attname)
        if key is None:
            return
        if field.is_cached(self):
            owner_id = getattr(self, field.name).owner_id
        else:
            rows = field.related_model.with_trash.filter(pk=key)
            owner_id = rows.values_list("owner_id", flat=True).first()
        if owner_id != self.owner_id:
            raise OwnerMismatch(f"{self!r} and its {field.name} have different owners.")


def owned_keys(model: type[models.Model]) -> list[models.ForeignKey]:
    """The keys of a model that point at something a person wrote."""
    return [
        field
        for field in model._meta.concrete_fields
        if field.many_to_one and issubclass(field.related_model, Owned)
    ]


class Named(Owned):
    """Unique by name for its owner, among what is not in the trash."""

    name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=600, editable=False)

    class Meta(Owned.Meta):
        abstract = True

    @property
    def known_as(self) -> str:
        return self.name

    def take_in(self, other: "Named") -> None:
        """Have what another of the same name had, apart from what hangs off it."""

    def clean(self) -> None:
        self.name_key = name_key(self.name)

    def save(self, *args, **kwargs) -> None:
        self.name_key = name_key(self.name)
        super().save(*args, **kwargs)

    def validate_constraints(self, exclude=None) -> None:
        try:
            super().validate_constraints(exclude)
        except ValidationError as error:
            found = error.update_error_dict({})
            raise ValidationError({"name": found.pop(NON_FIELD_ERRORS, []), **found}) from error


class Written(Owned):
    """Holds texts. `prose` names those in Markdown; each has `<name>_html` beside it.

    `version` counts savings of the texts: what is saved must name the version it began from.
    """

    version = models.PositiveIntegerField(default=1, editable=False)
    renderer = models.PositiveSmallIntegerField(default=0, editable=False)
    prose: tuple[str, ...] = ()

    class Meta(Owned.Meta):
        abstract = True

    def save(self, *args, **kwargs) -> None:
        self.render()
        super().save(*args, **kwargs)

    def render(self) -> None:
        for name in self.prose:
            setattr(self, f"{name}_html", prose.render(getattr(self, name)))
        self.renderer = prose.RENDERER

    def rendered(self, name: str) -> SafeString:
        """The text as HTML: as stored, or anew where an older renderer stored it."""
        if self.renderer == prose.RENDERER:
            return SafeString(getattr(self, f"{name}_html"))
        return prose.render(getattr(self, name))


def rendering() -> models.TextField:
    return models.TextField(blank=True, editable=False)


class Version(Owned):
    """An earlier text of a field: of which model, which row (its uid), which field."""

    kind = models.CharField(max_length=40)
    of = models.UUIDField()
    field = models.CharField(max_length=40)
    text = models.TextField()

    class Meta(Owned.Meta):
        indexes = [
            *Owned.Meta.indexes,
            models.Index(fields=["owner", "of", "field", "created_at"]),
        ]


class Untied(Owned):
    """A key that was let go: which row's (its uid), which field, and what it pointed at (its uid).

    It lies in the trash with the batch of what it pointed at, and is used up when that comes back.
    """

    owner = owner_key("untied")
    kind = models.CharField(max_length=40)
    of = models.UUIDField()
    field = models.CharField(max_length=40)
    to = models.UUIDField()

    class Meta(Owned.Meta):
        constraints = [
            *Owned.Meta.constraints,
            models.CheckConstraint(
                condition=models.Q(trash_id__isnull=False), name="untied_lies_in_the_trash"
            ),
        ]
