"""What no consent can open has no way into what families are shown."""

import ast

import pytest

from checkins.models import CheckIn
from core.privacy import classified
from tests.guards.house import ROOT, imports_of, our_models

FAMILY = sorted((ROOT / "family").glob("*.py"))
# Models whose rows are never shared, whatever is signed; of a check-in, only the mood is read.
NEVER_APPS = ("alerts", "skills", "delivery", "plans", "care", "admissions")
SHAREABLE = {"mood"}
OTHER_MEANINGS = {"action", "items"}  # of an audit entry, of a dictionary


def _never_fields():
    """Return the names of clinical fields that no category covers."""
    fields = {
        name
        for model in our_models()
        if model._meta.app_label in {"checkins", "alerts", "skills"}
        for name, kind in classified(model).items()
        if kind == "clinical"
    }
    return fields - SHAREABLE - OTHER_MEANINGS


def test_family_serializers_import_no_model_of_a_record():
    imported = set(imports_of(ast.parse((ROOT / "family" / "serializers.py").read_text())))

    records = ("checkins", "alerts", "skills", "program", "plans", "care")
    assert not any(name.startswith(records) for name in imported)


@pytest.mark.parametrize("path", FAMILY, ids=lambda path: path.name)
def test_family_never_touches_what_is_never_shared(path):
    imported = {name.split(".")[0] for name in imports_of(ast.parse(path.read_text()))}

    assert imported & set(NEVER_APPS) == set()


@pytest.mark.parametrize("path", FAMILY, ids=lambda path: path.name)
def test_of_what_clients_report_family_knows_the_check_in_only(path):
    imported = set(imports_of(ast.parse(path.read_text())))

    assert {name for name in imported if name.startswith("checkins")} <= {"checkins.models.CheckIn"}


@pytest.mark.parametrize("path", FAMILY, ids=lambda path: path.name)
def test_family_names_no_field_that_is_never_shared(path):
    tree = ast.parse(path.read_text())
    named = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    named |= {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    named |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg}

    assert named & _never_fields() == set()


def test_the_list_of_what_is_never_shared_is_not_empty():
    assert {"note", "craving", "used", "answers", "reasons"} <= _never_fields()
    assert "mood" in classified(CheckIn)
