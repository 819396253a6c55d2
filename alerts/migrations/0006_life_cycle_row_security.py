from importlib import import_module

from django.db import migrations

from core.identity import APP_ROLE
from core.rowsec import ME, enable, policy, system

MY_CLIENT = "app_cares_for(client_id)"
ASSESSOR = system("assessor")
ADMINISTRATOR = "(SELECT app_holds('administrator'))"
STAFF = "(SELECT app_holds('clinician', 'administrator'))"
# Whoever was told because of the rota, or named by an administrator, answers for three days.
# Looked up once for a statement, not once for a row.
TOLD = (
    "client_id IN (SELECT c.client_id FROM alerts_charge c"
    f" WHERE c.person_id = {ME} AND c.until > now())"
)
THEIRS = f"{MY_CLIENT} OR {TOLD}"
ANSWERS_FOR = """
CREATE FUNCTION app_answers_for(client uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT 1 FROM alerts_charge c WHERE c.client_id = client
                      AND c.person_id = app_person() AND c.until > now());
$$;
"""
# A function, because what it reads is guarded by policies that read who was told.
IS_UNREACHABLE = """
CREATE FUNCTION alerts_is_unreachable(wanted uuid, client uuid) RETURNS boolean
LANGUAGE plpgsql STABLE AS $$
BEGIN RETURN EXISTS (
    SELECT 1 FROM alerts_alert a WHERE a.id = wanted AND a.client_id = client
       AND a.unreachable_at IS NOT NULL AND a.acknowledged_at IS NULL);
END $$;
"""
UNREACHABLE = f"unreachable_at IS NOT NULL AND acknowledged_at IS NULL AND {ADMINISTRATOR}"
MORE_ANSWERED = "owner_id, contacted_at, useful, useless_because"
MORE_KEPT = "due_by, unreachable_at"
# Columns are granted to a role that clinicians and rules share. A person takes an alert on, hands
# it over, undoes, closes, lowers or opens it again, each in their own name; how grave it is, why,
# and when it is due stay the rules' business.
GUARD = """
CREATE FUNCTION alerts_may_close(tier text) RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT tier <> 'critical' OR EXISTS (SELECT 1 FROM program_licence l
        WHERE l.person_id = app_person() AND l.ended_at IS NULL);
$$;
CREATE OR REPLACE FUNCTION alerts_alert_answer_only() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    me uuid := app_person();
    reopens boolean := OLD.resolved_at IS NOT NULL AND NEW.resolved_at IS NULL;
BEGIN
    IF me IS NULL THEN
        RETURN NEW;
    END IF;
    IF (NEW.assessment_id, NEW.family, NEW.late, NEW.raised_at, NEW.rung)
            IS DISTINCT FROM (OLD.assessment_id, OLD.family, OLD.late, OLD.raised_at, OLD.rung)
        OR (NEW.due_at, NEW.due_by, NEW.unreachable_at)
            IS DISTINCT FROM (OLD.due_at, OLD.due_by, OLD.unreachable_at)
        -- What is over stays as it was written; it can only be opened again, by nobody's hand yet.
        OR (OLD.resolved_at IS NOT NULL AND NOT reopens)
        OR (reopens AND (NEW.acknowledged_by_id IS NOT NULL OR NEW.owner_id IS NOT NULL
                         OR NEW.tier <> OLD.tier))
        -- Closed and lowered in one's own name, the gravest by who is licensed.
        OR (NEW.resolved_at IS NOT NULL
            AND (NEW.resolved_by_id IS DISTINCT FROM me OR NOT alerts_may_close(OLD.tier)))
        OR (NEW.tier <> OLD.tier AND NOT (OLD.tier = 'critical' AND NEW.tier = 'high'
            AND OLD.acknowledged_by_id IS NOT NULL AND alerts_may_close(OLD.tier)))
        -- Taken on in one's own name, and not taken from somebody else's hand.
        OR (NEW.acknowledged_by_id IS DISTINCT FROM OLD.acknowledged_by_id AND NOT reopens
            AND NOT (OLD.acknowledged_by_id IS NULL AND NEW.acknowledged_by_id = me
                     AND NEW.owner_id IS NOT DISTINCT FROM me)
            -- Let go by who held it, or handed to somebody else, who is then told.
            AND NOT (NEW.acknowledged_by_id IS NULL AND NEW.owner_id IS NULL
                     AND OLD.acknowledged_by_id = me)
            AND NOT (NEW.acknowledged_by_id IS NULL AND NEW.owner_id IS NOT NULL
                     AND NEW.owner_id <> OLD.acknowledged_by_id))
        OR (NEW.acknowledged_by_id IS NOT NULL
            AND NEW.owner_id IS DISTINCT FROM NEW.acknowledged_by_id)
    THEN
        RAISE insufficient_privilege USING
            MESSAGE = 'permission denied: an answer changes nothing else of an alert';
    END IF;
    RETURN NEW;
END $$;
"""

_earlier = import_module("alerts.migrations.0003_answers_change_nothing_else").GUARD
EARLIER_GUARD = (
    _earlier.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION").partition("CREATE TRIGGER")[0]
    + "DROP FUNCTION alerts_may_close(text);"
)
EARLIER_CHECK = (
    f"{MY_CLIENT} AND acknowledged_by_id IS NOT NULL"
    f" AND (resolved_by_id IS NULL OR resolved_by_id = {ME})"
)


def grant(what: str, table: str) -> migrations.RunSQL:
    """Grant the app one thing more on a table."""
    return migrations.RunSQL(
        f"GRANT {what} ON {table} TO {APP_ROLE}", f"REVOKE {what} ON {table} FROM {APP_ROLE}"
    )


class Migration(migrations.Migration):
    dependencies = [
        ("alerts", "0005_life_cycle"),
        ("program", "0022_hours_row_security"),
        ("delivery", "0006_digests_and_calls"),
    ]

    operations = [
        enable("alerts_charge"),
        grant("UPDATE (until)", "alerts_charge"),
        policy("alerts_charge", "mine", "SELECT", f"person_id = {ME}"),
        policy("alerts_charge", "my_client", "SELECT", MY_CLIENT),
        policy("alerts_charge", "told", "ALL", ASSESSOR),
        migrations.RunSQL(IS_UNREACHABLE, "DROP FUNCTION alerts_is_unreachable(uuid, uuid)"),
        migrations.RunSQL(ANSWERS_FOR, "DROP FUNCTION app_answers_for(uuid)"),
        grant(f"UPDATE ({MORE_ANSWERED}, {MORE_KEPT})", "alerts_alert"),
        migrations.RunSQL(GUARD, EARLIER_GUARD),
        policy("alerts_assessment", "i_was_told", "SELECT", TOLD),
        policy("alerts_alert", "i_was_told", "SELECT", TOLD),
        policy("alerts_alert", "nobody_was_reached", "SELECT", UNREACHABLE),
        migrations.RunSQL(
            f"ALTER POLICY answer ON alerts_alert USING ({THEIRS}) WITH CHECK ({THEIRS})",
            f"ALTER POLICY answer ON alerts_alert USING ({MY_CLIENT}) WITH CHECK ({EARLIER_CHECK})",
        ),
        policy("alerts_charge", "named", "INSERT",
               f"{ADMINISTRATOR} AND alerts_is_unreachable(alert_id, client_id)"),
        policy("alerts_charge", "with_administrators", "SELECT",
               f"{ADMINISTRATOR} AND alerts_is_unreachable(alert_id, client_id)"),
        policy("alerts_step", "i_was_told", "SELECT", TOLD),
        policy("alerts_step", "by_who_was_told", "INSERT", f"({TOLD}) AND person_id = {ME}"),
        # Asked after what costs less: whom somebody answers for without being on the team.
        policy("accounts_user", "with_whom_i_answer_for", "SELECT",
               "id IN (SELECT c.client_id FROM alerts_charge c"
               f" WHERE c.person_id = {ME} AND c.until > now())"),
        enable("alerts_rotashift", "SELECT, INSERT, UPDATE, DELETE"),
        policy("alerts_rotashift", "kept", "ALL", ADMINISTRATOR),
        policy("alerts_rotashift", "of_staff", "SELECT", STAFF),
        policy("alerts_rotashift", "of_clients", "SELECT",
               "program_id IN (SELECT e.program_id FROM program_enrolment e"
               f" WHERE e.client_id = {ME})"),
        policy("alerts_rotashift", "to_tell", "SELECT", ASSESSOR),
        enable("alerts_rotagap"),
        policy("alerts_rotagap", "kept", "ALL", ASSESSOR),
        policy("alerts_rotagap", "of_administrators", "SELECT", ADMINISTRATOR),
        enable("alerts_digestwish", "SELECT, INSERT, UPDATE"),
        policy("alerts_digestwish", "mine", "ALL", f"person_id = {ME}"),
        policy("alerts_digestwish", "to_tell", "SELECT", ASSESSOR),
        enable("alerts_digest"),
        policy("alerts_digest", "mine", "SELECT", f"person_id = {ME}"),
        policy("alerts_digest", "kept", "ALL", ASSESSOR),
        enable("alerts_bundled"),
        grant("UPDATE (digest_id, answered_at)", "alerts_bundled"),
        policy("alerts_bundled", "mine", "SELECT", f"person_id = {ME} AND ({MY_CLIENT})"),
        policy("alerts_bundled", "kept", "ALL", ASSESSOR),
        enable("alerts_pager"),
        grant(
            "UPDATE (label, agreement, address, secret, former_secret, former_until, tiers,"
            " ended_at)",
            "alerts_pager",
        ),
        policy("alerts_pager", "kept", "ALL", ADMINISTRATOR),
        policy("alerts_pager", "to_tell", "SELECT", ASSESSOR),
        # How far a call got; to whom and with what it was signed stays sealed.
        policy("delivery_delivery", "calls_of_administrators", "SELECT",
               f"channel = 'webhook' AND {ADMINISTRATOR}"),
        enable("alerts_agreement"),
        policy("alerts_agreement", "mine", "ALL", f"person_id = {ME}"),
        policy("alerts_agreement", "my_client", "SELECT", "app_cares_for(person_id)"),
        enable("alerts_alarm"),
        grant("UPDATE (ended_at)", "alerts_alarm"),
        policy("alerts_alarm", "kept", "ALL", ASSESSOR),
        policy("alerts_alarm", "of_administrators", "SELECT", ADMINISTRATOR),
    ]
