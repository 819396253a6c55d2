from django.db import migrations

from core.identity import APP_ROLE
from core.rowsec import ME, enable, policy

MINE = f"client_id = {ME}"
MY_CLIENT = "app_cares_for(client_id)"
ADMINISTRATOR = (
    f"EXISTS (SELECT 1 FROM accounts_user u WHERE u.id = {ME}"
    " AND 'administrator' = ANY (u.roles))"
)
CLINICS = f"origin = 'clinic' AND {ADMINISTRATOR}"


def of_my_practice(table):
    return (
        f"EXISTS (SELECT 1 FROM skills_practice p WHERE p.id = {table}.practice_id"
        f" AND p.client_id = {ME})"
    )


def grant_update(table, *columns):
    names = ", ".join(columns)
    return migrations.RunSQL(
        f"GRANT UPDATE ({names}) ON {table} TO {APP_ROLE}",
        f"REVOKE UPDATE ({names}) ON {table} FROM {APP_ROLE}",
    )


class Migration(migrations.Migration):
    dependencies = [
        ("skills", "0004_move_answers"),
        ("program", "0002_row_security"),
        ("accounts", "0002_row_security"),
    ]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE skills_practice FORCE ROW LEVEL SECURITY",
            "ALTER TABLE skills_practice NO FORCE ROW LEVEL SECURITY",
        ),
        migrations.RemoveField("practice", "answers"),
        # Ratings are for the team; what was written is not, until the client shares it.
        policy("skills_practice", "my_client", "SELECT", MY_CLIENT),
        policy(
            "skills_practice", "of_own_assignment", "INSERT",
            "assignment_id IS NULL OR EXISTS (SELECT 1 FROM skills_assignment a"
            " WHERE a.id = skills_practice.assignment_id"
            " AND a.client_id = skills_practice.client_id)",
            restrictive=True,
        ),
        enable("skills_practiceshare"),
        grant_update("skills_practiceshare", "ended_at"),
        policy("skills_practiceshare", "mine", "SELECT", MINE),
        policy("skills_practiceshare", "my_client", "SELECT", MY_CLIENT),
        policy(
            "skills_practiceshare", "by_me", "INSERT",
            f"{MINE} AND ended_at IS NULL AND {of_my_practice('skills_practiceshare')}",
        ),
        policy(
            "skills_practiceshare", "ended_by_me", "UPDATE", f"{MINE} AND ended_at IS NULL",
            check=f"{MINE} AND ended_at IS NOT NULL",
        ),
        enable("skills_practicetext"),
        policy("skills_practicetext", "mine", "SELECT", MINE),
        policy(
            "skills_practicetext", "by_me", "INSERT",
            f"{MINE} AND {of_my_practice('skills_practicetext')}",
        ),
        policy(
            "skills_practicetext", "shared", "SELECT",
            f"{MY_CLIENT} AND EXISTS (SELECT 1 FROM skills_practiceshare s"
            " WHERE s.practice_id = skills_practicetext.practice_id AND s.ended_at IS NULL)",
        ),
        enable("skills_assignment"),
        grant_update("skills_assignment", "skipped_at", "withdrawn_at", "withdrawn_by_id"),
        policy("skills_assignment", "mine", "SELECT", MINE),
        policy("skills_assignment", "my_client", "SELECT", MY_CLIENT),
        policy(
            "skills_assignment", "by_me", "INSERT",
            f"{MY_CLIENT} AND assigned_by_id = {ME} AND skipped_at IS NULL"
            " AND withdrawn_at IS NULL",
        ),
        policy(
            "skills_assignment", "skipped_by_me", "UPDATE", f"{MINE} AND withdrawn_at IS NULL",
            check=f"{MINE} AND withdrawn_at IS NULL",
        ),
        policy(
            "skills_assignment", "withdrawn_by_me", "UPDATE",
            f"{MY_CLIENT} AND withdrawn_at IS NULL",
            check=f"{MY_CLIENT} AND withdrawn_by_id = {ME}",
        ),
        # Everybody reads exercises; administrators add their clinic's, and take them out again.
        # Not forced: the owner publishes those that come as files.
        migrations.RunSQL(
            f"ALTER TABLE skills_skill ENABLE ROW LEVEL SECURITY;"
            f"GRANT INSERT, UPDATE (current) ON skills_skill TO {APP_ROLE};",
            f"REVOKE INSERT, UPDATE (current) ON skills_skill FROM {APP_ROLE};"
            f"ALTER TABLE skills_skill DISABLE ROW LEVEL SECURITY;",
        ),
        policy("skills_skill", "everybody", "SELECT", "true"),
        policy("skills_skill", "by_administrators", "INSERT", CLINICS),
        policy("skills_skill", "current_or_not", "UPDATE", CLINICS),
    ]
