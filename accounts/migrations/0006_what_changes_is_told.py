from django.db import migrations

from core.rowsec import ME, policy, system

# A message to an address of no account goes out for whoever may invite, and for sign-in itself.
AN_ADMINISTRATOR = (
    f"EXISTS (SELECT 1 FROM accounts_user u WHERE u.id = {ME} AND 'administrator' = ANY (u.roles))"
)
INVITES = f" OR (kind = 'invitation' AND person_id IS NULL AND {AN_ADMINISTRATOR})"
BEFORE = f"({system('accounts')} AND kind IN ('invitation', 'new_password')){INVITES}"
AFTER = (
    f"({system('accounts')} AND kind IN"
    f" ('invitation', 'new_password', 'account', 'address_code')){INVITES}"
)
ALTER = "ALTER POLICY accounts_queues ON delivery_delivery WITH CHECK ({})"


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_passwords_of_ones_own"),
        ("delivery", "0008_account_kinds"),
    ]

    operations = [
        migrations.RunSQL(ALTER.format(AFTER), ALTER.format(BEFORE)),
        # An account has one e-mail address; another one takes its place.
        policy(
            "delivery_contactpoint", "moves_with_the_account", "UPDATE",
            f"{system('accounts')} AND channel = 'email'",
        ),
    ]
