import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from core.rowsec import ME, policy, system

AN_ADMINISTRATOR = (
    f"EXISTS (SELECT 1 FROM accounts_user u WHERE u.id = {ME} AND 'administrator' = ANY (u.roles))"
)
INVITATIONS = f"{system('accounts')} AND kind = 'invitation' AND cause LIKE 'invitation:%'"


class Migration(migrations.Migration):
    dependencies = [("accounts", "0007_addresses_are_taken_away")]

    operations = [
        migrations.AddField("invitation", "withdrawn_at", models.DateTimeField(null=True)),
        migrations.AddField(
            "invitation",
            "withdrawn_by",
            models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            "invitation",
            models.CheckConstraint(
                condition=models.Q(withdrawn_at=None, withdrawn_by=None)
                | models.Q(
                    withdrawn_at__isnull=False, withdrawn_by__isnull=False, accepted_at=None
                ),
                name="accounts_invitation_withdrawn_by_someone",
            ),
        ),
        # One administrator is away: another one sees what waits, sends it again or takes it back.
        policy("accounts_invitation", "read_by_administrators", "SELECT", AN_ADMINISTRATOR),
        policy("accounts_invitation", "kept_by_administrators", "UPDATE", AN_ADMINISTRATOR),
        policy("delivery_delivery", "accounts_see_invitations", "SELECT", INVITATIONS),
        policy("delivery_delivery", "accounts_call_back", "UPDATE", INVITATIONS),
    ]
