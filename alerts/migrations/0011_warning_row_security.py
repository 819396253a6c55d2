from django.db import migrations

from core.identity import APP_ROLE
from core.rowsec import ME, enable, policy, system

MY_CLIENT = "app_cares_for(client_id)"
ASSESSOR = system("assessor")
ADMINISTRATOR = "(SELECT app_holds('administrator'))"
STAFF = "(SELECT app_holds('administrator', 'clinician'))"
PROGRESS = "state, clients_done, clients_in_all, tally, result, finished_at"
# Sums, numbers and decisions about rules; they name staff, and no client.
ABOUT_RULES = (
    "alerts_ruleversion", "alerts_ruleversionstep", "alerts_alertbudget", "alerts_sitelimit",
    "alerts_programthresholds", "alerts_backtest",
)  # fmt: skip
ABOUT_A_CLIENT = ("alerts_clientthresholds", "alerts_goodperiod")


def update_of(columns, table):
    return migrations.RunSQL(
        f"GRANT UPDATE ({columns}) ON {table} TO {APP_ROLE}",
        f"REVOKE UPDATE ({columns}) ON {table} FROM {APP_ROLE}",
    )


class Migration(migrations.Migration):
    dependencies = [("alerts", "0010_warning_scores"), ("program", "0007_timetable_row_security")]

    operations = [
        *[
            operation
            for table in ABOUT_RULES
            for operation in (
                enable(table),
                policy(table, "staff", "SELECT", STAFF),
                policy(table, "assessing", "SELECT", ASSESSOR),
            )
        ],
        # Numbers never change; only an administrator moves a version, each move on record.
        policy(
            "alerts_ruleversion", "drafted", "INSERT",
            f"{ADMINISTRATOR} AND drafted_by_id = {ME} AND state = 'draft'",
        ),
        update_of("state", "alerts_ruleversion"),
        policy("alerts_ruleversion", "moved", "UPDATE", ADMINISTRATOR),
        policy(
            "alerts_ruleversionstep", "by_me", "INSERT", f"{ADMINISTRATOR} AND by_id = {ME}"
        ),
        policy(
            "alerts_alertbudget", "by_me", "INSERT", f"{ADMINISTRATOR} AND chosen_by_id = {ME}"
        ),
        policy(
            "alerts_programthresholds", "by_me", "INSERT", f"{ADMINISTRATOR} AND set_by_id = {ME}"
        ),
        policy("alerts_sitelimit", "found", "INSERT", ASSESSOR),
        policy(
            "alerts_backtest", "asked_by_me", "INSERT",
            f"{ADMINISTRATOR} AND asked_by_id = {ME} AND state = 'waiting' AND result IS NULL",
        ),
        update_of(PROGRESS, "alerts_backtest"),
        policy("alerts_backtest", "run", "UPDATE", ASSESSOR),
        enable("alerts_backtestchange"),
        policy("alerts_backtestchange", "my_client", "SELECT", MY_CLIENT),
        policy("alerts_backtestchange", "assessing", "SELECT", ASSESSOR),
        policy("alerts_backtestchange", "found", "INSERT", ASSESSOR),
        enable("alerts_sweptday"),
        policy("alerts_sweptday", "assessing", "SELECT", ASSESSOR),
        policy("alerts_sweptday", "swept", "INSERT", ASSESSOR),
        enable("alerts_warningscore"),
        policy("alerts_warningscore", "my_client", "SELECT", MY_CLIENT),
        policy("alerts_warningscore", "assessing", "SELECT", ASSESSOR),
        policy("alerts_warningscore", "scored", "INSERT", ASSESSOR),
        *[
            operation
            for table in ABOUT_A_CLIENT
            for operation in (
                enable(table),
                policy(table, "my_client", "SELECT", MY_CLIENT),
                policy(table, "assessing", "SELECT", ASSESSOR),
                policy(table, "set_by_me", "INSERT", f"{MY_CLIENT} AND set_by_id = {ME}"),
            )
        ],
    ]
