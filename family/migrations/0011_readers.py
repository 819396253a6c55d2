from django.db import migrations

from core.identity import RELATIVE_ROLE, Reader
from core.rowsec import ME, enable, policy

# Roles belong to the whole server, so they are only made, never dropped.
ROLES = "".join(
    f"""
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{reader}') THEN
        CREATE ROLE {reader} NOLOGIN NOBYPASSRLS;
    END IF;
END $$;
GRANT {RELATIVE_ROLE} TO {reader};
"""
    for reader in Reader
)
# One role, one thing. Each is granted the columns that its own arithmetic needs, and row security
# opens their rows to it under its own category alone.
COLUMNS = {
    Reader.STREAK: {"checkins_checkin": "client_id, on_day"},
    Reader.MOOD: {"checkins_checkin": "client_id, on_day, version, mood"},
    Reader.SLEEP: {"checkins_checkin": "client_id, on_day, version, sleep_quality"},
    Reader.CRAVING: {"checkins_checkin": "client_id, on_day, version, craving"},
    Reader.SKILLS: {"skills_practice": "client_id, skill_id, started_at"},
    Reader.ATTENDANCE: {
        "program_participant": "client_id, session_id, attendance",
        "program_session": "id, starts_at, cancelled_at",
    },
    Reader.TIMES: {
        "program_participant": "client_id, session_id",
        "program_session": "id, starts_at, cancelled_at",
    },
}
CATEGORY = {
    Reader.STREAK: "streak",
    Reader.MOOD: "mood_trend",
    Reader.SLEEP: "sleep_trend",
    Reader.CRAVING: "craving_band",
    Reader.SKILLS: "skills_practised",
    Reader.ATTENDANCE: "attendance",
    Reader.TIMES: "appointment_times",
}
OLD = "client_id, on_day, version, mood"


def who_shares(category: str) -> str:
    """Return the condition that the row's client shares this now, asked once a statement."""
    return (
        "client_id IN (SELECT c.client_id FROM family_consent c"
        f" WHERE app_may_see(c.client_id, '{category}'))"
    )


# Row security looks through the participants' own, so only sessions of those who share are left.
THEIRS = "id IN (SELECT p.session_id FROM program_participant p)"


def opened(reader: Reader) -> list[migrations.RunSQL]:
    """Grant a reader its columns, and open the rows of those who share the thing."""
    operations = []
    for table, columns in COLUMNS[reader].items():
        condition = THEIRS if table == "program_session" else who_shares(CATEGORY[reader])
        name = reader.removeprefix("foothold_relative_")
        operations += [
            migrations.RunSQL(
                f"GRANT SELECT ({columns}) ON {table} TO {reader}",
                f"REVOKE ALL ON {table} FROM {reader}",
            ),
            policy(table, f"shared_{name}", "SELECT", condition, role=reader),
        ]
    return operations


def only_in_force(table: str, role: str = RELATIVE_ROLE) -> migrations.RunSQL:
    """Let no relative's reading pass a consent that is not in force, whatever else is opened."""
    return policy(
        table, "only_in_force", "SELECT", who_shares("program_link"), role=role, restrictive=True
    )


MINE = f"client_id = {ME}"
# What the client wrote is for them, and for those under whose consent it stands; no staff.
CLIENTS_OWN = "withdrawn_at"


def clients_own(table: str) -> list[migrations.RunSQL]:
    """Let the client write, read and withdraw; nothing else of a row is ever changed."""
    return [
        enable(table),
        migrations.RunSQL(
            f"GRANT UPDATE ({CLIENTS_OWN}) ON {table} TO foothold_app",
            f"REVOKE UPDATE ON {table} FROM foothold_app",
        ),
        policy(table, "mine", "SELECT", MINE),
        policy(table, "by_me", "INSERT", MINE),
        policy(
            table, "withdrawn_by_me", "UPDATE", f"{MINE} AND withdrawn_at IS NULL",
            check=f"{MINE} AND withdrawn_at IS NOT NULL",
        ),
    ]


GOALS = "id, client_id, title, reached, shared_at, withdrawn_at"
WORDS = "client_id, recipient_id, words, written_at, withdrawn_at"


class Migration(migrations.Migration):
    dependencies = [
        ("family", "0010_shown"),
        ("program", "0008_who_leads_is_a_person"),
        ("skills", "0005_sharing_row_security"),
    ]

    operations = [
        migrations.RunSQL(ROLES, migrations.RunSQL.noop),
        # A relative's reading by itself sees no check-in any more: only the readers of one thing do.
        migrations.RunSQL(
            f"REVOKE SELECT ({OLD}) ON checkins_checkin FROM {RELATIVE_ROLE};"
            "DROP POLICY shared_mood ON checkins_checkin;",
            f"GRANT SELECT ({OLD}) ON checkins_checkin TO {RELATIVE_ROLE};"
            "CREATE POLICY shared_mood ON checkins_checkin FOR SELECT"
            f" TO {RELATIVE_ROLE} USING (app_may_see(client_id, 'mood_trend'));",
        ),
        *(operation for reader in Reader for operation in opened(reader)),
        only_in_force("program_participant"),
        only_in_force("skills_practice"),
        *clients_own("family_sharedgoal"),
        migrations.RunSQL(
            f"GRANT SELECT ({GOALS}) ON family_sharedgoal TO {RELATIVE_ROLE}",
            f"REVOKE ALL ON family_sharedgoal FROM {RELATIVE_ROLE}",
        ),
        policy(
            "family_sharedgoal", "shared", "SELECT",
            f"withdrawn_at IS NULL AND {who_shares('goals_milestones')}", role=RELATIVE_ROLE,
        ),
        only_in_force("family_sharedgoal"),
        *clients_own("family_supportwords"),
        migrations.RunSQL(
            f"GRANT SELECT ({WORDS}) ON family_supportwords TO {RELATIVE_ROLE}",
            f"REVOKE ALL ON family_supportwords FROM {RELATIVE_ROLE}",
        ),
        policy(
            "family_supportwords", "for_me", "SELECT",
            f"withdrawn_at IS NULL AND recipient_id = {ME} AND {who_shares('safety_contact_role')}",
            role=RELATIVE_ROLE,
        ),
        only_in_force("family_supportwords"),
        enable("family_rulesread"),
        policy("family_rulesread", "mine", "SELECT", f"reader_id = {ME}"),
        policy("family_rulesread", "by_me", "INSERT", f"reader_id = {ME}"),
    ]
