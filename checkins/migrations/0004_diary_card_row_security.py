from django.db import migrations

from core.identity import APP_ROLE
from core.rowsec import ME, enable, policy, system

MINE = f"client_id = {ME}"
MY_CLIENT = "app_cares_for(client_id)"


class Migration(migrations.Migration):
    dependencies = [("checkins", "0003_diary_card"), ("program", "0002_row_security")]

    operations = [
        # As with check-ins: an amendment is another row.
        enable("checkins_diarycard"),
        policy("checkins_diarycard", "mine", "SELECT", MINE),
        policy("checkins_diarycard", "by_me", "INSERT", MINE),
        policy("checkins_diarycard", "my_client", "SELECT", MY_CLIENT),
        policy("checkins_diarycard", "to_assess", "SELECT", system("assessor")),
        # A target is set and ended by the client's clinicians, in their own name, and not reworded.
        enable("checkins_diarytarget"),
        migrations.RunSQL(
            f"GRANT UPDATE (ended_at, ended_by_id) ON checkins_diarytarget TO {APP_ROLE}",
            f"REVOKE UPDATE (ended_at, ended_by_id) ON checkins_diarytarget FROM {APP_ROLE}",
        ),
        policy("checkins_diarytarget", "mine", "SELECT", MINE),
        policy("checkins_diarytarget", "my_client", "SELECT", MY_CLIENT),
        policy(
            "checkins_diarytarget", "set", "INSERT",
            f"{MY_CLIENT} AND set_by_id = {ME} AND ended_at IS NULL",
        ),
        policy(
            "checkins_diarytarget", "end_it", "UPDATE", f"{MY_CLIENT} AND ended_at IS NULL",
            check=f"{MY_CLIENT} AND ended_by_id = {ME}",
        ),
    ]
