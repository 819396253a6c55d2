"""Every field of every model says what it is: identity, clinical or operational."""

import pytest
from django.db import models

from core.crypto import EncryptedTextField
from core.privacy import classified
from tests.guards.house import our_models

MODELS = {model.__name__: model for model in our_models()}


@pytest.mark.parametrize("name", MODELS)
def test_each_field_is_classified_once_and_no_other_is(name):
    model = MODELS[name]

    listed = classified(model)

    assert set(listed) == {field.name for field in model._meta.get_fields() if _is_column(field)}


def _is_column(field):
    return isinstance(field, models.Field) and field.concrete


def test_a_field_classified_twice_is_refused():
    class Twice:
        class Privacy:
            identity = ("name",)
            clinical = ("name",)

    with pytest.raises(ValueError, match=r"Twice\.name is classified twice"):
        classified(Twice)


@pytest.mark.parametrize("name", MODELS)
def test_clinical_free_text_is_encrypted(name):
    model = MODELS[name]

    in_clear = [
        field
        for field, kind in classified(model).items()
        if kind == "clinical"
        and isinstance(model._meta.get_field(field), models.TextField)
        and not isinstance(model._meta.get_field(field), EncryptedTextField)
    ]

    assert in_clear == []
