from django.db import migrations

from core.identity import APP_ROLE
from core.rowsec import ME, enable, policy, system

MINE = f"person_id = {ME}"
# E-mail addresses come with the account; a person adds telephones and browsers.
MINE_TO_ADD = f"{MINE} AND channel IN ('push', 'sms')"
CHANGEABLE = "active, sealed, label, verified_at, retired_at, failure"


class Migration(migrations.Migration):
    dependencies = [
        ("delivery", "0003_channels"),
        ("core", "0004_heads_of_ones_own_chain"),
    ]

    operations = [
        migrations.RunSQL(
            f"GRANT UPDATE ({CHANGEABLE}) ON delivery_contactpoint TO {APP_ROLE}",
            f"REVOKE UPDATE ({CHANGEABLE}) ON delivery_contactpoint FROM {APP_ROLE}",
        ),
        policy("delivery_contactpoint", "i_add_mine", "INSERT", MINE_TO_ADD),
        policy("delivery_contactpoint", "i_change_mine", "UPDATE", MINE_TO_ADD),
        policy("delivery_contactpoint", "carrier_retires", "UPDATE", system("carrier")),
        enable("delivery_textconsent", "SELECT, INSERT"),
        policy("delivery_textconsent", "mine", "SELECT", MINE),
        policy("delivery_textconsent", "i_decide", "INSERT", MINE),
        policy("delivery_textconsent", "to_reach", "SELECT", system("carrier", "reminder", "assessor")),
        policy("delivery_textconsent", "by_reply", "INSERT", system("carrier")),
        enable("delivery_phonecode", "SELECT, INSERT, UPDATE"),
        policy("delivery_phonecode", "mine", "ALL", MINE),
        # A code to a telephone of one's own, a trial of a device of one's own; nothing else.
        policy("delivery_delivery", "i_try_mine", "INSERT", f"{MINE} AND kind IN ('code', 'test')"),
        # Settled long ago: rows that tell nothing any more.
        migrations.RunSQL(
            f"GRANT DELETE ON delivery_delivery, core_outboxentry TO {APP_ROLE}",
            f"REVOKE DELETE ON delivery_delivery, core_outboxentry FROM {APP_ROLE}",
        ),
        policy("delivery_delivery", "keeper_sees_old", "SELECT", f"{system('keeper')} AND settled_at IS NOT NULL"),
        policy("delivery_delivery", "keeper_prunes", "DELETE", f"{system('keeper')} AND state IN ('sent', 'cancelled', 'failed')"),
        policy("core_outboxentry", "keeper_sees_old", "SELECT", f"{system('keeper')} AND state = 'done'"),
        policy("core_outboxentry", "keeper_prunes", "DELETE", f"{system('keeper')} AND state = 'done'"),
    ]
