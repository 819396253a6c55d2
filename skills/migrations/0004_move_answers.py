from uuid import uuid4

from django.db import migrations

from core.crypto import seal, unseal

OLD, NEW = "skills_practice.answers", "skills_practicetext.answers"


def apart(apps, schema_editor):
    """Give what was written a row of its own. A value is bound to its column: seal it again."""
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(
            "SELECT id, client_id, created_at, answers FROM skills_practice"
        )
        for practice, client, created_at, answers in cursor.fetchall():
            cursor.execute(
                "INSERT INTO skills_practicetext (id, created_at, practice_id, client_id, answers)"
                " VALUES (%s, %s, %s, %s, %s)",
                [uuid4(), created_at, practice, client, _moved(answers, OLD, NEW)],
            )


def together(apps, schema_editor):
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("SELECT practice_id, answers FROM skills_practicetext")
        for practice, answers in cursor.fetchall():
            cursor.execute(
                "UPDATE skills_practice SET answers = %s WHERE id = %s",
                [_moved(answers, NEW, OLD), practice],
            )


def _moved(value, old, new):
    return seal(unseal(value, context=old), context=new) if value else value


class Migration(migrations.Migration):
    dependencies = [("skills", "0003_assignments_and_shares")]

    operations = [
        # The owner must see every row here; 0005 binds the owner again.
        migrations.RunSQL(
            "ALTER TABLE skills_practice NO FORCE ROW LEVEL SECURITY",
            "ALTER TABLE skills_practice FORCE ROW LEVEL SECURITY",
        ),
        migrations.RunPython(apart, together),
    ]
