"""Every constraint with a name is broken on purpose by some test that names it."""

import pytest
from django.db import connection

from tests.conftest import as_owner
from tests.guards.house import our_models, python_files

NAMES = sorted(constraint.name for model in our_models() for constraint in model._meta.constraints)

TESTS = "".join(path.read_text() for path in python_files("tests") if path.name.startswith("test_"))


@pytest.mark.parametrize("name", NAMES)
def test_some_test_names_the_constraint(name):
    assert f'"{name}"' in TESTS


@pytest.mark.django_db
def test_the_database_holds_every_constraint_that_the_models_name():
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SELECT conname FROM pg_constraint UNION SELECT relname FROM pg_class")
        in_the_database = {row[0] for row in cursor.fetchall()}

    assert set(NAMES) - in_the_database == set()


@pytest.mark.parametrize("name", NAMES)
def test_a_constraint_is_named_after_its_app_and_model(name):
    tables = {model._meta.db_table for model in our_models()}

    assert any(name.startswith(f"{table}_") for table in tables)
