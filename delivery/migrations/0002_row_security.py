from django.conf import settings
from django.db import migrations

from core.rowsec import ME, enable, policy, system


class Migration(migrations.Migration):
    dependencies = [
        ("delivery", "0001_initial"),
        ("core", "0002_roles_and_audit_chain"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        enable("delivery_contactpoint"),
        policy("delivery_contactpoint", "mine", "SELECT", f"person_id = {ME}"),
        policy(
            "delivery_contactpoint", "to_reach", "SELECT",
            system("accounts", "carrier", "assessor", "reminder"),
        ),
        policy("delivery_contactpoint", "with_the_account", "INSERT", system("accounts")),
        enable("delivery_delivery", "SELECT, INSERT, UPDATE"),
        policy("delivery_delivery", "mine", "SELECT", f"person_id = {ME}"),
        # Each part sees what it queued by kind, to queue it once and to call it back.
        policy(
            "delivery_delivery", "assessor_queues", "INSERT",
            f"{system('assessor')} AND kind = 'alert'",
        ),
        policy(
            "delivery_delivery", "assessor_sees", "SELECT",
            f"{system('assessor')} AND kind = 'alert'",
        ),
        policy(
            "delivery_delivery", "reminder_queues", "INSERT",
            f"{system('reminder')} AND kind = 'reminder'",
        ),
        policy(
            "delivery_delivery", "reminder_sees", "SELECT",
            f"{system('reminder')} AND kind = 'reminder'",
        ),
        policy(
            "delivery_delivery", "reminder_withdraws", "UPDATE",
            f"{system('reminder')} AND kind = 'reminder'",
        ),
        policy(
            "delivery_delivery", "accounts_queues", "INSERT",
            f"({system('accounts')} OR {ME} IS NOT NULL) AND kind IN ('invitation', 'new_password')",
        ),
        policy("delivery_delivery", "carrier_sees", "SELECT", system("carrier")),
        policy("delivery_delivery", "carrier_settles", "UPDATE", system("carrier")),
    ]
