import uuid

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models, transaction
from django.utils import timezone
from django.utils.safestring import SafeString

from journal import prose
from journal.ownership import versions
from journal.ownership.text import name_key


class OwnerMismatch(ValueError):
    """A row was about to point at a row of somebody else."""


class WholeRow(TypeError):
    """A row that exists was about to be written whole; `store` writes what is meant."""


class Conflict(Exception):
    """Two savings met in the same moment; the second is refused, and answered with 409."""


class InTrash(Exception):
    """What was to be saved is in the trash by now, by itself or with its parent."""


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

    def save(self, *args, update_fields=None, **kwargs) -> None:
        """Write a new row; of one that exists, the columns named, as `store` does."""
        if self._state.adding:
            self._insert(*args, **kwargs)
        elif update_fields is None:
            raise WholeRow(f"{self!r}: say which columns, with store(...).")
        else:
            names = {*update_fields} - {"changed_at"}
            self.store(**{name: getattr(self, name) for name in names})

    @transaction.atomic
    def _insert(self, *args, **kwargs) -> None:
        for field in owned_keys(type(self)):
            self._refuse_another_owner(field)
            if field.remote_field.on_delete is models.CASCADE:
                self._refuse_what_is_in_the_trash(field)
        super().save(*args, **kwargs | {"force_insert": True})

    def store(self, **columns) -> None:
        """Write these columns of it and no others. Raises InTrash."""
        for name, value in columns.items():
            setattr(self, name, value)
        for field in owned_keys(type(self)):
            if {field.name, field.attname} & {*columns}:
                self._refuse_another_owner(field)
        self.changed_at = timezone.now()
        self._update(**columns, changed_at=self.changed_at)

    def _update(self, **columns) -> None:
        if not self._alive().update(**columns):
            raise InTrash(repr(self))

    def refuse_in_trash(self) -> None:
        """Raises InTrash."""
        if not self._alive().exists():
            raise InTrash(repr(self))

    def _alive(self) -> models.QuerySet:
        return type(self).with_trash.filter(pk=self.pk, trash_id=None)

    @property
    def noun(self) -> str:
        """What it is, in a word."""
        return str(self._meta.verbose_name)

    @property
    def known_as(self) -> str:
        """What a person knows it by, in a line."""
        return ""

    # The columns of another row that `settle` works out.
    settles: tuple[str, ...] = ()

    def settle(self) -> None:
        """Mend what was derived from it; it went to the trash by itself, or came back."""

    def settled(self) -> "Owned | None":
        """The row whose columns `settle` works out."""
        return None

    def is_unsettled(self, left: set[str]) -> bool:
        """Whether these columns, which could not be put back, have to be worked out anew."""
        return bool(left)

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

    def _refuse_what_is_in_the_trash(self, field: models.ForeignKey) -> None:
        """Whoever deletes the parent in this moment waits, and takes this row along."""
        parents = field.related_model.with_trash.select_for_update(no_key=True)
        key = getattr(self, field.attname)
        if key is not None and not parents.filter(pk=key, trash_id=None).values_list("pk"):
            raise InTrash(f"{self!r}, by its {field.name}")


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

    def _insert(self, *args, **kwargs) -> None:
        self.name_key = name_key(self.name)
        super()._insert(*args, **kwargs)

    def _update(self, **columns) -> None:
        if "name" in columns:
            self.name_key = columns["name_key"] = name_key(self.name)
        super()._update(**columns)

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

    def _insert(self, *args, **kwargs) -> None:
        self.render()
        super()._insert(*args, **kwargs)

    @classmethod
    def text_fields(cls) -> set[str]:
        """Those that hold a text somebody types."""
        texts = (each for each in cls._meta.concrete_fields if isinstance(each, models.TextField))
        return {each.name for each in texts if each.editable}

    def store(self, **columns) -> None:
        """A text is written only over the version it was begun from, and what stood there is kept.

        Raises Conflict, InTrash.
        """
        if {*columns} & self.text_fields():
            self._store_texts(columns)
        else:
            super().store(**columns)

    @transaction.atomic
    def _store_texts(self, columns: dict) -> None:
        before = self._alive().values(*self.text_fields()).first()
        if before is None:
            raise InTrash(repr(self))
        named = {name: text for name, text in before.items() if name in columns}
        changed = {name: text for name, text in named.items() if text != columns[name]}
        follows = self._follows_from(before | columns) if changed else {}
        super().store(**columns | follows)
        if changed:
            versions.keep(self, changed)
            self.after_text_change()

    def _follows_from(self, texts: dict) -> dict:
        """What is written beside a text, in the same UPDATE."""
        html = {f"{name}_html": prose.render(texts[name]) for name in self.prose}
        return {"version": self.version + 1, "renderer": prose.RENDERER, **html}

    def _update(self, **columns) -> None:
        if "version" not in columns:
            super()._update(**columns)
        elif not self._alive().filter(version=columns["version"] - 1).update(**columns):
            raise Conflict(repr(self))

    def after_text_change(self) -> None:
        """Bring along what depends on its texts."""

    def would_lose(self, name: str, before: str, after: str) -> list:  # noqa: ARG002
        """What hangs on words of a text, and would have no place in another."""
        return []

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


class Undo(Owned):
    """What an act changed, for as long as it can be taken back.

    `of` is the uid of what was acted on, or a batch in the trash. `changes` has an item a row: its
    model, its uid, and what each column was and became. `made` names the rows that are new.
    """

    act = models.CharField(max_length=20)
    of = models.UUIDField(null=True)
    changes = models.JSONField(default=list)
    made = models.JSONField(default=list)

    class Meta(Owned.Meta):
        indexes = [*Owned.Meta.indexes, models.Index(fields=["owner", "act", "of"])]
