"""Canaries in every field of care: nothing that a relative can ask for holds one."""

import re

import pytest

from care.models import Medication
from core.crypto import EncryptedTextField
from tests.care import rows
from tests.conftest import as_owner
from tests.guards.house import api_routes
from tests.http import Browser

CANARY = "canary-c4re"


@pytest.fixture
def planted(maya, okafor):
    """One of everything about Maya, with a canary in each field that holds words."""
    with as_owner():
        found = rows.one_of_each(maya, okafor)
        for row in found.values():
            sealed = {
                field.name: CANARY if field.name != "before" else f'{{"title": "{CANARY}"}}'
                for field in row._meta.concrete_fields
                if isinstance(field, EncryptedTextField)
            }
            if sealed:
                type(row).objects.filter(pk=row.pk).update(**sealed)
    return found


def _addresses(planted, maya):
    """Return every address of the API that one can ask for, with Maya's own ids in it."""
    names = {
        "client_id": maya.pk, "medication_id": planted["Medication"].pk,
        "note_id": planted["MedicationNote"].pk, "goal_id": planted["Goal"].pk,
        "step_id": planted["GoalStep"].pk, "task_id": planted["Task"].pk,
        "referral_id": planted["Referral"].pk,
    }  # fmt: skip
    for route in api_routes():
        if route.name != "schema" and hasattr(route.view, "get"):
            yield "/" + re.sub(
                r"<(?:\w+:)?(\w+)>", lambda found: str(names.get(found[1], "nothing")), route.path
            )


@pytest.mark.parametrize("name", ["rosa", "tom"])
def test_no_answer_to_a_relative_holds_a_word_of_it(planted, maya, name, request):
    browser = Browser(request.getfixturevalue(name))

    telling = [
        path for path in _addresses(planted, maya) if CANARY.encode() in browser.get(path).content
    ]

    assert telling == []


def test_the_canaries_are_there_to_be_found(planted, maya):
    assert CANARY.encode() in Browser(maya).get("/medications/?state=all").content
    with as_owner():
        assert {row.name for row in Medication.objects.filter(client=maya)} == {CANARY}
