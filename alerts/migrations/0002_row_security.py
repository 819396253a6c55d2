from django.db import migrations

from core.identity import APP_ROLE
from core.rowsec import ME, enable, policy, system

MY_CLIENT = "app_cares_for(client_id)"
ASSESSOR = system("assessor")
# A clinician answers an alert; whom it is about, why and how grave is not theirs to write.
ANSWERED = (
    "acknowledged_at, acknowledged_by_id, resolved_at, resolved_by_id, action, outcome, note"
)
KEPT_BY_RULES = "assessment_id, tier, late, rung, due_at"


class Migration(migrations.Migration):
    dependencies = [("alerts", "0001_initial"), ("program", "0002_row_security")]

    operations = [
        enable("alerts_assessment"),
        policy("alerts_assessment", "my_client", "SELECT", MY_CLIENT),
        policy("alerts_assessment", "assessing", "SELECT", ASSESSOR),
        policy("alerts_assessment", "assessed", "INSERT", ASSESSOR),
        enable("alerts_alert"),
        migrations.RunSQL(
            f"GRANT UPDATE ({ANSWERED}, {KEPT_BY_RULES}) ON alerts_alert TO {APP_ROLE}",
            f"REVOKE UPDATE ON alerts_alert FROM {APP_ROLE}",
        ),
        policy("alerts_alert", "my_client", "SELECT", MY_CLIENT),
        policy(
            "alerts_alert", "answer", "UPDATE", MY_CLIENT,
            check=f"{MY_CLIENT} AND acknowledged_by_id IS NOT NULL"
            f" AND (resolved_by_id IS NULL OR resolved_by_id = {ME})",
        ),
        policy("alerts_alert", "assessing", "SELECT", ASSESSOR),
        policy("alerts_alert", "raised", "INSERT", ASSESSOR),
        policy("alerts_alert", "kept_by_rules", "UPDATE", ASSESSOR),
        enable("alerts_step"),
        policy("alerts_step", "my_client", "SELECT", MY_CLIENT),
        policy("alerts_step", "by_me", "INSERT", f"{MY_CLIENT} AND person_id = {ME}"),
        policy("alerts_step", "assessing", "SELECT", ASSESSOR),
        policy("alerts_step", "assessed", "INSERT", ASSESSOR),
    ]
