from django.db import migrations

from core.rowsec import ME, enable, policy, system

MINE = f"client_id = {ME}"
MY_CLIENT = "app_cares_for(client_id)"
TABLE = "checkins_usehistory"


class Migration(migrations.Migration):
    dependencies = [("checkins", "0007_use_history"), ("program", "0002_row_security")]

    operations = [
        enable(TABLE),
        policy(TABLE, "mine", "SELECT", MINE),
        policy(TABLE, "by_me", "INSERT", f"{MINE} AND told_by_id = {ME}"),
        policy(TABLE, "my_client", "SELECT", MY_CLIENT),
        policy(TABLE, "told_to_me", "INSERT", f"{MY_CLIENT} AND told_by_id = {ME}"),
        policy(TABLE, "to_assess", "SELECT", system("assessor")),
    ]
