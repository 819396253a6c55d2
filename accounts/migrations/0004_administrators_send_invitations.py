from django.db import migrations

from core.rowsec import ME, system

# A message to an address of no account goes out for whoever may invite, and for sign-in itself.
AN_ADMINISTRATOR = (
    f"EXISTS (SELECT 1 FROM accounts_user u WHERE u.id = {ME} AND 'administrator' = ANY (u.roles))"
)
NARROW = (
    f"({system('accounts')} AND kind IN ('invitation', 'new_password'))"
    f" OR (kind = 'invitation' AND person_id IS NULL AND {AN_ADMINISTRATOR})"
)
WIDE = f"({system('accounts')} OR {ME} IS NOT NULL) AND kind IN ('invitation', 'new_password')"
ALTER = "ALTER POLICY accounts_queues ON delivery_delivery WITH CHECK ({})"


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0003_administrators_invite"),
        ("delivery", "0002_row_security"),
    ]

    operations = [migrations.RunSQL(ALTER.format(NARROW), ALTER.format(WIDE))]
