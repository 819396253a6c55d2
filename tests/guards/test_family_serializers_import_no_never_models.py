"""What no consent can open has no way into what families are shown."""

import ast

import pytest

from checkins.models import CheckIn
from core.privacy import classified
from tests.guards.house import ROOT, imports_of, module_of, our_models

FAMILY = sorted(path for path in (ROOT / "family").rglob("*.py") if "migrations" not in path.parts)
SERIALIZERS = [path for path in FAMILY if "serializers" in path.parts]
# Apps that keep a record of somebody, or send words to them.
RECORDS = {
    "admissions", "alerts", "care", "checkins", "delivery", "plans", "progress", "questionnaires",
    "reminders", "skills",
}  # fmt: skip
# Which module reaches into which of them, and what for. What is not here reaches into none.
REACHES = {
    # What a category shows: each reads with a database role that is granted its columns alone.
    "family.access.shown.check_ins": {"checkins.models.CheckIn", "checkins.models"},
    "family.access.shown.skills": {
        "skills.selectors", "skills", "skills.models.Practice", "skills.models.Skill",
        "skills.models",
    },
    # The client presses share on a goal or milestone of their own; its title is copied.
    "family.services.shown": {
        "care.models", "care.models.Goal", "care.models.GoalEnd", "progress", "progress.services",
    },
    # Whoever is on call hears of a worry that cannot wait.
    "family.services.telling": {"alerts.selectors"},
    # The titles that a client saw are the ones that are copied, in both languages.
    "family.texts.phrases": {
        "progress.rules.milestone_words", "progress.rules.milestone_words.WORDS",
    },
    "family.views.previews": {"care", "care.access", "care.models", "care.models.Goal"},
}  # fmt: skip
# Who was told of an urgent note answers for it: that is read from the messages.
READS_MESSAGES = {"family.access.team_notes"}
# Only to send the one neutral sentence, to take it back, or to hear that it could not be sent.
SENDS = "delivery"
# Of the row of a check-in, the ratings that have a switch.
SHAREABLE = {"mood", "sleep_quality", "craving"}
# Of an audit entry, of a dictionary, of days and windows of them; an exercise's public name; what
# the client writes for one person.
OTHER_MEANINGS = {"action", "items", "before", "on", "slug", "words"}


def _imports(path):
    return set(imports_of(ast.parse(path.read_text())))


def _never_fields():
    """Return the names of clinical fields that no category covers."""
    fields = {
        name
        for model in our_models()
        if model._meta.app_label in {"checkins", "alerts", "skills", "questionnaires", "plans"}
        for name, kind in classified(model).items()
        if kind == "clinical"
    }
    return fields - SHAREABLE - OTHER_MEANINGS


@pytest.mark.parametrize("path", SERIALIZERS, ids=lambda path: path.name)
def test_family_serializers_import_no_model_of_a_record(path):
    imported = {name.split(".")[0] for name in _imports(path)}

    assert imported & (RECORDS | {"program"}) == set()


@pytest.mark.parametrize("path", FAMILY, ids=module_of)
def test_family_reaches_into_a_record_only_where_it_is_written_here(path):
    reached = {
        name
        for name in _imports(path)
        if name.split(".")[0] in RECORDS - {SENDS}
    }  # fmt: skip

    assert reached <= REACHES.get(module_of(path), set())


def test_no_permission_to_reach_is_stale():
    written = {module_of(path): _imports(path) for path in FAMILY}

    assert all(names & written[module] for module, names in REACHES.items())


def test_what_is_shown_sends_nothing():
    shown = [
        path
        for path in FAMILY
        if {"access", "serializers"} & set(path.parts) and module_of(path) not in READS_MESSAGES
    ]

    assert [path for path in shown if SENDS in {n.split(".")[0] for n in _imports(path)}] == []


@pytest.mark.parametrize("module", REACHES)
def test_who_reaches_into_a_record_names_no_field_that_is_never_shared(module):
    path = next(path for path in FAMILY if module_of(path) == module)
    tree = ast.parse(path.read_text())
    named = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    named |= {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    named |= {node.arg for node in ast.walk(tree) if isinstance(node, ast.keyword) and node.arg}

    # A goal is the client's own, which they press share on; "skill" leads to its public title.
    assert named & _never_fields() - {"goal", "skill", "need"} == set()


def test_the_list_of_what_is_never_shared_is_not_empty():
    assert {"note", "used", "safety", "answers", "reasons", "trigger_words"} <= _never_fields()
    assert "mood" in classified(CheckIn)
