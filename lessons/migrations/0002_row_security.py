from django.db import migrations

from core.identity import APP_ROLE
from core.rowsec import ME, enable, open_tables, policy

MINE = f"person_id = {ME}"
# What a device may tell anew; whose it is and what it is about never changes.
CHANGED = {
    "lessons_progress": ("lesson_id", "section", "started_at", "read_at", "finished_at"),
    "lessons_reflection": ("lesson_id", "text", "written_at"),
    "lessons_checkanswer": ("lesson_id", "choice", "answered_at"),
    "lessons_relationships": ("chosen",),
}


def mine_alone(table, columns):
    names = ", ".join(columns)
    return [
        enable(table),
        migrations.RunSQL(
            f"GRANT UPDATE ({names}) ON {table} TO {APP_ROLE}",
            f"REVOKE UPDATE ({names}) ON {table} FROM {APP_ROLE}",
        ),
        policy(table, "mine", "SELECT", MINE),
        policy(table, "by_me", "INSERT", MINE),
        policy(table, "changed_by_me", "UPDATE", MINE),
    ]


class Migration(migrations.Migration):
    dependencies = [("lessons", "0001_initial"), ("core", "0002_roles_and_audit_chain")]

    operations = [
        # Lessons hold nothing about anyone; the owner publishes them, everybody reads them.
        open_tables(["lessons_lesson"], "SELECT"),
        *(step for table, columns in CHANGED.items() for step in mine_alone(table, columns)),
    ]
