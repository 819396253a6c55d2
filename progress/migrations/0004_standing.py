import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import core.clock
from core.rowsec import enable, policy, system

ASSESSOR = system("assessor")
# Whoever causes it, the rules' own part of the program writes: a client who checks in and a
# colleague on call see too little to work out how somebody stands, and may not write it.
AS_ASSESSOR = "SET app.person_id = '' SET app.system = 'assessor'"
CHECKED_IN = f"""
CREATE FUNCTION progress_standing_checked_in() RETURNS trigger LANGUAGE plpgsql {AS_ASSESSOR} AS $$
BEGIN
    INSERT INTO progress_standing AS s (id, created_at, client_id, last_on, gravest)
    SELECT gen_random_uuid(), now(), client_id, max(on_day), 0 FROM fresh GROUP BY client_id
    ON CONFLICT (client_id) DO UPDATE SET last_on = EXCLUDED.last_on
     WHERE s.last_on IS NULL OR s.last_on < EXCLUDED.last_on;
    RETURN NULL;
END $$;
CREATE TRIGGER progress_standing_checked_in AFTER INSERT ON checkins_checkin
    REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION progress_standing_checked_in();
"""
# An alert that was told to a second rung was not answered in time; one that somebody took on is
# late when the client should have been reached.
ALERTED = f"""
CREATE FUNCTION progress_standing_alerted() RETURNS trigger LANGUAGE plpgsql {AS_ASSESSOR} AS $$
BEGIN
    INSERT INTO progress_standing (id, created_at, client_id, gravest)
    SELECT gen_random_uuid(), now(), client_id, 0
      FROM (SELECT DISTINCT client_id FROM fresh ORDER BY 1) touched
    ON CONFLICT (client_id) DO NOTHING;
    -- First the lock, then the look: of two who change alerts of one client at once, the later
    -- one must see what the other did, and a statement sees what was there when it began.
    PERFORM FROM progress_standing
      WHERE client_id IN (SELECT client_id FROM fresh) ORDER BY client_id FOR UPDATE;
    UPDATE progress_standing s
       SET gravest = coalesce(o.gravest, 0), due_at = o.due_at, overdue_from = o.overdue_from
      FROM (SELECT DISTINCT client_id FROM fresh) touched LEFT JOIN LATERAL (
        SELECT max(CASE a.tier WHEN 'critical' THEN 4 WHEN 'high' THEN 3 WHEN 'medium' THEN 2
                   ELSE 1 END) AS gravest,
               min(CASE WHEN a.acknowledged_at IS NULL THEN least(a.due_at, a.due_by)
                   ELSE a.due_by END) AS due_at,
               min(CASE WHEN a.acknowledged_at IS NOT NULL THEN a.due_by
                   WHEN a.rung > 0 THEN a.raised_at
                   ELSE least(a.due_at, a.due_by) END) AS overdue_from
          FROM alerts_alert a
         WHERE a.client_id = touched.client_id AND a.resolved_at IS NULL
      ) o ON true
     WHERE s.client_id = touched.client_id
       AND (s.gravest, s.due_at, s.overdue_from)
           IS DISTINCT FROM (coalesce(o.gravest, 0), o.due_at, o.overdue_from);
    RETURN NULL;
END $$;
CREATE TRIGGER progress_standing_raised AFTER INSERT ON alerts_alert
    REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION progress_standing_alerted();
CREATE TRIGGER progress_standing_answered AFTER UPDATE ON alerts_alert
    REFERENCING NEW TABLE AS fresh
    FOR EACH STATEMENT EXECUTE FUNCTION progress_standing_alerted();
"""
NOT_KEPT = """
DROP TRIGGER progress_standing_answered ON alerts_alert;
DROP TRIGGER progress_standing_raised ON alerts_alert;
DROP FUNCTION progress_standing_alerted();
DROP TRIGGER progress_standing_checked_in ON checkins_checkin;
DROP FUNCTION progress_standing_checked_in();
"""
# What there was before.
SO_FAR = """
INSERT INTO progress_standing (id, created_at, client_id, last_on, gravest)
SELECT gen_random_uuid(), now(), client_id, max(on_day), 0 FROM checkins_checkin GROUP BY client_id;
UPDATE alerts_alert SET rung = rung WHERE resolved_at IS NULL;
"""


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("progress", "0003_first_mean_with_one_week"),
        ("program", "0020_what_row_security_costs"),
        ("checkins", "0006_row_security_of_items_and_moments"),
        ("alerts", "0005_life_cycle"),
    ]

    operations = [
        migrations.CreateModel(
            name="Standing",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ("created_at", models.DateTimeField(default=core.clock.now, editable=False)),
                ("last_on", models.DateField(null=True)),
                ("gravest", models.PositiveSmallIntegerField(default=0)),
                ("due_at", models.DateTimeField(null=True)),
                ("overdue_from", models.DateTimeField(null=True)),
                ("client", models.OneToOneField(on_delete=django.db.models.deletion.PROTECT, related_name="standing", to=settings.AUTH_USER_MODEL)),
            ],
        ),
        migrations.AddConstraint(
            "standing",
            models.CheckConstraint(condition=models.Q(("gravest__lte", 4)), name="progress_standing_known_gravity"),
        ),
        migrations.AddConstraint(
            "standing",
            models.CheckConstraint(
                condition=models.Q(models.Q(("gravest", 0), _negated=True), models.Q(("due_at", None), ("overdue_from", None)), _connector="OR"),
                name="progress_standing_nothing_due_without_alert",
            ),
        ),
        enable("progress_standing", "SELECT, INSERT, UPDATE"),
        policy("progress_standing", "kept", "ALL", ASSESSOR),
        # All of a caseload are looked at together, so that what they have in common is asked once.
        policy("progress_standing", "my_client", "SELECT", "client_id IN (SELECT app_my_clients())"),
        # An old alert that became graver is news for whoever weighs a step.
        policy("alerts_step", "to_advise", "SELECT", system("adviser")),
        migrations.RunSQL(CHECKED_IN + ALERTED, NOT_KEPT),
        migrations.RunSQL(SO_FAR, migrations.RunSQL.noop),
    ]
