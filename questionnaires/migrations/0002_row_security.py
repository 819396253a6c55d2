from django.db import migrations

from core.identity import APP_ROLE
from core.rowsec import ME, enable, policy, system

MINE = f"client_id = {ME}"
MY_CLIENT = "app_cares_for(client_id)"
ADMINISTRATOR = (
    f"EXISTS (SELECT 1 FROM accounts_user u WHERE u.id = {ME}"
    " AND 'administrator' = ANY (u.roles))"
)
LIBRARY = "questionnaires_questionnaire"
# What an administrator may change of a version: never what it asks or how it is scored.
STATE = "licence, attribution, activated_at, activated_by_id, retired_at, retired_by_id"
FILLED = "answered_on, timezone, recorded_at, received_at, completed_at, answers"
SCHEDULED = "paused_at, paused_by_id, ended_at, ended_by_id"


def same_client(table):
    """What belongs to a response belongs to its client."""
    return (
        f"EXISTS (SELECT 1 FROM questionnaires_response r WHERE r.id = {table}.response_id"
        f" AND r.client_id = {table}.client_id)"
    )


def of_a_response(table, *readers):
    """Rows beside a response: added with it, read with it, never changed."""
    belongs = same_client(table)
    return [
        enable(table),
        policy(table, "mine", "SELECT", MINE),
        policy(table, "my_client", "SELECT", MY_CLIENT),
        policy(table, "by_me", "INSERT", f"{MINE} AND {belongs}"),
        *(policy(table, "to_work", "SELECT", system(*names)) for names in [readers] if names),
    ]


def imported_too(table):
    """A clinician who takes in a response from elsewhere adds what it adds up to."""
    return policy(table, "imported", "INSERT", f"{MY_CLIENT} AND {same_client(table)}")


class Migration(migrations.Migration):
    dependencies = [
        ("questionnaires", "0001_initial"),
        ("program", "0002_row_security"),
        ("accounts", "0002_row_security"),
    ]

    operations = [
        # Holds nothing about anybody. Its policies bind the app and not the owner, who imports by
        # a command.
        migrations.RunSQL(
            f"ALTER TABLE {LIBRARY} ENABLE ROW LEVEL SECURITY;"
            f"GRANT SELECT, INSERT, UPDATE ({STATE}) ON {LIBRARY} TO {APP_ROLE};",
            f"REVOKE ALL ON {LIBRARY} FROM {APP_ROLE};"
            f"ALTER TABLE {LIBRARY} DISABLE ROW LEVEL SECURITY;",
        ),
        policy(LIBRARY, "everybody", "SELECT", "true"),
        policy(LIBRARY, "by_administrators", "INSERT", f"importer_id = {ME} AND {ADMINISTRATOR}"),
        policy(LIBRARY, "kept_by_administrators", "UPDATE", ADMINISTRATOR),
        # Asked by a client's clinicians in their own name; paused and ended by them.
        enable("questionnaires_schedule"),
        migrations.RunSQL(
            f"GRANT UPDATE ({SCHEDULED}) ON questionnaires_schedule TO {APP_ROLE}",
            f"REVOKE UPDATE ({SCHEDULED}) ON questionnaires_schedule FROM {APP_ROLE}",
        ),
        policy("questionnaires_schedule", "mine", "SELECT", MINE),
        policy("questionnaires_schedule", "my_client", "SELECT", MY_CLIENT),
        policy(
            "questionnaires_schedule", "asked", "INSERT",
            f"{MY_CLIENT} AND assigned_by_id = {ME} AND ended_at IS NULL AND paused_at IS NULL",
        ),
        policy(
            "questionnaires_schedule", "kept", "UPDATE", f"{MY_CLIENT} AND ended_at IS NULL",
            check=f"{MY_CLIENT} AND (ended_by_id IS NULL OR ended_by_id = {ME})",
        ),
        policy("questionnaires_schedule", "to_work", "SELECT", system("asker", "reminder")),
        enable("questionnaires_occasion"),
        policy("questionnaires_occasion", "mine", "SELECT", MINE),
        policy("questionnaires_occasion", "my_client", "SELECT", MY_CLIENT),
        policy("questionnaires_occasion", "to_work", "SELECT", system("asker", "reminder")),
        policy("questionnaires_occasion", "noted", "INSERT", system("asker")),
        # A draft grows in its client's hands; what was handed in is not touched again.
        enable("questionnaires_response"),
        migrations.RunSQL(
            f"GRANT UPDATE ({FILLED}) ON questionnaires_response TO {APP_ROLE}",
            f"REVOKE UPDATE ({FILLED}) ON questionnaires_response FROM {APP_ROLE}",
        ),
        policy("questionnaires_response", "mine", "SELECT", MINE),
        policy("questionnaires_response", "by_me", "INSERT", f"{MINE} AND origin = 'app'"),
        policy(
            "questionnaires_response", "goes_on", "UPDATE",
            f"{MINE} AND origin = 'app' AND completed_at IS NULL",
            check=f"{MINE} AND origin = 'app'",
        ),
        policy("questionnaires_response", "my_client", "SELECT", MY_CLIENT),
        policy(
            "questionnaires_response", "imported", "INSERT", f"{MY_CLIENT} AND origin = 'imported'"
        ),
        policy(
            "questionnaires_response", "to_assess", "SELECT",
            f"{system('assessor')} AND EXISTS (SELECT 1 FROM questionnaires_criticalanswer c"
            " WHERE c.response_id = questionnaires_response.id)",
        ),
        policy(
            "questionnaires_response", "to_remind", "SELECT",
            f"{system('reminder')} AND completed_at IS NOT NULL",
        ),
        # Who advises and who sums up are given the totals by progress, and no answer.
        *of_a_response("questionnaires_score"),
        imported_too("questionnaires_score"),
        *of_a_response("questionnaires_criticalanswer", "assessor"),
        imported_too("questionnaires_criticalanswer"),
        *of_a_response("questionnaires_followup", "assessor"),
        # On which day of the program a change of level is.
        policy("program_enrolment", "to_ask", "SELECT", system("asker")),
    ]
