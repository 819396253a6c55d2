from django.db import migrations

from core.identity import APP_ROLE
from core.rowsec import ME, enable, policy, system

AN_ADMINISTRATOR = (
    f"EXISTS (SELECT 1 FROM accounts_user u WHERE u.id = {ME} AND 'administrator' = ANY (u.roles))"
)
TABLE = "admissions_callrequest"
BY_ADMINISTRATORS = "called_at, called_by_id, times_called, closed_at, closed_by_id, outcome"
BY_ASKING_AGAIN = "times_asked, best_time"
OURS = system("admissions")


class Migration(migrations.Migration):
    dependencies = [
        ("admissions", "0001_initial"),
        ("accounts", "0002_row_security"),
        ("delivery", "0002_row_security"),
        ("core", "0002_roles_and_audit_chain"),
    ]

    operations = [
        enable(TABLE, "SELECT, INSERT, DELETE"),
        migrations.RunSQL(
            f"GRANT UPDATE ({BY_ADMINISTRATORS}, {BY_ASKING_AGAIN}) ON {TABLE} TO {APP_ROLE}",
            f"REVOKE UPDATE ON {TABLE} FROM {APP_ROLE}",
        ),
        policy(TABLE, "asked", "INSERT", f"{OURS} AND closed_at IS NULL AND called_at IS NULL"),
        policy(TABLE, "asked_before", "SELECT", OURS),
        policy(TABLE, "asked_again", "UPDATE", f"{OURS} AND closed_at IS NULL"),
        policy(TABLE, "read_by_administrators", "SELECT", AN_ADMINISTRATOR),
        policy(TABLE, "answered_by_administrators", "UPDATE", AN_ADMINISTRATOR),
        # What is over is forgotten by the keeper alone.
        policy(TABLE, "over", "SELECT", system("keeper")),
        policy(TABLE, "forgotten", "DELETE", system("keeper")),
        # Whom to tell: administrators, where they are reached, and the messages about calls.
        policy(
            "accounts_user", "to_tell_of_calls", "SELECT",
            f"{OURS} AND 'administrator' = ANY (roles)",
        ),
        policy(
            "delivery_contactpoint", "to_tell_of_calls", "SELECT",
            f"{OURS} AND EXISTS (SELECT 1 FROM accounts_user u WHERE u.id = person_id)",
        ),
        policy(
            "delivery_delivery", "calls_queue", "INSERT",
            f"{OURS} AND cause LIKE 'call:%' AND person_id IN (SELECT u.id FROM accounts_user u"
            " WHERE 'administrator' = ANY (u.roles))",
        ),
        policy("delivery_delivery", "calls_see", "SELECT", f"{OURS} AND cause LIKE 'call:%'"),
    ]
