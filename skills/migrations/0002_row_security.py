from django.db import migrations

from core.rowsec import ME, enable, open_tables, policy

MINE = f"client_id = {ME}"


class Migration(migrations.Migration):
    dependencies = [("skills", "0001_initial"), ("program", "0002_row_security")]

    operations = [
        # Exercises hold nothing about anyone; the owner publishes them.
        open_tables(["skills_skill"], "SELECT"),
        enable("skills_practice"),
        policy("skills_practice", "mine", "SELECT", MINE),
        policy("skills_practice", "by_me", "INSERT", MINE),
    ]
