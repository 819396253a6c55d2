"""What was written before sharing existed moves to a table of its own, and back, still sealed."""

from importlib import import_module

from django.apps import apps
from django.db import connection

from core.crypto import seal, unseal
from tests.conftest import as_owner

move = import_module("skills.migrations.0004_move_answers")
WORDS = '{"look.words": "my blue mug"}'


class Editor:
    """As much of a schema editor as a data migration uses."""

    connection = connection


def test_words_move_to_their_own_table_and_back(maya, practise):
    done = practise(maya)

    with as_owner(), connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("DELETE FROM skills_practicetext")
        cursor.execute("ALTER TABLE skills_practice ADD COLUMN answers text NOT NULL DEFAULT ''")
        old = seal(WORDS, context="skills_practice.answers")
        cursor.execute("UPDATE skills_practice SET answers = %s WHERE id = %s", [old, done["id"]])

        move.apart(apps, Editor)

        cursor.execute("SELECT client_id, answers FROM skills_practicetext")
        ((client_id, moved),) = cursor.fetchall()
        assert client_id == maya.pk
        assert unseal(moved, context="skills_practicetext.answers") == WORDS

        cursor.execute("UPDATE skills_practice SET answers = ''")
        move.together(apps, Editor)

        cursor.execute("SELECT answers FROM skills_practice WHERE id = %s", [done["id"]])
        ((back,),) = cursor.fetchall()
        assert unseal(back, context="skills_practice.answers") == WORDS
