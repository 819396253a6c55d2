from django.db import migrations

from core.identity import APP_ROLE, RELATIVE_ROLE
from core.rowsec import ME, enable, open_tables, policy, system

# Roles belong to the whole server, so they are only made, never dropped.
ROLES = f"""
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{APP_ROLE}') THEN
        CREATE ROLE {APP_ROLE} NOLOGIN NOBYPASSRLS;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{RELATIVE_ROLE}') THEN
        CREATE ROLE {RELATIVE_ROLE} NOLOGIN NOBYPASSRLS;
    END IF;
END $$;
GRANT USAGE ON SCHEMA public TO {APP_ROLE}, {RELATIVE_ROLE};
"""

# After SET LOCAL ends the value is '' and not NULL, hence nullif.
WHO = """
CREATE FUNCTION app_person() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.person_id', true), '')::uuid $$;
CREATE FUNCTION app_system() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
$$ SELECT nullif(current_setting('app.system', true), '') $$;
"""
NOBODY = "DROP FUNCTION app_system(); DROP FUNCTION app_person();"

# The head's row lock makes entries of one actor follow one another; actors never wait for
# each other. core.audit.digest_of computes the same digest from a stored row.
CHAIN = r"""
CREATE FUNCTION core_audit_append() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    last_position bigint;
    last_digest bytea;
BEGIN
    INSERT INTO core_auditchain (chain, position, head) VALUES (NEW.chain, 0, '')
        ON CONFLICT (chain) DO NOTHING;
    SELECT position, head INTO STRICT last_position, last_digest
        FROM core_auditchain WHERE chain = NEW.chain FOR UPDATE;
    NEW.position := last_position + 1;
    NEW.previous := last_digest;
    NEW.digest := sha256(last_digest || convert_to(concat_ws(E'\x1f',
        NEW.chain,
        NEW.position::text,
        NEW.id::text,
        (extract(epoch FROM NEW.at) * 1000000)::bigint::text,
        coalesce(NEW.actor_id::text, ''),
        NEW.actor_role,
        NEW.action,
        NEW.subject,
        coalesce(NEW.subject_id::text, ''),
        array_to_string(NEW.client_ids, ','),
        coalesce(NEW.consent_id::text, ''),
        NEW.detail,
        coalesce(host(NEW.address), '')
    ), 'UTF8'));
    UPDATE core_auditchain SET position = NEW.position, head = NEW.digest
        WHERE chain = NEW.chain;
    RETURN NEW;
END $$;
CREATE TRIGGER core_auditentry_append BEFORE INSERT ON core_auditentry
    FOR EACH ROW EXECUTE FUNCTION core_audit_append();

CREATE FUNCTION core_audit_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit entries are never changed';
END $$;
CREATE TRIGGER core_auditentry_append_only BEFORE UPDATE OR DELETE ON core_auditentry
    FOR EACH ROW EXECUTE FUNCTION core_audit_refuse();
"""
NO_CHAIN = """
DROP TRIGGER core_auditentry_append_only ON core_auditentry;
DROP FUNCTION core_audit_refuse();
DROP TRIGGER core_auditentry_append ON core_auditentry;
DROP FUNCTION core_audit_append();
"""


class Migration(migrations.Migration):
    dependencies = [("core", "0001_initial"), ("sessions", "0001_initial")]

    operations = [
        migrations.RunSQL(ROLES, migrations.RunSQL.noop),
        migrations.RunSQL(WHO, NOBODY),
        migrations.RunSQL(CHAIN, NO_CHAIN),
        # Sessions name nobody: they are read to find out who is asking.
        open_tables(["django_session"]),
        open_tables(["core_auditchain"], "SELECT, INSERT, UPDATE"),
        # News is written by whoever caused it, and read by the drain alone.
        enable("core_outboxentry", "SELECT, INSERT, UPDATE"),
        policy(
            "core_outboxentry", "anyone_known_writes", "INSERT",
            f"{ME} IS NOT NULL OR app_system() IS NOT NULL",
        ),
        policy("core_outboxentry", "drain_reads", "SELECT", system("outbox")),
        policy("core_outboxentry", "drain_settles", "UPDATE", system("outbox")),
        # Everyone leaves entries in their own name; a client reads those about them.
        enable("core_auditentry", "SELECT, INSERT"),
        policy(
            "core_auditentry", "in_their_own_name", "INSERT",
            f"actor_id IS NOT DISTINCT FROM {ME} OR (actor_id IS NULL AND app_system() IS NOT NULL)",
        ),
        policy("core_auditentry", "about_me", "SELECT", f"{ME} = ANY (client_ids)"),
    ]
