from django.db import migrations

from core.rowsec import ME, policy, system

AN_ADMINISTRATOR = (
    f"EXISTS (SELECT 1 FROM accounts_user u WHERE u.id = {ME} AND 'administrator' = ANY (u.roles))"
)


class Migration(migrations.Migration):
    dependencies = [
        ("reminders", "0003_row_security"),
        ("delivery", "0004_channels_row_security"),
        ("accounts", "0004_administrators_send_invitations"),
        ("skills", "0005_sharing_row_security"),
    ]

    operations = [
        # What was given up on, for who can mend it; its person's name stays hidden from them.
        policy(
            "delivery_delivery", "dead_letters", "SELECT", f"state = 'failed' AND {AN_ADMINISTRATOR}"
        ),
        # What is due, and whether it was done: titles and days, and nothing that anybody wrote.
        policy("skills_assignment", "to_remind", "SELECT", system("reminder")),
    ]
