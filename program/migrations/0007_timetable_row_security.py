from django.db import migrations

from core.identity import APP_ROLE
from core.rowsec import ME, enable, policy, system

# A role is read from accounts_user, whose own policies ask this again: the inner asking is
# answered with no, which is enough, because everybody may read their own row.
HOLDS = """
CREATE FUNCTION app_holds(VARIADIC wanted text[]) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
    found boolean;
BEGIN
    IF current_setting('app.asking_roles', true) = 'yes' THEN
        RETURN false;
    END IF;
    PERFORM set_config('app.asking_roles', 'yes', true);
    found := EXISTS (
        SELECT 1 FROM accounts_user u
         WHERE u.id = app_person() AND u.is_active AND u.roles && wanted::varchar[]);
    PERFORM set_config('app.asking_roles', '', true);
    RETURN found;
END $$;
"""
# Who looks after a client sees who else does. Asked by the policies of the very table that the
# answer is in: the inner asking is answered with no, and one's own places are seen without it.
SHARES_TEAM = """
CREATE FUNCTION app_shares_team(cared_for uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
DECLARE
    found boolean;
BEGIN
    IF current_setting('app.asking_team', true) = 'yes' THEN
        RETURN false;
    END IF;
    PERFORM set_config('app.asking_team', 'yes', true);
    found := app_cares_for(cared_for);
    PERFORM set_config('app.asking_team', '', true);
    RETURN found;
END $$;
"""
# Whoever leads a session reads its roster, and not for longer than attendance may be set right.
LEADS = """
CREATE FUNCTION app_leads(led uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN RETURN EXISTS (
    SELECT 1 FROM program_sessionclinician c
     WHERE c.session_id = led AND c.clinician_id = app_person()
       AND c.starts_at > now() - interval '14 days');
END $$;
CREATE FUNCTION app_leads_client(expected uuid) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN RETURN EXISTS (
    SELECT 1 FROM program_sessionclinician c
      JOIN program_participant p ON p.session_id = c.session_id
     WHERE c.clinician_id = app_person() AND p.client_id = expected
       AND c.starts_at > now() - interval '14 days');
END $$;
"""
NO_LEADS = "DROP FUNCTION app_leads_client(uuid); DROP FUNCTION app_leads(uuid);"
MINE, MY_CLIENT = f"client_id = {ME}", "app_cares_for(client_id)"
LED = "app_leads(session_id)"
ADMINISTRATOR = "(SELECT app_holds('administrator'))"
STAFF = "(SELECT app_holds('clinician', 'administrator'))"
SIGNED_IN = f"{ME} IS NOT NULL OR app_system() IS NOT NULL"
TIMETABLE = system("timetable")
KEEPERS = f"{TIMETABLE} OR {ADMINISTRATOR}"

# The times of a leader's place are the session's, whoever writes either.
SAME_TIMES = """
ALTER TABLE program_session
    ADD CONSTRAINT program_session_with_its_times UNIQUE (id, starts_at, ends_at);
ALTER TABLE program_sessionclinician
    ADD CONSTRAINT program_sessionclinician_times_of_session
    FOREIGN KEY (session_id, starts_at, ends_at)
    REFERENCES program_session (id, starts_at, ends_at) ON UPDATE CASCADE;
"""
OWN_TIMES = """
ALTER TABLE program_sessionclinician DROP CONSTRAINT program_sessionclinician_times_of_session;
ALTER TABLE program_session DROP CONSTRAINT program_session_with_its_times;
"""


def grant(what: str, table: str) -> migrations.RunSQL:
    """Grant the app one thing more on a table."""
    return migrations.RunSQL(
        f"GRANT {what} ON {table} TO {APP_ROLE}", f"REVOKE {what} ON {table} FROM {APP_ROLE}"
    )


def kept(table: str, grants: str = "SELECT, INSERT") -> list[migrations.RunSQL]:
    """Return what closes a table to all but administrators and the timetable's own work."""
    return [enable(table, grants), policy(table, "kept", "ALL", KEEPERS)]


def known(table: str, grants: str) -> list[migrations.RunSQL]:
    """Return what opens a table that is about no one to whoever is signed in, to read."""
    return [
        enable(table, grants),
        policy(table, "known", "SELECT", SIGNED_IN),
        policy(table, "kept", "ALL", ADMINISTRATOR),
    ]


def membership(table: str) -> list[migrations.RunSQL]:
    """Return the policies of who follows what."""
    return [
        *kept(table),
        grant("UPDATE (active_until)", table),
        policy(table, "mine", "SELECT", MINE),
        policy(table, "my_client", "SELECT", MY_CLIENT),
        policy(table, "my_client_leaves", "UPDATE", MY_CLIENT,
               check=f"{MY_CLIENT} AND active_until IS NOT NULL"),
    ]


# Policies of one table are tried in the order of their names until one lets a row through: what
# costs a look elsewhere is named to come last.
PEOPLE = [
    policy("accounts_user", "with_administrators", "SELECT", ADMINISTRATOR),
    # Nobody leads their own row: app_holds reads it and must not come back here.
    policy("accounts_user", "with_who_leads", "SELECT",
           f"CASE WHEN id = {ME} THEN false ELSE app_leads_client(id) END"),
]
ENROLMENTS = [
    grant("INSERT", "program_enrolment"),
    grant(
        "UPDATE (level_of_care, planned_weeks, active_until, discharge_reason, discharged_at,"
        " discharged_by_id, discharge_told_at)",
        "program_enrolment",
    ),
    policy("program_enrolment", "of_an_administrator", "ALL", ADMINISTRATOR),
    policy("program_enrolment", "of_the_timetable", "SELECT", TIMETABLE),
    policy("program_enrolment", "my_client_moves", "UPDATE", MY_CLIENT),
    policy("program_enrolment", "day_has_come", "UPDATE", TIMETABLE),
    grant("INSERT", "program_careteammember"),
    grant("UPDATE (role, rung, active_until)", "program_careteammember"),
    policy("program_careteammember", "with_administrators", "ALL", ADMINISTRATOR),
    policy("program_careteammember", "with_the_others", "SELECT", "app_shares_team(client_id)"),
    policy("program_careteammember", "to_end_with_discharge", "UPDATE",
           "app_shares_team(client_id)",
           check="active_until IS NOT NULL"),
    enable("program_levelchange"),
    grant(
        "UPDATE (applied_at, withdrawn_at, withdrawn_by_id)", "program_levelchange"
    ),
    policy("program_levelchange", "mine", "SELECT", MINE),
    policy("program_levelchange", "my_client", "SELECT", MY_CLIENT),
    policy("program_levelchange", "of_an_administrator", "SELECT", ADMINISTRATOR),
    policy("program_levelchange", "of_the_timetable", "SELECT", TIMETABLE),
    policy("program_levelchange", "decided_by_me", "INSERT",
           f"decided_by_id = {ME} AND ({MY_CLIENT} OR {ADMINISTRATOR})"),
    policy("program_levelchange", "settled", "UPDATE",
           f"{MY_CLIENT} OR {TIMETABLE} OR {ADMINISTRATOR}"),
]
SESSIONS = [
    grant("INSERT, UPDATE", "program_session"),
    policy("program_session", "led_by_me", "SELECT",
           "EXISTS (SELECT 1 FROM program_sessionclinician c"
           f" WHERE c.session_id = program_session.id AND c.clinician_id = {ME})"),
    policy("program_session", "of_the_timetable", "ALL", KEEPERS),
    enable("program_sessionclinician", "SELECT, INSERT, UPDATE, DELETE"),
    policy("program_sessionclinician", "kept", "ALL", KEEPERS),
    # Who leads what says nothing about a client; clients see it of what they come to.
    policy("program_sessionclinician", "of_staff", "SELECT", STAFF),
    policy("program_sessionclinician", "of_clients", "SELECT",
           f"EXISTS (SELECT 1 FROM program_enrolment e WHERE e.client_id = {ME})"),
    grant("INSERT, DELETE", "program_participant"),
    grant("UPDATE (attendance, attendance_at, attendance_by_id)", "program_participant"),
    policy("program_participant", "with_who_leads", "SELECT", LED),
    policy("program_participant", "of_the_timetable", "SELECT", KEEPERS),
    policy("program_participant", "invited", "INSERT", KEEPERS),
    # Whoever was there stays on the record.
    policy("program_participant", "leaves", "DELETE",
           f"attendance = '' AND ({MY_CLIENT} OR {TIMETABLE} OR {ADMINISTRATOR})"),
    policy("program_participant", "attended", "UPDATE", f"{MY_CLIENT} OR {LED}",
           check=f"attendance_by_id = {ME} AND ({MY_CLIENT} OR {LED})"),
    enable("program_attendancechange"),
    policy("program_attendancechange", "mine", "SELECT", MINE),
    policy("program_attendancechange", "my_client", "SELECT", f"{MY_CLIENT} OR {LED}"),
    policy("program_attendancechange", "said_by_me", "INSERT",
           f"said_by_id = {ME} AND ({MY_CLIENT} OR {LED})"),
    enable("program_cannotcome"),
    grant("UPDATE (withdrawn_at)", "program_cannotcome"),
    policy("program_cannotcome", "mine", "ALL", MINE,
           check=f"{MINE} AND EXISTS (SELECT 1 FROM program_participant p"
           f" WHERE p.session_id = program_cannotcome.session_id AND p.client_id = {ME})"),
    policy("program_cannotcome", "my_client", "SELECT", f"{MY_CLIENT} OR {LED}"),
    policy("program_cannotcome", "to_remind", "SELECT", system("reminder")),
]
FEEDS = [
    enable("program_calendarfeed"),
    grant("UPDATE (revoked_at)", "program_calendarfeed"),
    policy("program_calendarfeed", "mine", "ALL", f"person_id = {ME}"),
    policy("program_calendarfeed", "by_its_secret", "SELECT", system("calendar")),
    policy("accounts_user", "to_whom_a_calendar_is", "SELECT", system("calendar")),
]


class Migration(migrations.Migration):
    dependencies = [
        ("program", "0006_timetable"),
        ("accounts", "0004_administrators_send_invitations"),
    ]

    operations = [
        migrations.RunSQL(SAME_TIMES, OWN_TIMES),
        migrations.RunSQL(HOLDS, "DROP FUNCTION app_holds(text[])"),
        migrations.RunSQL(SHARES_TEAM, "DROP FUNCTION app_shares_team(uuid)"),
        migrations.RunSQL(LEADS, NO_LEADS),
        *known("program_room", "SELECT, INSERT, UPDATE"),
        *known("program_holiday", "SELECT, INSERT, DELETE"),
        *kept("program_track"),
        grant("UPDATE (closed_on)", "program_track"),
        *kept("program_series"),
        grant("UPDATE (ends_on)", "program_series"),
        *kept("program_seriesclinician"),
        *kept("program_seriesskip"),
        *membership("program_trackmember"),
        *membership("program_seriesmember"),
        *PEOPLE,
        *ENROLMENTS,
        *SESSIONS,
        *FEEDS,
    ]
