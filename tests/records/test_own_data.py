"""A copy of one's own data holds every table that is one's to see, and nothing of anybody else."""

import pytest
from django.apps import apps
from django.db import connection
from django.db.models import ForeignKey

from accounts.models import User
from backend import demo
from checkins.models import CheckIn
from core.crypto import EncryptedTextField
from records.models import Correction
from records.selectors.own_data import columns_of, model_of
from records.selectors.tables import LEFT_OUT, TABLES
from records.services.words import catalogue
from tests.conftest import as_owner
from tests.guards.house import our_models
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.django_db
OWNERS = ("client", "person", "writer", "reader")
EXPORTED = {table.model for table in TABLES}


def _shown_to_whom_it_is_about():
    """Return the models that some read policy opens to the person whom a row is about."""
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename, string_agg(qual, ' ') FROM pg_policies"
            " WHERE cmd IN ('SELECT', 'ALL') GROUP BY tablename"
        )
        conditions = dict(cursor.fetchall())
    return {
        model._meta.label
        for model in our_models()
        for owner in OWNERS
        if _is_a_person(model, owner)
        and f"{owner}_id = app_person()" in (conditions.get(model._meta.db_table) or "")
    }


def _is_a_person(model, name):
    return any(
        field.name == name and isinstance(field, ForeignKey) and field.related_model is User
        for field in model._meta.local_concrete_fields
    )


def test_every_table_that_a_person_sees_is_in_their_copy_or_named_with_a_reason():
    shown = _shown_to_whom_it_is_about()

    assert len(shown) > 60
    assert shown - EXPORTED - set(LEFT_OUT) == set()
    assert EXPORTED & set(LEFT_OUT) == set()
    assert all(len(reason) > 10 for reason in LEFT_OUT.values())


def test_nothing_is_in_a_copy_that_row_security_would_not_show():
    assert EXPORTED - _shown_to_whom_it_is_about() == set()


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_and_title_has_words_in_both_languages(table):
    words = catalogue()

    assert set(words["titles"][table.name]) == {"en", "es"}
    assert set(columns_of(table)) - set(words["fields"]["es"]) == set()
    for field in model_of(table)._meta.local_concrete_fields:
        if field.name in columns_of(table) and field.choices:
            assert {str(key) for key, _ in field.choices if key} <= set(words["values"]["es"])


def _as_many_rows(table, person):
    with as_owner():
        return model_of(table)._base_manager.filter(**{table.owner: person.pk}).count()


@pytest.mark.parametrize("name", ["maya", "rosa"])
def test_a_copy_holds_every_row_that_there_is(request, made, name):
    person = request.getfixturevalue(name)
    counts = {
        table.name: _as_many_rows(table, person) for table in TABLES if table.name != "copies"
    }

    copy = made(person)

    assert {key: len(copy.tables[key]) for key in counts} == counts


def _planted(client_id, canary):
    """Write the canary into every text of this client that a copy could hold."""
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        CheckIn.objects.create(
            client_id=client_id,
            submission_id=demo.key(canary),
            on=STORY_DAY,
            version=9,
            timezone="UTC",
            recorded_at=STORY_TIME,
            received_at=STORY_TIME,
            mood=5,
            note=canary,
        )
        for model in apps.get_models():
            texts = [
                field.name
                for field in model._meta.local_concrete_fields
                if isinstance(field, EncryptedTextField)
                and field.name not in {"steps", "answers", "actions", "before"}
            ]
            if texts and _is_a_person(model, "client"):
                rows = model._base_manager.filter(client_id=client_id)
                rows.update(**dict.fromkeys(texts, canary))
        cursor.execute("SET LOCAL session_replication_role = origin")


def test_no_byte_of_anybody_else_is_in_a_copy(maya, ben, tom, made):
    _planted(ben.pk, "canary-of-ben")
    _planted(maya.pk, "canary-of-maya")

    copy = made(maya)

    everything = b"\n".join(copy.files.values())
    assert b"canary-of-maya" in everything
    for of_another in ("canary-of-ben", ben.email, ben.name, str(ben.pk), tom.email):
        assert of_another.encode() not in everything


def test_the_files_are_what_they_say(maya, made):
    with as_owner():
        Correction.objects.create(
            client=maya,
            kind="correction",
            part="plans",
            words="=1+1 is not a formula",
            written_at=STORY_TIME,
        )

    copy = made(maya, language="es")

    assert copy.data["format"] == "foothold-own-data"
    assert copy.data["version"] == 1
    assert copy.files["copy.pdf"].startswith(b"%PDF-")
    assert b"/JavaScript" not in copy.files["copy.pdf"]
    sheets = {name: text.decode("utf-8") for name, text in copy.files.items() if "tables/" in name}
    assert all(text.startswith("\ufeff") for text in sheets.values())
    assert "Declaraciones de corrección" in sheets["tables/contents.csv"]
    assert "'=1+1 is not a formula" in sheets["tables/01.csv"]
    # Names of files tell nothing.
    assert {name.rpartition("/")[2].strip("0123456789") for name in copy.files} == {
        "copy.pdf", "data.json", "contents.csv", ".csv",
    }  # fmt: skip


def test_who_is_who_stands_in_it_as_the_person_knows_them(maya, okafor, made):
    team = made(maya).tables["care_team"]

    assert okafor.name in {row["clinician"] for row in team}
