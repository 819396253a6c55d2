from django.db import migrations

from core.rowsec import ME, enable, policy

# A person's chain bears their id; a part of the program has one by its name.
MY_OWN = (
    f"chain = {ME}::text OR ({ME} IS NULL AND app_system() IS NOT NULL"
    " AND chain !~ '^[0-9a-f]{8}-[0-9a-f]{4}-')"
)


class Migration(migrations.Migration):
    dependencies = [("core", "0003_entries_in_ones_own_name")]

    operations = [
        enable("core_auditchain", "SELECT, INSERT, UPDATE"),
        policy("core_auditchain", "my_own", "ALL", MY_OWN),
    ]
