from django.db import migrations

from core.rowsec import ME, enable, policy, system

MINE = f"client_id = {ME}"
MY_CLIENT = "app_cares_for(client_id)"
ASSESSOR, ANALYST = system("assessor"), system("analyst")
# Whoever was told because of the rota, without being on the team.
TOLD = (
    "client_id IN (SELECT c.client_id FROM alerts_charge c"
    f" WHERE c.person_id = {ME} AND c.until > now())"
)
# As the rules' own part of the program: whoever answers an alert writes nothing that the client
# reads but through what they did. Not tiers, scores, reasons or notes: the names of what was
# noticed, who took it on, what was done.
MIRRORED = """
CREATE FUNCTION alerts_mirror_kept() RETURNS trigger LANGUAGE plpgsql
    SET app.person_id = '' SET app.system = 'assessor' AS $$
BEGIN
    INSERT INTO alerts_mirror AS m (
        id, created_at, alert_id, client_id, family, noticed, on_day, flagged_at, seen_at,
        seen_by_id, done_at, action, changed_in)
    SELECT gen_random_uuid(), now(), NEW.id, NEW.client_id, NEW.family,
           ARRAY(SELECT DISTINCT CASE WHEN r ->> 'code' = 'safety' AND r ->> 'tier' <> 'critical'
                                      THEN 'safety_unsure' ELSE left(r ->> 'code', 40) END
                   FROM jsonb_array_elements(a.reasons) r
                  WHERE r ->> 'code' IS NOT NULL ORDER BY 1),
           a.on_day, NEW.raised_at, NEW.acknowledged_at, NEW.acknowledged_by_id, NEW.resolved_at,
           NEW.action, pg_current_xact_id()::text::bigint
      FROM alerts_assessment a WHERE a.id = NEW.assessment_id
    ON CONFLICT (alert_id) DO UPDATE SET
        noticed = ARRAY(SELECT DISTINCT n FROM unnest(m.noticed || EXCLUDED.noticed) n ORDER BY 1),
        on_day = EXCLUDED.on_day, seen_at = EXCLUDED.seen_at, seen_by_id = EXCLUDED.seen_by_id,
        done_at = EXCLUDED.done_at, action = EXCLUDED.action, changed_in = EXCLUDED.changed_in;
    RETURN NULL;
END $$;
CREATE TRIGGER alerts_mirror_kept AFTER INSERT OR UPDATE ON alerts_alert
    FOR EACH ROW EXECUTE FUNCTION alerts_mirror_kept();
"""
NOT_MIRRORED = """
DROP TRIGGER alerts_mirror_kept ON alerts_alert;
DROP FUNCTION alerts_mirror_kept();
"""
SO_FAR = "UPDATE alerts_alert SET late = late;"


class Migration(migrations.Migration):
    dependencies = [
        ("alerts", "0020_contact_and_mirror"),
        ("program", "0020_what_row_security_costs"),
    ]

    operations = [
        # Only ever added, by the client themselves.
        enable("alerts_contactrequest"),
        policy("alerts_contactrequest", "by_me", "INSERT", MINE),
        policy("alerts_contactrequest", "mine", "SELECT", MINE),
        policy("alerts_contactrequest", "my_client", "SELECT", f"{MY_CLIENT} OR {TOLD}"),
        policy("alerts_contactrequest", "to_assess", "SELECT", ASSESSOR),
        enable("alerts_reach"),
        policy("alerts_reach", "by_me", "INSERT", f"{MINE} AND confirmed_by_id = {ME}"),
        policy("alerts_reach", "mine", "SELECT", MINE),
        policy("alerts_reach", "my_client", "SELECT", f"{MY_CLIENT} OR {TOLD}"),
        enable("alerts_mirror", "SELECT, INSERT, UPDATE"),
        policy("alerts_mirror", "mine", "SELECT", MINE),
        policy("alerts_mirror", "my_client", "SELECT", f"{MY_CLIENT} OR {TOLD}"),
        policy("alerts_mirror", "kept", "ALL", ASSESSOR),
        migrations.RunSQL(MIRRORED, NOT_MIRRORED),
        migrations.RunSQL(SO_FAR, migrations.RunSQL.noop),
        # What sums over alerts are made of.
        policy("alerts_alert", "to_sum_up", "SELECT", ANALYST),
        policy("alerts_assessment", "to_sum_up", "SELECT", ANALYST),
        policy("alerts_step", "to_sum_up", "SELECT", ANALYST),
    ]
