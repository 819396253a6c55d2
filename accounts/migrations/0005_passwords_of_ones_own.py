from django.db import migrations

from core.identity import APP_ROLE, SIGN_IN_ROLE

COLUMNS = "id, created_at, email, name, roles, timezone, language, is_active, last_login"

# Roles belong to the whole server, so they are only made, never dropped.
ROLE = f"""
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{SIGN_IN_ROLE}') THEN
        CREATE ROLE {SIGN_IN_ROLE} NOLOGIN NOBYPASSRLS;
    END IF;
END $$;
GRANT USAGE ON SCHEMA public TO {SIGN_IN_ROLE};
GRANT {SIGN_IN_ROLE} TO CURRENT_USER;
"""

# The owner's own connection (migrations, the demo) names nobody and has not taken another role.
OWNER = (
    "current_setting('role') = 'none' AND pg_has_role(session_user,"
    " (SELECT relowner FROM pg_class WHERE oid = 'public.accounts_user'::regclass), 'MEMBER')"
)
READ = f"""
CREATE FUNCTION accounts_password_of(person uuid) RETURNS varchar
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS
    $$ SELECT coalesce((SELECT password FROM accounts_user WHERE id = person), '') $$;
REVOKE ALL ON FUNCTION accounts_password_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION accounts_password_of(uuid) TO {APP_ROLE}, CURRENT_USER;
GRANT SELECT (id, password) ON accounts_user TO {SIGN_IN_ROLE};
CREATE POLICY ones_own_password ON accounts_user FOR SELECT TO {SIGN_IN_ROLE}
    USING (id = app_person() OR app_system() = 'accounts' OR ({OWNER}));
GRANT CREATE ON SCHEMA public TO {SIGN_IN_ROLE};
ALTER FUNCTION accounts_password_of(uuid) OWNER TO {SIGN_IN_ROLE};
REVOKE CREATE ON SCHEMA public FROM {SIGN_IN_ROLE};
"""
UNREAD = f"""
DROP FUNCTION accounts_password_of(uuid);
DROP POLICY ones_own_password ON accounts_user;
REVOKE SELECT (id, password) ON accounts_user FROM {SIGN_IN_ROLE};
"""
NARROW = f"""
REVOKE SELECT ON accounts_user FROM {APP_ROLE};
GRANT SELECT ({COLUMNS}) ON accounts_user TO {APP_ROLE};
"""
# Who reads a row without its password must not write it back without one.
KEEP = """
CREATE FUNCTION accounts_user_keep_password() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a password is changed, and never emptied';
END $$;
CREATE TRIGGER accounts_user_keep_password BEFORE UPDATE OF password ON accounts_user
    FOR EACH ROW WHEN (NEW.password = '' AND OLD.password <> '')
    EXECUTE FUNCTION accounts_user_keep_password();
"""


class Migration(migrations.Migration):
    dependencies = [("accounts", "0004_administrators_send_invitations")]

    operations = [
        migrations.RunSQL(ROLE, migrations.RunSQL.noop),
        migrations.RunSQL(READ, UNREAD),
        migrations.RunSQL(NARROW, f"GRANT SELECT ON accounts_user TO {APP_ROLE}"),
        migrations.RunSQL(
            KEEP,
            "DROP TRIGGER accounts_user_keep_password ON accounts_user;"
            "DROP FUNCTION accounts_user_keep_password();",
        ),
    ]
