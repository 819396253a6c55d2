from django.db import migrations

from core.rowsec import ME, policy

# Whoever was told because of the rota, or named by an administrator, for as long as they answer.
TOLD = (
    "client_id IN (SELECT c.client_id FROM alerts_charge c"
    f" WHERE c.person_id = {ME} AND c.until > now())"
)
SAFETY_PLAN = "plan_id IN (SELECT p.id FROM plans_plan p WHERE p.kind = 'safety')"


class Migration(migrations.Migration):
    dependencies = [
        ("alerts", "0021_contact_and_mirror_row_security"),
        ("plans", "0003_discharge_plan"),
    ]

    operations = [
        # The safety plan and no other; its last step only when the client shares it.
        policy("plans_plan", "i_was_told", "SELECT", f"kind = 'safety' AND {TOLD}"),
        policy("plans_saferstep", "i_was_told", "SELECT", f"shared AND {TOLD}"),
        policy("plans_signature", "i_was_told", "SELECT", f"{TOLD} AND {SAFETY_PLAN}"),
        # Why the alert is there: the scores that raised it, not those that told nobody.
        policy("alerts_warningscore", "i_was_told", "SELECT", f"told AND {TOLD}"),
    ]
