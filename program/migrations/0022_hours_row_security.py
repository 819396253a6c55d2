from django.db import migrations

from core.identity import APP_ROLE
from core.rowsec import ME, enable, policy

ADMINISTRATOR = "(SELECT app_holds('administrator'))"
SIGNED_IN = f"{ME} IS NOT NULL OR app_system() IS NOT NULL"


class Migration(migrations.Migration):
    dependencies = [("program", "0021_hours")]

    operations = [
        enable("program_openinghours", "SELECT, INSERT, DELETE"),
        policy("program_openinghours", "known", "SELECT", SIGNED_IN),
        policy("program_openinghours", "kept", "ALL", ADMINISTRATOR),
        enable("program_licence"),
        migrations.RunSQL(
            f"GRANT UPDATE (ended_at) ON program_licence TO {APP_ROLE}",
            f"REVOKE UPDATE ON program_licence FROM {APP_ROLE}",
        ),
        policy("program_licence", "mine", "SELECT", f"person_id = {ME}"),
        policy("program_licence", "kept", "ALL", ADMINISTRATOR),
    ]
