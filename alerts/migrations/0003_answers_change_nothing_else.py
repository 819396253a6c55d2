from django.db import migrations

# Columns are granted to a role that clinicians and rules share. A clinician takes an alert on and
# closes it in their own name; how grave it is, why, and when it is due stay the rules' business.
GUARD = """
CREATE FUNCTION alerts_alert_answer_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF app_person() IS NULL THEN
        RETURN NEW;
    END IF;
    IF OLD.resolved_at IS NOT NULL
        OR (NEW.assessment_id, NEW.tier, NEW.late, NEW.rung, NEW.due_at)
            IS DISTINCT FROM (OLD.assessment_id, OLD.tier, OLD.late, OLD.rung, OLD.due_at)
        OR (NEW.acknowledged_by_id IS DISTINCT FROM OLD.acknowledged_by_id
            AND (OLD.acknowledged_by_id IS NOT NULL OR NEW.acknowledged_by_id <> app_person()))
    THEN
        RAISE insufficient_privilege USING
            MESSAGE = 'permission denied: an answer changes nothing else of an alert';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER alerts_alert_answer_only BEFORE UPDATE ON alerts_alert
    FOR EACH ROW EXECUTE FUNCTION alerts_alert_answer_only();
"""
NO_GUARD = """
DROP TRIGGER alerts_alert_answer_only ON alerts_alert;
DROP FUNCTION alerts_alert_answer_only();
"""


class Migration(migrations.Migration):
    dependencies = [("alerts", "0002_row_security"), ("core", "0003_entries_in_ones_own_name")]

    operations = [migrations.RunSQL(GUARD, NO_GUARD)]
