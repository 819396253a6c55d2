from django.db import migrations

from core.rowsec import ME

MINE = f"client_id = {ME}"
# A consent is ended once, in the client's own name, and nothing of ours brings it back.
ONCE = (
    f"USING ({MINE} AND revoked_at IS NULL)"
    f" WITH CHECK ({MINE} AND revoked_at IS NOT NULL AND revoked_by_id = {ME})"
)
BOTH_WAYS = f"USING ({MINE}) WITH CHECK ({MINE})"
ALTER = "ALTER POLICY revoked_by_me ON family_consent {}"


class Migration(migrations.Migration):
    dependencies = [("family", "0003_sharing_ends_with_discharge")]

    operations = [migrations.RunSQL(ALTER.format(ONCE), ALTER.format(BOTH_WAYS))]
