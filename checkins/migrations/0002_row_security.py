from django.db import migrations

from core.rowsec import ME, enable, policy, system

MINE = f"client_id = {ME}"


class Migration(migrations.Migration):
    dependencies = [("checkins", "0001_initial"), ("program", "0002_row_security")]

    operations = [
        # No update and no delete for anyone: an amendment is another row.
        enable("checkins_checkin"),
        policy("checkins_checkin", "mine", "SELECT", MINE),
        policy("checkins_checkin", "by_me", "INSERT", MINE),
        policy("checkins_checkin", "my_client", "SELECT", "app_cares_for(client_id)"),
        policy("checkins_checkin", "to_assess", "SELECT", system("assessor")),
    ]
