from django.db import migrations

from core.rowsec import ME, policy

AN_ADMINISTRATOR = (
    f"EXISTS (SELECT 1 FROM accounts_user u WHERE u.id = {ME} AND 'administrator' = ANY (u.roles))"
)


class Migration(migrations.Migration):
    dependencies = [("accounts", "0002_row_security")]

    operations = [
        migrations.RunSQL(
            "DROP POLICY by_me ON accounts_invitation",
            f"CREATE POLICY by_me ON accounts_invitation FOR ALL TO foothold_app"
            f" USING (invited_by_id = {ME}) WITH CHECK (invited_by_id = {ME})",
        ),
        policy(
            "accounts_invitation",
            "by_an_administrator",
            "ALL",
            f"invited_by_id = {ME} AND {AN_ADMINISTRATOR}",
        ),
    ]
