from django.db import migrations

from core.identity import APP_ROLE, RELATIVE_ROLE
from core.rowsec import ME, enable, policy, system

MINE = f"client_id = {ME}"
ADMINISTRATOR = "(SELECT app_holds('administrator'))"
STAFF = f"(app_cares_for(client_id) OR {ADMINISTRATOR})"
PART = system("family")
OF_OURS = "cause LIKE 'family:%'"
CHANGEABLE = {
    "family_consent": (
        "ended_at, ended_by_id, ended_reason, received_how, received_on, flagged_false_at,"
        " recipient_id, bound_at"
    ),
    "family_consentpause": "ended_at",
    "family_familyinvitation": "consent_id, attempts, accepted_at, accepted_by_id, withdrawn_at",
    "family_restriction": "state, answered_at, answered_by_id, answer, lifted_at",
}
GRANTS = "".join(f"GRANT UPDATE ({names}) ON {table} TO {APP_ROLE};" for table, names in CHANGEABLE.items())
NO_GRANTS = "".join(f"REVOKE UPDATE ON {table} FROM {APP_ROLE};" for table in CHANGEABLE)
# A consent is ended once, for a reason that is the client's own to give, or by its own terms.
ENDED_BY_ME = (
    f"{MINE} AND ended_at IS NOT NULL AND (ended_by_id = {ME} AND ended_reason IN ('revoked', 'superseded')"
    " OR ended_by_id IS NULL AND ended_reason IN ('expired', 'discharged'))"
)
ENDED_BY_STAFF = (
    f"{STAFF} AND ended_at IS NOT NULL AND ended_by_id = {ME}"
    " AND (received_on IS NOT NULL OR flagged_false_at IS NOT NULL)"
)
INVITED_BY_ME = (
    "kind = 'invitation' AND person_id IS NULL AND EXISTS ("
    " SELECT 1 FROM family_familyinvitation i JOIN family_consent c ON c.id = i.consent_id"
    f" WHERE i.client_id = {ME} AND c.client_id = {ME}"
    " AND cause = 'family:' || c.series || ':invitation:' || i.id)"
)


class Migration(migrations.Migration):
    dependencies = [
        ("family", "0005_consent_in_full"),
        ("program", "0007_timetable_row_security"),
        ("delivery", "0004_channels_row_security"),
    ]

    operations = [
        migrations.RunSQL("ALTER TABLE family_consent FORCE ROW LEVEL SECURITY", migrations.RunSQL.noop),
        enable("family_consentpause"),
        enable("family_familyinvitation"),
        enable("family_restriction"),
        migrations.RunSQL(GRANTS, NO_GRANTS),
        # Consents: the client ends them, staff record what reached them otherwise, the part of the
        # program that binds fills in who accepted.
        migrations.RunSQL(
            "DROP POLICY revoked_by_me ON family_consent",
            f"CREATE POLICY revoked_by_me ON family_consent FOR UPDATE TO {APP_ROLE}"
            f" USING ({MINE} AND ended_at IS NULL)"
            f" WITH CHECK ({MINE} AND ended_at IS NOT NULL AND ended_by_id = {ME})",
        ),
        policy("family_consent", "ended_by_me", "UPDATE", f"{MINE} AND ended_at IS NULL", check=ENDED_BY_ME),
        policy("family_consent", "team_reads", "SELECT", STAFF),
        policy("family_consent", "ended_by_staff", "UPDATE", f"{STAFF} AND ended_at IS NULL", check=ENDED_BY_STAFF),
        policy("family_consent", "to_bind", "SELECT", PART),
        policy(
            "family_consent", "bound", "UPDATE",
            f"{PART} AND ended_at IS NULL AND recipient_id IS NULL",
            check=f"{PART} AND ended_at IS NULL AND recipient_id IS NOT NULL",
        ),
        policy("family_consentpause", "mine", "ALL", MINE),
        policy("family_consentpause", "team_reads", "SELECT", STAFF),
        policy(
            "family_consentpause", "shares_with_me", "SELECT",
            "series IN (SELECT c.series FROM family_consent c)", role=RELATIVE_ROLE,
        ),
        policy("family_familyinvitation", "mine", "ALL", MINE),
        policy("family_familyinvitation", "to_call_back", "SELECT", STAFF),
        policy("family_familyinvitation", "called_back", "UPDATE", STAFF, check=f"{STAFF} AND withdrawn_at IS NOT NULL"),
        policy("family_familyinvitation", "to_bind", "SELECT", PART),
        policy("family_familyinvitation", "answered", "UPDATE", PART),
        policy("family_restriction", "mine_to_ask", "INSERT", f"{MINE} AND state = 'asked' AND answered_by_id IS NULL"),
        policy("family_restriction", "mine", "SELECT", MINE),
        policy("family_restriction", "mine_to_lift", "UPDATE", MINE, check=f"{MINE} AND state = 'lifted'"),
        policy("family_restriction", "team_reads", "SELECT", STAFF),
        policy(
            "family_restriction", "answered_by_staff", "UPDATE", f"{STAFF} AND state = 'asked'",
            check=f"{STAFF} AND state IN ('agreed', 'denied') AND answered_by_id = {ME}",
        ),
        policy(
            "family_restriction", "shares_with_me", "SELECT",
            f"client_id IN (SELECT c.client_id FROM family_consent c)"
            f" AND (recipient_id IS NULL OR recipient_id = {ME})",
            role=RELATIVE_ROLE,
        ),
        policy("family_disclosure", "team_reads", "SELECT", "app_cares_for(client_id)"),
        # What goes to relatives: the one invitation, and what is called back with the consent.
        policy("delivery_delivery", "clients_invite", "INSERT", INVITED_BY_ME),
        policy("delivery_delivery", "family_queues", "INSERT", f"{PART} AND {OF_OURS}"),
        policy("delivery_delivery", "family_sees", "SELECT", f"{PART} AND {OF_OURS}"),
        policy("delivery_delivery", "family_calls_back", "UPDATE", f"{PART} AND {OF_OURS}"),
        policy("delivery_contactpoint", "family_reaches", "SELECT", PART),
        policy("delivery_textconsent", "family_reaches", "SELECT", PART),
        # Who looks after the program answers who looked at what.
        policy("core_auditentry", "administrators_account", "SELECT", ADMINISTRATOR),
    ]
