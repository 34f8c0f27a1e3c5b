"""What hangs off what: the keys between the tables of what a person wrote."""

from functools import cache
from graphlib import TopologicalSorter

from django.db import models

from journal.ownership.models import Owned, Undo, Untied, Version, owned_keys

# A model, and the name of a key of it.
Key = tuple[type[Owned], str]


@cache
def owned_models() -> list[type[Owned]]:
    """All that can be deleted; what hangs off others comes after them."""
    graph = {model: [key.related_model for key in owned_keys(model)] for model in _models(Owned)}
    return [model for model in TopologicalSorter(graph).static_order() if model not in _NOTES]


def _models(base: type[Owned]) -> list[type[Owned]]:
    found = [] if base._meta.abstract else [base]
    return found + [model for child in base.__subclasses__() for model in _models(child)]


_NOTES = {Undo, Untied, Version}


def firm_keys(model: type[Owned]) -> list[models.ForeignKey]:
    """By these it hangs off something: it goes with that, and comes back with it."""
    return [key for key in owned_keys(model) if key.remote_field.on_delete is models.CASCADE]


def loose_keys(model: type[Owned]) -> list[models.ForeignKey]:
    """These it lets go when what they point at is deleted."""
    return [key for key in owned_keys(model) if key.remote_field.on_delete is models.SET_NULL]


@cache
def below(model: type[Owned]) -> list[Key]:
    """Every key by which something hangs off a model, however deep; the nearer come first."""
    reached, found = {model}, []
    for child in owned_models():
        keys = [key.name for key in firm_keys(child) if key.related_model in reached]
        if keys:
            reached.add(child)
        found += [(child, name) for name in keys]
    return found


def tree(model: type[Owned]) -> list[type[Owned]]:
    """A model and all that can hang off it."""
    return [model, *dict.fromkeys(child for child, _ in below(model))]


@cache
def pointing_at(model: type[Owned]) -> list[Key]:
    """Every loose key that points into the tree of a model."""
    return [
        (each, key.name)
        for each in owned_models()
        for key in loose_keys(each)
        if key.related_model in tree(model)
    ]
