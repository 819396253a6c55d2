"""Makes the roles that row security rests on, and the extension that constraints need.

Runs as the owner, before migrate; safe to repeat.
"""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection
from psycopg import sql

from core.identity import APP_ROLE, RELATIVE_ROLE, RELATIVE_ROLES, SIGN_IN_ROLE, Reader

OLDEST_SERVER = 160000  # GRANT … WITH INHERIT FALSE
EXTENSION = "btree_gist"  # rooms and clinicians are kept free of overlaps with it


class Command(BaseCommand):
    help = "Create or refresh the login of web and worker, which owns nothing (DATABASE_AS=owner)."

    def handle(self, *args: Any, **options: Any) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('server_version_num')::int")
            version = cursor.fetchone()[0]
        if version < OLDEST_SERVER:
            raise CommandError("Foothold needs PostgreSQL 16 or newer.")
        login, password = settings.APP_DATABASE["USER"], settings.APP_DATABASE["PASSWORD"]
        if login == settings.OWNER_DATABASE["USER"]:
            raise CommandError("The app must not connect as the owner; see APP_DATABASE_URL.")
        for role in (APP_ROLE, SIGN_IN_ROLE, *RELATIVE_ROLES):
            self._ensure(role, "NOLOGIN NOBYPASSRLS")
        # The owner gives it a function to own.
        self._run("GRANT {} TO CURRENT_USER", sql.Identifier(SIGN_IN_ROLE))
        # A reader of one shared thing holds what every relative's reading holds.
        for reader in Reader:
            self._run("GRANT {} TO {}", sql.Identifier(RELATIVE_ROLE), sql.Identifier(reader))
        self._ensure(login, "LOGIN NOSUPERUSER NOBYPASSRLS NOCREATEDB NOCREATEROLE")
        name = sql.Identifier(login)
        self._run("ALTER ROLE {} PASSWORD {}", name, sql.Literal(password))
        self._run("GRANT {} TO {}", sql.Identifier(APP_ROLE), name)
        # The login may become a relative's reader, but does not hold its rights while it is not.
        for role in RELATIVE_ROLES:
            self._run("GRANT {} TO {} WITH INHERIT FALSE, SET TRUE", sql.Identifier(role), name)
        self._run("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
        self._ensure_extension()
        self.stdout.write(f"The app connects as {login}.")

    def _ensure(self, role: str, attributes: str) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [role])
            verb = "ALTER" if cursor.fetchone() else "CREATE"
        self._run(f"{verb} ROLE {{}} {attributes}", sql.Identifier(role))

    def _ensure_extension(self) -> None:
        """Make what the timetable's constraints need, or say who can."""
        try:
            self._run("CREATE EXTENSION IF NOT EXISTS {}", sql.Identifier(EXTENSION))
        except DatabaseError:
            raise CommandError(
                f"This server does not let its owner make the extension {EXTENSION}. Ask whoever "
                f"runs it to allow {EXTENSION}, which is part of PostgreSQL's own extensions, and "
                "run this again."
            ) from None

    def _run(self, statement: str, *parts: sql.Composable) -> None:
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL(statement).format(*parts).as_string(cursor.connection))
