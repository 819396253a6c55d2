"""Migrations say what the models say, follow one another in a line, and lead forward and back."""

import pytest
from django.db import connection, connections
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.questioner import NonInteractiveMigrationQuestioner
from django.db.migrations.state import ProjectState

from django.apps import apps  # isort: skip
from tests.guards.house import APPS, our_models

SCRATCH = "foothold_scratch"


def test_no_model_differs_from_its_migrations():
    loader = MigrationLoader(None)
    detector = MigrationAutodetector(
        loader.project_state(),
        ProjectState.from_apps(apps),
        NonInteractiveMigrationQuestioner(specified_apps=set(APPS)),
    )

    changes = detector.changes(graph=loader.graph)

    assert {app: found for app, found in changes.items() if app in APPS} == {}


@pytest.mark.parametrize("app", APPS)
def test_migrations_of_an_app_form_one_line(app):
    loader = MigrationLoader(None)
    own = [key for key in loader.disk_migrations if key[0] == app]

    followers = [
        [other for other in own if parent in loader.disk_migrations[other].dependencies]
        for parent in own
    ]

    assert len(loader.graph.leaf_nodes(app)) == 1
    assert all(len(children) <= 1 for children in followers)


@pytest.fixture
def scratch(django_db_blocker):
    """An empty database of its own, dropped afterwards."""
    name = f"{connection.settings_dict['NAME']}_scratch"
    with django_db_blocker.unblock():
        _outside(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)', f'CREATE DATABASE "{name}"')
        connections.databases[SCRATCH] = {**connection.settings_dict, "NAME": name}
        try:
            yield connections[SCRATCH]
        finally:
            connections[SCRATCH].close()
            del connections[SCRATCH], connections.databases[SCRATCH]
            _outside(f'DROP DATABASE "{name}" WITH (FORCE)')


def _outside(*statements):
    """Run statements that no transaction may hold."""
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def _everything(line):
    with line.cursor() as cursor:
        cursor.execute(
            """
            SELECT 'table ' || relname FROM pg_class
             WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'S')
            UNION ALL SELECT 'policy ' || polname || polrelid::regclass FROM pg_policy
            UNION ALL SELECT 'function ' || proname FROM pg_proc
             WHERE pronamespace = 'public'::regnamespace
            UNION ALL SELECT 'grant ' || c.relname || r.rolname || a.privilege_type
              FROM pg_class c, aclexplode(c.relacl) a JOIN pg_roles r ON r.oid = a.grantee
             WHERE c.relnamespace = 'public'::regnamespace
            """
        )
        return {row[0] for row in cursor.fetchall()}


@pytest.fixture
def quick_states(monkeypatch):
    """Do not build every model anew for a constraint or an index of ours: it holds its own words.

    That is more than half of the work of migrating, and the statements are the same.
    """

    building = ProjectState._append_option

    def without_building(state, app_label, model_name, option_name, obj):
        if app_label not in APPS:
            return building(state, app_label, model_name, option_name, obj)
        options = state.models[app_label, model_name].options
        options[option_name] = [*options.get(option_name, []), obj]
        return None

    monkeypatch.setattr(ProjectState, "_append_option", without_building)


def test_migrations_lead_forward_and_back_and_forward_again(scratch, quick_states):
    ours = {model._meta.db_table for model in our_models()}
    leaves = MigrationExecutor(scratch).loader.graph.leaf_nodes()

    MigrationExecutor(scratch).migrate(leaves)
    first = _everything(scratch)
    MigrationExecutor(scratch).migrate([(app, None) for app in APPS])
    between = _everything(scratch)
    MigrationExecutor(scratch).migrate(leaves)
    again = _everything(scratch)

    assert {f"table {table}" for table in ours} <= first
    assert not any(f"table {table}" in between for table in ours)
    assert not any(found.startswith(("policy", "function")) for found in between)
    assert again == first
