from django.db import migrations

from core.rowsec import ME, enable, open_tables, policy, system

# Holds logins, not records: still, each person sees their own and sign-in sees all.
LOGIN_TABLES = ("account_emailaddress", "mfa_authenticator", "usersessions_usersession")


def login_table(table: str) -> list[migrations.RunSQL]:
    return [
        enable(table, "SELECT, INSERT, UPDATE, DELETE"),
        policy(table, "mine", "ALL", f"user_id = {ME}"),
        policy(table, "sign_in", "ALL", system("accounts")),
    ]


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0001_initial"),
        ("core", "0002_roles_and_audit_chain"),
        ("account", "__latest__"),
        ("mfa", "__latest__"),
        ("usersessions", "__latest__"),
    ]

    operations = [
        enable("accounts_user", "SELECT, INSERT, UPDATE"),
        policy("accounts_user", "me", "SELECT", f"id = {ME}"),
        policy("accounts_user", "sign_in", "ALL", system("accounts")),
        # Who works for the program is no secret from those who use it.
        policy(
            "accounts_user", "staff", "SELECT",
            f"{ME} IS NOT NULL AND roles && ARRAY['clinician', 'administrator']::varchar[]",
        ),
        policy(
            "accounts_user", "to_reach", "SELECT",
            system("carrier", "assessor", "reminder"),
        ),
        enable("accounts_invitation", "SELECT, INSERT, UPDATE"),
        policy("accounts_invitation", "by_me", "ALL", f"invited_by_id = {ME}"),
        policy("accounts_invitation", "accepting", "ALL", system("accounts")),
        *[operation for table in LOGIN_TABLES for operation in login_table(table)],
        open_tables(
            [
                "mfa_authenticator_id_seq", "account_emailaddress_id_seq",
                "usersessions_usersession_id_seq",
            ],
            "USAGE",
            what="SEQUENCE ",
        ),
    ]
