from django.db import migrations

from core.identity import APP_ROLE
from core.rowsec import ME, enable, policy

MINE = f"client_id = {ME}"
MY_CLIENT = "app_cares_for(client_id)"
CHANGED_BY_CLIENT = "name, relationship, phone, place, can_help_with, ended_at"


def of_the_same_client(table: str) -> str:
    """Return the condition that a row belongs to a plan of the client whom it names."""
    return (
        f"EXISTS (SELECT 1 FROM plans_plan p WHERE p.id = {table}.plan_id"
        f" AND p.client_id = {table}.client_id)"
    )


class Migration(migrations.Migration):
    dependencies = [("plans", "0001_initial"), ("program", "0002_row_security")]

    operations = [
        enable("plans_supportperson"),
        migrations.RunSQL(
            f"GRANT UPDATE ({CHANGED_BY_CLIENT}) ON plans_supportperson TO {APP_ROLE}",
            f"REVOKE UPDATE ON plans_supportperson FROM {APP_ROLE}",
        ),
        policy("plans_supportperson", "mine", "ALL", MINE),
        # No update and no delete for anyone: a change is another version.
        enable("plans_plan"),
        policy("plans_plan", "mine", "SELECT", MINE),
        policy("plans_plan", "by_me", "INSERT", f"{MINE} AND written_by_id = {ME}"),
        policy("plans_plan", "my_client", "SELECT", MY_CLIENT),
        policy(
            "plans_plan", "for_my_client", "INSERT", f"{MY_CLIENT} AND written_by_id = {ME}"
        ),
        enable("plans_saferstep"),
        # The client alone turns sharing on and off.
        migrations.RunSQL(
            f"GRANT UPDATE (shared) ON plans_saferstep TO {APP_ROLE}",
            f"REVOKE UPDATE ON plans_saferstep FROM {APP_ROLE}",
        ),
        policy("plans_saferstep", "mine", "SELECT", MINE),
        policy(
            "plans_saferstep", "by_me", "INSERT",
            f"{MINE} AND {of_the_same_client('plans_saferstep')}",
        ),
        policy("plans_saferstep", "shared_by_me", "UPDATE", MINE),
        policy("plans_saferstep", "my_client", "SELECT", f"{MY_CLIENT} AND shared"),
        policy(
            "plans_saferstep", "for_my_client", "INSERT",
            f"{MY_CLIENT} AND shared AND {of_the_same_client('plans_saferstep')}",
        ),
        # Each signs with their own name, and nobody can take a signature back.
        enable("plans_signature"),
        policy("plans_signature", "mine", "SELECT", MINE),
        policy(
            "plans_signature", "by_me", "INSERT",
            f"{MINE} AND party = 'client' AND signed_by_id = {ME}"
            f" AND {of_the_same_client('plans_signature')}",
        ),
        policy("plans_signature", "my_client", "SELECT", MY_CLIENT),
        policy(
            "plans_signature", "for_my_client", "INSERT",
            f"{MY_CLIENT} AND party = 'clinician' AND signed_by_id = {ME}"
            f" AND {of_the_same_client('plans_signature')}",
        ),
    ]
