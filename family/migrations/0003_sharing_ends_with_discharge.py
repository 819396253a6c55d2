from django.db import migrations

from core.identity import RELATIVE_ROLE
from core.rowsec import policy

# A consent ends with its last day, with its revocation, or with discharge, whichever comes first.
# One that discharge ended does not come back when the client does.
FUNCTION = """
CREATE OR REPLACE FUNCTION app_may_see(shared_by uuid, category text) RETURNS boolean
LANGUAGE sql STABLE AS $$
    SELECT EXISTS (
        SELECT 1 FROM family_consent c
         WHERE c.client_id = shared_by AND c.recipient_id = app_person()
           AND category = ANY (c.categories)
           AND c.revoked_at IS NULL
           AND c.signed_at <= now() AND c.signed_by_id = c.client_id
           AND (now() AT TIME ZONE c.timezone)::date <= c.expires_on
           AND c.client_name <> '' AND c.discloser <> '' AND c.recipient_name <> ''
           AND c.purpose <> '' AND c.text_digest <> ''{enrolled})
$$;
"""
ENROLLED = """
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
                  AND e.active_until <= (now() AT TIME ZONE c.timezone)::date)"""
COLUMNS = "client_id, active_from, active_until"


class Migration(migrations.Migration):
    dependencies = [("family", "0002_row_security"), ("program", "0002_row_security")]

    operations = [
        migrations.RunSQL(
            f"GRANT SELECT ({COLUMNS}) ON program_enrolment TO {RELATIVE_ROLE}",
            f"REVOKE ALL ON program_enrolment FROM {RELATIVE_ROLE}",
        ),
        # Of those who share with the person who asks, and of nobody else.
        policy(
            "program_enrolment", "shares_with_me", "SELECT",
            "client_id IN (SELECT c.client_id FROM family_consent c)",
            role=RELATIVE_ROLE,
        ),
        migrations.RunSQL(FUNCTION.format(enrolled=ENROLLED), FUNCTION.format(enrolled="")),
    ]
