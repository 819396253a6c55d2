from django.db import migrations

from core.identity import APP_ROLE
from core.rowsec import ME, enable, policy, system

MINE = f"client_id = {ME}"
MY_CLIENT = "app_cares_for(client_id)"
WRITTEN_BY_CLIENTS = ("checkins_urgelog", "checkins_lapse", "checkins_goaloutcome")


class Migration(migrations.Migration):
    dependencies = [
        ("checkins", "0005_personal_items_and_moments"),
        ("program", "0002_row_security"),
    ]

    operations = [
        # As with check-ins: an amendment is another row.
        *[
            operation
            for table in WRITTEN_BY_CLIENTS
            for operation in (
                enable(table),
                policy(table, "mine", "SELECT", MINE),
                policy(table, "by_me", "INSERT", MINE),
                policy(table, "my_client", "SELECT", MY_CLIENT),
            )
        ],
        policy("checkins_urgelog", "to_assess", "SELECT", system("assessor")),
        policy("checkins_lapse", "to_assess", "SELECT", system("assessor")),
        # An item is set and ended by the client's clinicians, in their own name, and not reworded.
        enable("checkins_personalitem"),
        migrations.RunSQL(
            f"GRANT UPDATE (ended_at, ended_by_id) ON checkins_personalitem TO {APP_ROLE}",
            f"REVOKE UPDATE (ended_at, ended_by_id) ON checkins_personalitem FROM {APP_ROLE}",
        ),
        policy("checkins_personalitem", "mine", "SELECT", MINE),
        policy("checkins_personalitem", "my_client", "SELECT", MY_CLIENT),
        policy("checkins_personalitem", "to_assess", "SELECT", system("assessor")),
        policy(
            "checkins_personalitem", "set", "INSERT",
            f"{MY_CLIENT} AND set_by_id = {ME} AND ended_at IS NULL",
        ),
        policy(
            "checkins_personalitem", "end_it", "UPDATE", f"{MY_CLIENT} AND ended_at IS NULL",
            check=f"{MY_CLIENT} AND ended_by_id = {ME}",
        ),
    ]
