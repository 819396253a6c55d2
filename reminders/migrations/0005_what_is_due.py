from django.db import migrations

from core.rowsec import policy, system

PART = system("reminder")


class Migration(migrations.Migration):
    dependencies = [
        ("reminders", "0004_staff_and_carriers"),
        ("checkins", "0006_row_security_of_items_and_moments"),
    ]

    operations = [
        # Whether something was done is all that is asked of these; the answers stay sealed.
        policy("skills_practice", "to_remind", "SELECT", f"{PART} AND assignment_id IS NOT NULL"),
        policy("checkins_goaloutcome", "to_remind", "SELECT", PART),
    ]
