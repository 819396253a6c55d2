"""Roles, tables and the cast, through manage.py; and a database of their own for the tests."""

import hashlib
import sys
from pathlib import Path
from urllib.parse import unquote, urlsplit, urlunsplit

import psycopg
from psycopg import sql

from backend.launch_processes import ROOT, Failed, Supervisor

# What decides how a fresh test database looks: migrations, exercises, lessons, what reads them.
SHAPING = (
    "*/migrations/*.py",
    "core/*.py",
    "*/management/commands/prepare_database.py",
    "skills/content/*/*.md",
    "skills/rules/*.py",
    "lessons/content/*/*.md",
    "lessons/rules/*.py",
)


def manage(supervisor: Supervisor, *words: str, on: str = "") -> None:
    """Run one management command as the owner of the database, or of the one `on` this address."""
    owner = {"DATABASE_AS": "owner", **({"DATABASE_URL": on} if on else {})}
    supervisor.step("prepare", [sys.executable, "manage.py", *words], owner)


def prepare(supervisor: Supervisor) -> None:
    """Bring the roles, the tables, the published exercises and lessons up to date."""
    manage(supervisor, "prepare_database")
    manage(supervisor, "migrate", "--no-input")
    manage(supervisor, "load_skills")
    manage(supervisor, "load_lessons")


def seed(supervisor: Supervisor) -> None:
    """Put the cast in the database, unless this is no demo."""
    if supervisor.environment["DEBUG"].strip().lower() in {"1", "true", "yes", "on"}:
        manage(supervisor, "seed_demo")
        manage(supervisor, "load_notice")


def use_own(supervisor: Supervisor, prefix: str, *, keep: bool) -> None:
    """Point the environment at `<prefix>_<name>` on the same server, fresh unless `keep` allows.

    A kept database is used again as long as nothing that shapes it has changed; the mark of its
    shape is its comment, so that it is lost with it.
    """
    environment = supervisor.environment
    name = f"{prefix}_{database_name(environment['DATABASE_URL'])}"
    server = environment["DATABASE_URL"]
    environment["DATABASE_URL"] = with_database(server, name)
    wanted = shape(environment["SECRET_KEY"])
    if keep and _comment(server, name) == wanted:
        return
    _recreate(server, name)
    prepare(supervisor)
    _execute(server, "COMMENT ON DATABASE {} IS {}", sql.Identifier(name), sql.Literal(wanted))


def copy(supervisor: Supervisor, suffix: str) -> None:
    """Copy the database to one beside it whose name ends with `suffix`, for a second process."""
    server = supervisor.environment["DATABASE_URL"]
    name = database_name(server)
    # Asked through another database: one that is copied must be at rest.
    _recreate(with_database(server, "postgres"), f"{name}{suffix}", template=name)
    # Each database has a login of its own for web and worker.
    manage(supervisor, "prepare_database", on=with_database(server, f"{name}{suffix}"))


def shape(secret_key: str) -> str:
    """Return a digest of all that shapes a test database."""
    total = hashlib.sha256(secret_key.encode())  # the app's password is derived from it
    total.update((ROOT / "requirements.lock").read_bytes())
    for pattern in SHAPING:
        for path in sorted(Path(ROOT).glob(pattern)):
            total.update(str(path.relative_to(ROOT)).encode() + path.read_bytes())
    return total.hexdigest()


def database_name(url: str) -> str:
    return unquote(urlsplit(url).path.lstrip("/"))


def with_database(url: str, name: str) -> str:
    """Return the address of another database on the same server."""
    # Rebuilding would drop the empty host of a socket's address, so only the path is exchanged.
    parts = urlsplit(url)
    return urlunsplit(parts._replace(path=f"/{name}")) if parts.netloc else url


def _comment(server: str, name: str) -> str | None:
    question = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
    with psycopg.connect(server) as connection:
        row = connection.execute(question, [name]).fetchone()
    return row[0] if row else None


def _recreate(server: str, name: str, *, template: str = "template1") -> None:
    made, like = sql.Identifier(name), sql.Identifier(template)
    try:
        _execute(server, "DROP DATABASE IF EXISTS {} WITH (FORCE)", made)
        _execute(server, "CREATE DATABASE {} TEMPLATE {}", made, like)
    except psycopg.Error as error:
        reason = str(error).strip().splitlines()[0]
        raise Failed(f"The database {name} could not be made for the tests: {reason}") from None


def _execute(server: str, statement: str, *parts: sql.Composable) -> None:
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(sql.SQL(statement).format(*parts))
