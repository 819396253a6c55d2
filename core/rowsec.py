"""Row security as migration operations: forced on, default deny, grants of least."""

from collections.abc import Iterable

from django.db.migrations.operations import RunSQL

from core.identity import APP_ROLE

ME = "app_person()"


def system(*names: str) -> str:
    """Return the condition that one of these parts of the program acts."""
    return "app_system() IN ({})".format(", ".join(f"'{name}'" for name in names))


def enable(table: str, grant: str = "SELECT, INSERT", *, role: str = APP_ROLE) -> RunSQL:
    """Force row security on a table and grant the app these privileges, and no others."""
    return RunSQL(
        f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;"
        f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY;"
        f"REVOKE ALL ON {table} FROM {role};"
        f"GRANT {grant} ON {table} TO {role};",
        f"REVOKE ALL ON {table} FROM {role};"
        f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY;"
        f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;",
    )


def policy(  # noqa: PLR0913  (each is one clause of the statement)
    table: str,
    name: str,
    action: str,
    condition: str,
    *,
    check: str | None = None,
    role: str = APP_ROLE,
    restrictive: bool = False,
) -> RunSQL:
    """Let rows that meet `condition` be read or written; a written row must meet `check`."""
    kind = "AS RESTRICTIVE " if restrictive else ""
    parts = [f"CREATE POLICY {name} ON {table} {kind}FOR {action} TO {role}"]
    if action != "INSERT":
        parts.append(f"USING ({condition})")
    if action in {"INSERT", "UPDATE", "ALL"}:
        parts.append(f"WITH CHECK ({check or condition})")
    return RunSQL(" ".join(parts), f"DROP POLICY {name} ON {table}")


def open_tables(
    tables: Iterable[str], grant: str = "SELECT, INSERT, UPDATE, DELETE", *, what: str = ""
) -> RunSQL:
    """Grant the app whole tables (or `what="SEQUENCE "`) that hold nothing about a client."""
    names = ", ".join(tables)
    return RunSQL(
        f"GRANT {grant} ON {what}{names} TO {APP_ROLE};",
        f"REVOKE ALL ON {what}{names} FROM {APP_ROLE};",
    )
