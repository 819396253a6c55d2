from django.db import migrations

from core.rowsec import ME, enable, policy, system

MINE = f"person_id = {ME}"
PART = system("reminder")


class Migration(migrations.Migration):
    dependencies = [
        ("reminders", "0002_carry_over"),
        ("core", "0002_roles_and_audit_chain"),
    ]

    operations = [
        enable("reminders_preference", "SELECT, INSERT, UPDATE"),
        policy("reminders_preference", "mine", "ALL", MINE),
        policy("reminders_preference", "to_remind", "SELECT", PART),
        enable("reminders_setting", "SELECT, INSERT, UPDATE, DELETE"),
        policy("reminders_setting", "mine", "ALL", MINE),
        policy("reminders_setting", "to_remind", "SELECT", PART),
        enable("reminders_reminder", "SELECT, INSERT, UPDATE, DELETE"),
        policy("reminders_reminder", "mine", "SELECT", MINE),
        # Opening a notice, and doing what it asked.
        policy("reminders_reminder", "i_open_it", "UPDATE", MINE),
        policy("reminders_reminder", "my_client", "SELECT", "app_cares_for(person_id)"),
        policy("reminders_reminder", "planning", "ALL", PART),
        policy("reminders_reminder", "old_ones_go", "DELETE", system("keeper")),
        policy("reminders_reminder", "to_see_what_is_old", "SELECT", system("keeper")),
        enable("reminders_agenda", "SELECT, INSERT, UPDATE, DELETE"),
        policy("reminders_agenda", "mine", "ALL", MINE),
        policy("reminders_agenda", "planning", "ALL", PART),
    ]
