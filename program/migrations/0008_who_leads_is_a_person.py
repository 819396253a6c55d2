from django.db import migrations

from core.rowsec import ME

LEADS = f"CASE WHEN id = {ME} THEN false ELSE app_leads_client(id) END"
# A part of the program leads nothing: without this it would ask so for each person that it reads.
NOBODY_LEADS = f"CASE WHEN {ME} IS NULL OR id = {ME} THEN false ELSE app_leads_client(id) END"


class Migration(migrations.Migration):
    dependencies = [("program", "0007_timetable_row_security")]

    operations = [
        migrations.RunSQL(
            f"ALTER POLICY with_who_leads ON accounts_user USING ({NOBODY_LEADS})",
            f"ALTER POLICY with_who_leads ON accounts_user USING ({LEADS})",
        ),
    ]
