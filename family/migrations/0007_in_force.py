from django.db import migrations

from core.identity import RELATIVE_ROLE
from core.rowsec import policy

# Every element is looked at again at each reading, not only at signing (42 CFR 2.31(c)). The same
# rule stands in family/rules/force.py; a test holds the two against each other.
HEAD = """
CREATE OR REPLACE FUNCTION app_may_see(shared_by uuid, category text) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM family_consent c
         WHERE c.client_id = shared_by AND c.recipient_id = app_person()
           AND category = ANY (c.categories)
"""
STAYS = """
           AND EXISTS (
               SELECT 1 FROM program_enrolment e
                WHERE e.client_id = c.client_id
                  AND e.active_from <= (now() AT TIME ZONE c.timezone)::date
                  AND (e.active_until IS NULL
                       OR e.active_until > (now() AT TIME ZONE c.timezone)::date))
           AND NOT EXISTS (
               SELECT 1 FROM program_enrolment e
                WHERE e.client_id = c.client_id
                  AND e.active_until > (c.signed_at AT TIME ZONE c.timezone)::date
                  AND e.active_until <= (now() AT TIME ZONE c.timezone)::date)
"""
ELEMENTS = """
           AND (now() AT TIME ZONE c.timezone)::date <= c.expires_on
           AND c.client_name <> '' AND c.discloser <> '' AND c.recipient_name <> ''
           AND c.purpose <> '' AND c.text_digest <> ''
           AND c.signed_at <= now() AND c.signed_by_id = c.client_id
"""
NEW = """
           AND c.ended_at IS NULL AND c.flagged_false_at IS NULL AND c.bound_at IS NOT NULL
           AND 'program_link' = ANY (c.categories)
           AND CASE category
                   WHEN 'craving_band' THEN c.craving_band_from <= now()
                   WHEN 'appointment_times' THEN c.appointment_times_from <= now()
                   ELSE true END
           AND NOT EXISTS (
               SELECT 1 FROM family_consentpause p
                WHERE p.series = c.series AND p.ended_at IS NULL
                  AND (p.until_at IS NULL OR p.until_at > now()))
           AND NOT EXISTS (
               SELECT 1 FROM family_restriction r
                WHERE r.client_id = c.client_id AND r.state = 'agreed'
                  AND (r.recipient_id IS NULL OR r.recipient_id = c.recipient_id)
                  AND (r.categories = '{}' OR category = ANY (r.categories)
                       OR 'program_link' = ANY (r.categories)))
"""
TAIL = ") $$;"
COLUMNS = {
    "family_consent": (
        "series, version, bound_at, ended_at, flagged_false_at, craving_band_from, appointment_times_from"
    ),
    "family_consentpause": "series, until_at, ended_at",
    "family_restriction": "client_id, recipient_id, categories, state",
}
GRANTS = "".join(f"GRANT SELECT ({names}) ON {table} TO {RELATIVE_ROLE};" for table, names in COLUMNS.items())
NO_GRANTS = "".join(f"REVOKE SELECT ({names}) ON {table} FROM {RELATIVE_ROLE};" for table, names in COLUMNS.items())


class Migration(migrations.Migration):
    dependencies = [("family", "0006_consent_row_security")]

    operations = [
        migrations.RunSQL(GRANTS, NO_GRANTS),
        migrations.RunSQL(
            HEAD + ELEMENTS + NEW + STAYS + TAIL,
            HEAD + ELEMENTS + "AND c.ended_at IS NULL" + STAYS + TAIL,
        ),
        # And once more, above whatever else lets a row through.
        policy(
            "checkins_checkin", "only_in_force", "SELECT",
            "app_may_see(client_id, 'program_link')", role=RELATIVE_ROLE, restrictive=True,
        ),
    ]
