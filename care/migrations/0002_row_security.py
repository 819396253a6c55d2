from django.db import migrations

from core.identity import APP_ROLE
from core.rowsec import ME, enable, policy, system

MINE = f"client_id = {ME}"
MY_CLIENT = "app_cares_for(client_id)"
MEDICATION = (
    "name, dose_text, prescriber, is_mat, as_needed, times, weekdays, refill_on, active_until"
)
GOAL = "title, why, target_on, ended_at, ended_by_id, \"end\""
STEP = "text, place, done_at, done_by_id, removed_at"
TASK = "title, note, owner_id, due_on, state, for_client"
REFERRAL = "\"to\", purpose, phone, owner_id, due_on, appointment_at, state, for_client"


def columns(table: str, names: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"GRANT UPDATE ({names}) ON {table} TO {APP_ROLE}",
        f"REVOKE UPDATE ON {table} FROM {APP_ROLE}",
    )


def of_the_same_client(table: str, other: str, column: str) -> str:
    """Return the condition that a row points at a row of the client whom it names."""
    return (
        f"EXISTS (SELECT 1 FROM {other} o"
        f" WHERE o.id = {table}.{column} AND o.client_id = {table}.client_id)"
    )


def by_both(table: str, names: str, *, insert: str = "TRUE") -> list[migrations.RunSQL]:
    """Let client and care team read, add in their own name and change some columns."""
    own_name = f"added_by_id = {ME} AND {insert}"
    return [
        enable(table),
        columns(table, names),
        policy(table, "mine", "SELECT", MINE),
        policy(table, "by_me", "INSERT", f"{MINE} AND {own_name}"),
        policy(table, "changed_by_me", "UPDATE", MINE),
        policy(table, "my_client", "SELECT", MY_CLIENT),
        policy(table, "for_my_client", "INSERT", f"{MY_CLIENT} AND {own_name}"),
        policy(table, "changed_for_my_client", "UPDATE", MY_CLIENT),
    ]


def by_the_team(table: str, names: str, *, shown: str) -> list[migrations.RunSQL]:
    """Let the care team write, and the client read what is theirs to see."""
    return [
        enable(table),
        columns(table, names),
        policy(table, "mine", "SELECT", f"{MINE} AND {shown}"),
        policy(table, "my_client", "SELECT", MY_CLIENT),
        policy(table, "for_my_client", "INSERT", f"{MY_CLIENT} AND added_by_id = {ME}"),
        policy(table, "changed_for_my_client", "UPDATE", MY_CLIENT),
    ]


# A task or referral may have been the team's own before it was shown: what it said then stays theirs,
# so of those a client sees what they changed themselves.
CHANGE_I_MAY_SEE = (
    f"{MINE} AND (subject IN ('medication', 'goal', 'step') OR made_by_id = {ME})"
)
CHANGE_I_MAY_MAKE = (
    f"{MINE} AND (subject IN ('goal', 'step')"
    " OR (subject = 'task' AND EXISTS (SELECT 1 FROM care_task t"
    " WHERE t.id = subject_id AND t.client_id = care_change.client_id AND t.for_client)))"
)


class Migration(migrations.Migration):
    dependencies = [
        ("care", "0001_initial"),
        ("program", "0002_row_security"),
        ("core", "0002_roles_and_audit_chain"),
    ]

    operations = [
        *by_the_team("care_medication", MEDICATION, shown="TRUE"),
        policy("care_medication", "to_remind", "SELECT", system("reminder")),
        # A note is the client's; the team says that it was read, and nothing else.
        enable("care_medicationnote"),
        columns("care_medicationnote", "seen_at, seen_by_id"),
        policy("care_medicationnote", "mine", "SELECT", MINE),
        policy(
            "care_medicationnote", "by_me", "INSERT",
            f"{MINE} AND seen_at IS NULL AND "
            + of_the_same_client("care_medicationnote", "care_medication", "medication_id"),
        ),
        policy("care_medicationnote", "my_client", "SELECT", MY_CLIENT),
        policy(
            "care_medicationnote", "seen_for_my_client", "UPDATE", f"{MY_CLIENT} AND seen_at IS NULL",
            check=f"{MY_CLIENT} AND seen_by_id = {ME}",
        ),
        enable("care_medicationmark"),
        policy("care_medicationmark", "mine", "SELECT", MINE),
        policy(
            "care_medicationmark", "by_me", "INSERT",
            f"{MINE} AND "
            + of_the_same_client("care_medicationmark", "care_medication", "medication_id"),
        ),
        policy("care_medicationmark", "my_client", "SELECT", MY_CLIENT),
        policy("care_medicationmark", "to_remind", "SELECT", system("reminder")),
        *by_both("care_goal", GOAL),
        *by_both(
            "care_goalstep", STEP, insert=of_the_same_client("care_goalstep", "care_goal", "goal_id")
        ),
        enable("care_dailygoal"),
        columns("care_dailygoal", "goal_id, step_id, set_at"),
        policy(
            "care_dailygoal", "mine", "ALL", MINE,
            check=f"{MINE} AND (goal_id IS NULL OR "
            + of_the_same_client("care_dailygoal", "care_goal", "goal_id")
            + ") AND (step_id IS NULL OR EXISTS (SELECT 1 FROM care_goalstep s"
            " WHERE s.id = care_dailygoal.step_id AND s.goal_id = care_dailygoal.goal_id))",
        ),
        policy("care_dailygoal", "my_client", "SELECT", MY_CLIENT),
        *by_the_team("care_task", TASK, shown="for_client"),
        # What the client was asked to do, the client moves on.
        policy("care_task", "moved_by_me", "UPDATE", f"{MINE} AND for_client AND owner_id = {ME}"),
        *by_the_team("care_referral", REFERRAL, shown="for_client"),
        # Only ever added, each in their own name; the client about what they may write.
        enable("care_change"),
        policy("care_change", "mine", "SELECT", CHANGE_I_MAY_SEE),
        policy(
            "care_change", "by_me", "INSERT", f"made_by_id = {ME} AND {CHANGE_I_MAY_MAKE}"
        ),
        policy("care_change", "my_client", "SELECT", MY_CLIENT),
        policy("care_change", "for_my_client", "INSERT", f"{MY_CLIENT} AND made_by_id = {ME}"),
    ]
