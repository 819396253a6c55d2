from django.db import migrations

from core.rowsec import ME, policy, system

CLOSER = system("closer")
PART = system("family")
# Whoever is on call and was told of a worry reads that one note, for as long as they answer for it.
TOLD_OF = (
    "urgent AND written_at > now() - interval '72 hours' AND (SELECT app_holds('clinician'))"
    " AND 'family:note:' || id::text IN (SELECT d.cause FROM delivery_delivery d"
    f" WHERE d.person_id = {ME} AND d.kind = 'alert' AND d.cause LIKE 'family:note:%')"
)
TOLD_OF_THE_NOTE = (
    "note_id IN (SELECT n.id FROM family_teamnote n WHERE n.urgent"
    " AND n.client_id IS NOT DISTINCT FROM family_teamnotereceipt.client_id)"
)
RECIPIENT = f"id IN (SELECT c.recipient_id FROM family_consent c WHERE c.client_id = {ME})"
NAMED_BY_ACCOUNT = (
    f"CREATE POLICY my_recipient ON accounts_user FOR SELECT TO foothold_app USING ({RECIPIENT})"
)


class Migration(migrations.Migration):
    dependencies = [
        ("family", "0021_between_people_row_security"),
        ("alerts", "0021_contact_and_mirror_row_security"),
    ]

    operations = [
        # The names of relatives stand in consents; nothing of their accounts is the client's.
        migrations.RunSQL("DROP POLICY my_recipient ON accounts_user", NAMED_BY_ACCOUNT),
        # Every hour, what is over by itself is written as ended, once, and for no other reason.
        policy("program_enrolment", "to_close_or_tell", "SELECT", system("closer", "family")),
        policy("family_consent", "to_close", "SELECT", CLOSER),
        policy(
            "family_consent", "closed_by_time", "UPDATE", f"{CLOSER} AND ended_at IS NULL",
            check=(
                f"{CLOSER} AND ended_at IS NOT NULL AND ended_by_id IS NULL"
                " AND ended_reason IN ('expired', 'discharged')"
            ),
        ),
        policy("family_familyinvitation", "to_close", "SELECT", CLOSER),
        policy(
            "family_familyinvitation", "closed_by_time", "UPDATE",
            f"{CLOSER} AND accepted_at IS NULL AND withdrawn_at IS NULL",
            check=f"{CLOSER} AND accepted_at IS NULL AND withdrawn_at IS NOT NULL",
        ),
        # A worry about somebody's safety reaches whoever is on call.
        policy("alerts_rotashift", "family_tells", "SELECT", PART),
        policy("family_teamnote", "i_was_told", "SELECT", TOLD_OF),
        policy("family_teamnotereceipt", "i_was_told", "SELECT", TOLD_OF_THE_NOTE),
        policy(
            "family_teamnotereceipt", "read_by_who_was_told", "INSERT",
            f"acknowledged_by_id = {ME} AND (SELECT app_holds('clinician')) AND {TOLD_OF_THE_NOTE}",
        ),
    ]
