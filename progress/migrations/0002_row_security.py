from django.db import migrations

from core.identity import APP_ROLE
from core.rowsec import ME, enable, policy, system

MINE = f"client_id = {ME}"
MY_CLIENT = "app_cares_for(client_id)"
ADVISER = system("adviser")
ANALYST = system("analyst")
ADMINISTRATOR = "(SELECT app_holds('administrator'))"


def of_the_same_client(table: str) -> str:
    """Return the condition that a row names an enrolment of the client whom it names."""
    return (
        f"EXISTS (SELECT 1 FROM program_enrolment e WHERE e.id = {table}.enrolment_id"
        f" AND e.client_id = {table}.client_id)"
    )


NOTED = f"(noted_by_id = {ME} OR kind = 'reached') AND " + of_the_same_client(
    "progress_milestoneevent"
)
UNDECIDED = (
    "decided_at IS NULL AND superseded_at IS NULL AND " + of_the_same_client("progress_stepproposal")
)
OPEN = "decided_at IS NULL AND superseded_at IS NULL"
SUPERSEDED = "superseded_at IS NOT NULL AND decided_at IS NULL"
DECIDED = "decided_at, decided_by_id, decision, note, superseded_at"


class Migration(migrations.Migration):
    dependencies = [
        ("progress", "0001_initial"),
        ("accounts", "0002_row_security"),
        ("program", "0007_timetable_row_security"),
        ("checkins", "0006_row_security_of_items_and_moments"),
        ("questionnaires", "0002_row_security"),
        ("skills", "0005_sharing_row_security"),
        ("alerts", "0002_row_security"),
    ]

    operations = [
        # A history: nobody updates or deletes a row.
        enable("progress_milestoneevent"),
        policy("progress_milestoneevent", "mine", "SELECT", MINE),
        policy("progress_milestoneevent", "my_client", "SELECT", MY_CLIENT),
        policy("progress_milestoneevent", "to_advise", "SELECT", ADVISER),
        policy("progress_milestoneevent", "by_me", "INSERT", f"{MINE} AND {NOTED}"),
        policy("progress_milestoneevent", "for_my_client", "INSERT", f"{MY_CLIENT} AND {NOTED}"),
        policy(
            "progress_milestoneevent", "by_rule", "INSERT",
            f"{ADVISER} AND kind = 'reached' AND {of_the_same_client('progress_milestoneevent')}",
        ),
        # The rules propose; only a clinician of the client decides, in their own name.
        enable("progress_stepproposal"),
        migrations.RunSQL(
            f"GRANT UPDATE ({DECIDED}) ON progress_stepproposal TO {APP_ROLE}",
            f"REVOKE UPDATE ({DECIDED}) ON progress_stepproposal FROM {APP_ROLE}",
        ),
        policy("progress_stepproposal", "my_client", "SELECT", MY_CLIENT),
        policy("progress_stepproposal", "to_advise", "SELECT", ADVISER),
        policy("progress_stepproposal", "asked_for", "INSERT", f"{MY_CLIENT} AND {UNDECIDED}"),
        policy("progress_stepproposal", "by_rule", "INSERT", f"{ADVISER} AND {UNDECIDED}"),
        policy(
            "progress_stepproposal", "decided_by_me", "UPDATE", f"{MY_CLIENT} AND {OPEN}",
            check=f"{MY_CLIENT} AND (decided_by_id = {ME} OR {SUPERSEDED})",
        ),
        policy(
            "progress_stepproposal", "superseded", "UPDATE", f"{ADVISER} AND {OPEN}",
            check=f"{ADVISER} AND {SUPERSEDED}",
        ),
        # Sums over eleven people or more: the only thing here that an administrator reads.
        enable("progress_outcomecell"),
        policy("progress_outcomecell", "administrators", "SELECT", ADMINISTRATOR),
        policy("progress_outcomecell", "to_publish", "SELECT", ANALYST),
        policy("progress_outcomecell", "published", "INSERT", ANALYST),
        # What a proposal rests on.
        policy("accounts_user", "to_advise", "SELECT", f"{ADVISER} AND 'client' = ANY (roles)"),
        policy("program_enrolment", "to_advise", "SELECT", ADVISER),
        policy("program_participant", "to_advise", "SELECT", ADVISER),
        policy("program_session", "to_advise", "SELECT", ADVISER),
        policy("checkins_checkin", "to_advise", "SELECT", ADVISER),
        policy("checkins_lapse", "to_advise", "SELECT", ADVISER),
        policy("questionnaires_score", "to_advise", "SELECT", ADVISER),
        policy("skills_practice", "to_advise", "SELECT", ADVISER),
        policy("alerts_alert", "to_advise", "SELECT", ADVISER),
        # What sums are made of.
        policy("program_enrolment", "to_sum_up", "SELECT", ANALYST),
        policy("checkins_checkin", "to_sum_up", "SELECT", ANALYST),
        policy("questionnaires_score", "to_sum_up", "SELECT", ANALYST),
    ]
