from django.db import migrations

from core.rowsec import enable, policy, system


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0006_what_changes_is_told"),
        ("account", "__latest__"),
    ]

    operations = [
        # Ours are confirmed by codes, which are kept in the session: this table is always empty,
        # and looked into when an address is taken away.
        enable("account_emailconfirmation", "SELECT, DELETE"),
        policy("account_emailconfirmation", "sign_in", "ALL", system("accounts")),
    ]
