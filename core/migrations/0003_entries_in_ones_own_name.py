from django.db import migrations

from core.rowsec import ME

# Where nobody is known, an entry without an actor was let in as nobody's own.
ANYBODYS = f"actor_id IS NOT DISTINCT FROM {ME} OR (actor_id IS NULL AND app_system() IS NOT NULL)"
ONES_OWN = (
    f"(actor_id = {ME} OR (actor_id IS NULL AND app_system() IS NOT NULL))"
    " AND chain = coalesce(actor_id::text, actor_role)"
)
ALTER = "ALTER POLICY in_their_own_name ON core_auditentry WITH CHECK ({})"


class Migration(migrations.Migration):
    dependencies = [("core", "0002_roles_and_audit_chain")]

    operations = [migrations.RunSQL(ALTER.format(ONES_OWN), ALTER.format(ANYBODYS))]
