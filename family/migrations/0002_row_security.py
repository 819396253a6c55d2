from django.db import migrations

from core.identity import RELATIVE_ROLE
from core.rowsec import ME, enable, policy

MINE = f"client_id = {ME}"
# Every element is looked at again at each reading, not only at signing (42 CFR 2.31(c)).
IN_FORCE = """
CREATE FUNCTION app_may_see(shared_by uuid, category text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM family_consent c
         WHERE c.client_id = shared_by AND c.recipient_id = app_person()
           AND category = ANY (c.categories)
           AND c.revoked_at IS NULL
           AND c.signed_at <= now() AND c.signed_by_id = c.client_id
           AND (now() AT TIME ZONE c.timezone)::date <= c.expires_on
           AND c.client_name <> '' AND c.discloser <> '' AND c.recipient_name <> ''
           AND c.purpose <> '' AND c.text_digest <> '')
$$;
"""
# What a relative's reading may touch, column by column. Nothing else of any table exists for it.
COLUMNS = {
    "family_consent": (
        "id, client_id, recipient_id, client_name, discloser, recipient_name, categories, purpose,"
        " expires_on, timezone, text_digest, signed_at, signed_by_id, revoked_at"
    ),
    "checkins_checkin": "client_id, on_day, version, mood",
}
GRANTS = "".join(f"GRANT SELECT ({columns}) ON {table} TO {RELATIVE_ROLE};" for table, columns in COLUMNS.items())
NO_GRANTS = "".join(f"REVOKE ALL ON {table} FROM {RELATIVE_ROLE};" for table in COLUMNS)


class Migration(migrations.Migration):
    dependencies = [
        ("family", "0001_initial"),
        ("checkins", "0002_row_security"),
        ("alerts", "0002_row_security"),
    ]

    operations = [
        enable("family_consent"),
        migrations.RunSQL(
            "GRANT UPDATE (revoked_at, revoked_by_id) ON family_consent TO foothold_app",
            "REVOKE UPDATE ON family_consent FROM foothold_app",
        ),
        policy("family_consent", "given_by_me", "SELECT", MINE),
        policy("family_consent", "signed_by_me", "INSERT", f"{MINE} AND signed_by_id = {ME}"),
        policy("family_consent", "revoked_by_me", "UPDATE", MINE),
        policy("family_consent", "given_to_me", "SELECT", f"recipient_id = {ME}", role=RELATIVE_ROLE),
        migrations.RunSQL(IN_FORCE, "DROP FUNCTION app_may_see(uuid, text)"),
        migrations.RunSQL(GRANTS, NO_GRANTS),
        policy(
            "checkins_checkin", "shared_mood", "SELECT", "app_may_see(client_id, 'mood_trend')",
            role=RELATIVE_ROLE,
        ),
        enable("family_disclosure"),
        policy("family_disclosure", "about_me", "SELECT", MINE),
        policy("family_disclosure", "to_me", "INSERT", f"recipient_id = {ME}"),
        # The client may name the people they share with.
        policy(
            "accounts_user", "my_recipient", "SELECT",
            f"id IN (SELECT c.recipient_id FROM family_consent c WHERE c.client_id = {ME})",
        ),
    ]
