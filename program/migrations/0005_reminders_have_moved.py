from django.db import migrations
from django.db.migrations.operations import RunSQL

from core.rowsec import ME, enable, policy, system

# What 0002 said of the two tables, to say it again on the way back.
SAID = [
    enable("program_reminderpreference", "SELECT, INSERT, UPDATE"),
    policy("program_reminderpreference", "mine", "ALL", f"person_id = {ME}"),
    policy("program_reminderpreference", "to_remind", "SELECT", system("reminder")),
    enable("program_reminder", "SELECT, INSERT, UPDATE"),
    policy("program_reminder", "mine", "SELECT", f"client_id = {ME}"),
    policy("program_reminder", "planning", "ALL", system("reminder")),
]


class Migration(migrations.Migration):
    dependencies = [
        ("program", "0004_caring_keeps_its_plan"),
        # There the rows are carried over.
        ("reminders", "0002_carry_over"),
    ]

    operations = [
        *[RunSQL(said.reverse_sql, said.sql) for said in reversed(SAID)],
        migrations.DeleteModel(name="ReminderPreference"),
        migrations.DeleteModel(name="Reminder"),
    ]
