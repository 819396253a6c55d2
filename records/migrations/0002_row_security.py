from django.db import migrations

from core.identity import APP_ROLE
from core.rowsec import ME, enable, policy, system

MINE = f"client_id = {ME}"
OURS = system("records")
ADMINISTRATOR = "(SELECT app_holds('administrator'))"
STAFF_MEMBER = "(SELECT app_holds('clinician', 'administrator'))"
STAFF = f"(app_cares_for(client_id) OR {ADMINISTRATOR})"
NOT_MINE = f"client_id <> {ME}"
CHANGEABLE = {
    "records_export": (
        "state, attempts, leased_until, steps_done, steps_in_all, made_at, expires_at, file_size,"
        " digest, downloads, gone_at"
    ),
    "records_accessrequest": (
        "due_on, extended_at, extended_by_id, extension_reason, answered_at, answered_by_id,"
        " outcome, answer, warned_at"
    ),
    "records_correction": "state, answered_at, answered_by_id, answer",
    "records_complaint": "answered_at, answered_by_id, answer",
    "records_noticegiven": "acknowledged_at, failed_at",
}
GRANTS = "".join(f"GRANT UPDATE ({names}) ON {table} TO {APP_ROLE};" for table, names in CHANGEABLE.items())
NO_GRANTS = "".join(f"REVOKE UPDATE ON {table} FROM {APP_ROLE};" for table in CHANGEABLE)
# Kept for six years at least: nothing deletes these, whoever asks.
KEPT = (
    "records_accessrequest", "records_correction", "records_complaint", "records_breach",
    "records_patientnotice", "records_noticegiven",
)
# And these say the same for ever.
FIXED = ("records_breach", "records_patientnotice")
KEEP = """
CREATE FUNCTION records_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'rows of % are kept', TG_TABLE_NAME;
END $$;
""" + "".join(
    f"CREATE TRIGGER {table}_kept BEFORE DELETE{' OR UPDATE' if table in FIXED else ''} ON {table}"
    " FOR EACH ROW EXECUTE FUNCTION records_keep();"
    for table in KEPT
)
NO_KEEP = "".join(f"DROP TRIGGER {table}_kept ON {table};" for table in KEPT) + "DROP FUNCTION records_keep();"


class Migration(migrations.Migration):
    dependencies = [
        ("records", "0001_initial"),
        ("program", "0020_what_row_security_costs"),
        ("family", "0006_consent_row_security"),
        ("delivery", "0006_digests_and_calls"),
    ]

    operations = [
        enable("records_export"),
        enable("records_exportpart", "SELECT, INSERT, DELETE"),
        enable("records_accessrequest"),
        enable("records_correction"),
        enable("records_complaint"),
        enable("records_breach"),
        enable("records_noticegiven"),
        # The notice holds nothing about anyone: the owner may load one, everybody reads it.
        migrations.RunSQL(
            "ALTER TABLE records_patientnotice ENABLE ROW LEVEL SECURITY;"
            f"GRANT SELECT, INSERT ON records_patientnotice TO {APP_ROLE};",
            f"REVOKE ALL ON records_patientnotice FROM {APP_ROLE};"
            "ALTER TABLE records_patientnotice DISABLE ROW LEVEL SECURITY;",
        ),
        migrations.RunSQL(GRANTS, NO_GRANTS),
        migrations.RunSQL(KEEP, NO_KEEP),
        policy("records_patientnotice", "for_everybody", "SELECT", "true"),
        policy(
            "records_patientnotice", "published", "INSERT",
            f"{ADMINISTRATOR} AND published_by_id = {ME} AND NOT sample",
        ),
        # A person's own file.
        policy("records_export", "mine", "SELECT", f"person_id = {ME}"),
        policy("records_export", "asked_by_me", "INSERT", f"person_id = {ME} AND state = 'asked'"),
        policy(
            "records_export", "had_by_me", "UPDATE", f"person_id = {ME} AND state = 'ready'",
            check=f"person_id = {ME} AND state IN ('ready', 'gone')",
        ),
        policy("records_export", "to_make", "SELECT", OURS),
        policy("records_export", "made", "UPDATE", OURS),
        policy("records_exportpart", "mine", "SELECT", f"person_id = {ME}"),
        policy("records_exportpart", "forgotten_by_me", "DELETE", f"person_id = {ME}"),
        policy("records_exportpart", "to_sweep", "SELECT", OURS),
        policy("records_exportpart", "made", "INSERT", OURS),
        policy("records_exportpart", "swept", "DELETE", OURS),
        # Requests for access.
        policy("records_accessrequest", "mine", "SELECT", MINE),
        policy(
            "records_accessrequest", "asked_by_me", "INSERT",
            f"{MINE} AND received_how = 'app' AND answered_at IS NULL AND extended_at IS NULL",
        ),
        policy("records_accessrequest", "administrators_read", "SELECT", ADMINISTRATOR),
        policy(
            "records_accessrequest", "recorded", "INSERT",
            f"{ADMINISTRATOR} AND {NOT_MINE} AND recorded_by_id = {ME}",
        ),
        policy(
            "records_accessrequest", "answered", "UPDATE",
            f"{ADMINISTRATOR} AND {NOT_MINE} AND answered_at IS NULL",
            check=f"{ADMINISTRATOR} AND (answered_by_id = {ME} OR extended_by_id = {ME})",
        ),
        policy("records_accessrequest", "to_watch", "SELECT", OURS),
        policy("records_accessrequest", "warned", "UPDATE", OURS),
        # Statements beside the record.
        policy("records_correction", "mine", "SELECT", MINE),
        policy("records_correction", "written_by_me", "INSERT", f"{MINE} AND state = 'waiting'"),
        policy("records_correction", "staff_read", "SELECT", STAFF),
        policy(
            "records_correction", "answered_by_staff", "UPDATE",
            f"{STAFF} AND {NOT_MINE} AND state = 'waiting'",
            check=f"{STAFF} AND state IN ('accepted', 'declined') AND answered_by_id = {ME}",
        ),
        # Complaints.
        policy("records_complaint", "mine", "SELECT", f"person_id = {ME} OR recorded_by_id = {ME}"),
        policy(
            "records_complaint", "made_by_me", "INSERT",
            f"recorded_by_id = {ME} AND (person_id = {ME} OR {STAFF_MEMBER}) AND answered_at IS NULL",
        ),
        policy("records_complaint", "administrators_read", "SELECT", ADMINISTRATOR),
        policy(
            "records_complaint", "answered", "UPDATE", f"{ADMINISTRATOR} AND answered_at IS NULL",
            check=f"{ADMINISTRATOR} AND answered_by_id = {ME}",
        ),
        # The register of breaches.
        policy("records_breach", "administrators_read", "SELECT", ADMINISTRATOR),
        policy("records_breach", "recorded", "INSERT", f"{ADMINISTRATOR} AND recorded_by_id = {ME}"),
        policy("records_breach", "to_watch", "SELECT", OURS),
        # Who has the notice.
        policy("records_noticegiven", "mine", "SELECT", MINE),
        policy("records_noticegiven", "shown_to_me", "INSERT", f"{MINE} AND recorded_by_id IS NULL"),
        policy("records_noticegiven", "acknowledged", "UPDATE", MINE),
        policy("records_noticegiven", "staff_read", "SELECT", STAFF),
        policy(
            "records_noticegiven", "on_paper", "INSERT",
            f"{STAFF} AND {NOT_MINE} AND method = 'paper' AND recorded_by_id = {ME}",
        ),
        policy("records_noticegiven", "to_watch", "SELECT", OURS),
        policy("records_noticegiven", "failed", "UPDATE", OURS),
        # Whom to tell, where they are reached, and what this app sends.
        policy("accounts_user", "records_tell", "SELECT", f"{OURS} AND 'administrator' = ANY (roles)"),
        policy("delivery_contactpoint", "records_reach", "SELECT", OURS),
        policy("delivery_textconsent", "records_reach", "SELECT", OURS),
        policy("delivery_delivery", "records_queue", "INSERT", f"{OURS} AND cause LIKE 'records:%'"),
        policy("delivery_delivery", "records_see", "SELECT", f"{OURS} AND cause LIKE 'records:%'"),
    ]
