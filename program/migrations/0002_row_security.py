from django.db import migrations

from core.rowsec import ME, enable, open_tables, policy, system

# Reads only the team and its program, whose policies never ask this again: no recursion.
# A team member's days are days on the program's own clock.
CARES_FOR = """
CREATE FUNCTION app_cares_for(client uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM program_careteammember m JOIN program_program p ON p.id = m.program_id
         WHERE m.clinician_id = app_person() AND m.client_id = client
           AND m.active_from <= (now() AT TIME ZONE p.timezone)::date
           AND (m.active_until IS NULL OR m.active_until > (now() AT TIME ZONE p.timezone)::date))
$$;
"""
MY_CLIENT = "app_cares_for(client_id)"
MINE = f"client_id = {ME}"
EXPECTED = (
    "EXISTS (SELECT 1 FROM program_participant p "
    f"WHERE p.session_id = program_session.id AND (p.client_id = {ME} OR app_cares_for(p.client_id)))"
)


class Migration(migrations.Migration):
    dependencies = [
        ("program", "0001_initial"),
        ("accounts", "0002_row_security"),
        ("core", "0002_roles_and_audit_chain"),
    ]

    operations = [
        open_tables(["program_program"], "SELECT"),
        enable("program_careteammember", "SELECT"),
        policy("program_careteammember", "my_team", "SELECT", MINE),
        policy("program_careteammember", "my_caseload", "SELECT", f"clinician_id = {ME}"),
        policy("program_careteammember", "to_tell", "SELECT", system("assessor")),
        migrations.RunSQL(CARES_FOR, "DROP FUNCTION app_cares_for(uuid)"),
        policy("accounts_user", "my_client", "SELECT", "app_cares_for(id)"),
        enable("program_enrolment", "SELECT"),
        policy("program_enrolment", "mine", "SELECT", MINE),
        policy("program_enrolment", "my_client", "SELECT", MY_CLIENT),
        policy("program_enrolment", "to_work", "SELECT", system("assessor", "reminder")),
        enable("program_participant", "SELECT"),
        policy("program_participant", "mine", "SELECT", MINE),
        policy("program_participant", "my_client", "SELECT", MY_CLIENT),
        policy("program_participant", "to_remind", "SELECT", system("reminder")),
        enable("program_session", "SELECT"),
        policy("program_session", "expected", "SELECT", EXPECTED),
        policy("program_session", "to_remind", "SELECT", system("reminder")),
        enable("program_reminderpreference", "SELECT, INSERT, UPDATE"),
        policy("program_reminderpreference", "mine", "ALL", f"person_id = {ME}"),
        policy("program_reminderpreference", "to_remind", "SELECT", system("reminder")),
        enable("program_reminder", "SELECT, INSERT, UPDATE"),
        policy("program_reminder", "mine", "SELECT", MINE),
        policy("program_reminder", "planning", "ALL", system("reminder")),
    ]
