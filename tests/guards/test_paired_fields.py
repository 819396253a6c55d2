"""Where a row says when something was done, it says who did it, and the database insists."""

import pytest
from django.db import models

from tests.guards.house import our_models

# Written by this person, at the row's own moment, which has the name of what was done.
AT_THE_ROWS_MOMENT = {
    ("AccessRequest", "recorded_by"), ("Complaint", "recorded_by"), ("NoticeGiven", "recorded_by"),
    ("Export", "proven_by"),
}  # fmt: skip
# A sample that ships with the program is published by nobody.
BY_NOBODY = {("PatientNotice", "published")}
MODELS = {model.__name__: model for model in our_models()}


def _pairs(model):
    names = {field.name for field in model._meta.concrete_fields}
    stems = {name.removesuffix("_by") for name in names if name.endswith("_by")}
    return sorted(stem for stem in stems if f"{stem}_at" in names)


def _unpaired(model):
    names = {field.name for field in model._meta.concrete_fields}
    return sorted(name for name in names if name.endswith("_by") and f"{name[:-3]}_at" not in names)


def _insists(model, stem):
    """Say whether both are required, or one constraint speaks of both."""
    if not any(model._meta.get_field(f"{stem}_{end}").null for end in ("at", "by")):
        return True
    return any(
        {f"{stem}_at", f"{stem}_by"} <= _fields_of(constraint.condition)
        for constraint in model._meta.constraints
        if isinstance(constraint, models.CheckConstraint)
    )


def _fields_of(condition):
    found = set()
    for child in condition.children:
        if isinstance(child, models.Q):
            found |= _fields_of(child)
        else:
            found.add(child[0].split("__")[0])
    return found


@pytest.mark.parametrize("name", MODELS)
def test_when_and_who_come_together(name):
    loose = [
        stem
        for stem in _pairs(MODELS[name])
        if not _insists(MODELS[name], stem) and (name, stem) not in BY_NOBODY
    ]

    assert loose == []


@pytest.mark.parametrize("name", MODELS)
def test_nobody_does_something_at_no_time(name):
    assert [one for one in _unpaired(MODELS[name]) if (name, one) not in AT_THE_ROWS_MOMENT] == []


def test_the_walk_finds_the_pairs_that_we_know_of():
    # `due_at` and `due_by` are both moments, and one constraint speaks of both as well.
    assert _pairs(MODELS["Alert"]) == ["acknowledged", "due", "resolved"]
    assert _pairs(MODELS["Consent"]) == ["ended", "signed"]
