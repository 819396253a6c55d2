"""Who the database believes is asking, for the length of one transaction.

Row security reads two settings: app.person_id, a signed-in person, and app.system, a named part
of the program working by itself. Both are set with set_config(…, true): they end with the
transaction and never reach the next one on the same connection.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from uuid import UUID

from django.db import connection, transaction

from core.statements import Filled, Statement, ask

APP_ROLE = "foothold_app"
RELATIVE_ROLE = "foothold_relative"
# Reads hashes of passwords, for a function alone: nobody may become it.
SIGN_IN_ROLE = "foothold_sign_in"


class Reader(StrEnum):
    """Database roles that read one thing which may be shared, each granted its own few columns.

    Each holds what the relatives' role holds. One for each, because one row holds several things:
    a consent to one of its columns must not open another.
    """

    ATTENDANCE = "foothold_relative_attendance"
    TIMES = "foothold_relative_times"
    STREAK = "foothold_relative_streak"
    MOOD = "foothold_relative_mood"
    SLEEP = "foothold_relative_sleep"
    CRAVING = "foothold_relative_craving"
    SKILLS = "foothold_relative_skills"


RELATIVE_ROLES = (RELATIVE_ROLE, *(reader.value for reader in Reader))


class System(StrEnum):
    """Parts of the program that work without a person, each with its own policies."""

    ACCOUNTS = "accounts"  # sign-in and invitations, before anybody is known
    OUTBOX = "outbox"  # claims and settles outbox entries
    ASSESSOR = "assessor"  # reads check-ins, writes assessments, alerts and what they send
    CARRIER = "carrier"  # reads addresses, settles deliveries
    REMINDER = "reminder"  # reads the timetable, writes reminders
    TIMETABLE = "timetable"  # writes sessions ahead, puts planned changes into force
    CALENDAR = "calendar"  # finds whose calendar an address is
    ADVISER = "adviser"  # reads what a step to another level rests on, writes proposals
    ANALYST = "analyst"  # reads measures, writes sums over eleven people or more
    ADMISSIONS = "admissions"  # takes in who wants to be called, tells administrators
    ASKER = "asker"  # notes which questionnaires fall due
    FAMILY = "family"  # binds invited relatives; tells relatives and staff what passes
    CLOSER = "closer"  # writes the end of sharings whose time is over
    RECORDS = "records"  # makes files of people's own data, deletes them, warns of deadlines
    KEEPER = "keeper"  # re-encrypts and prunes; run by an operator


_BE = Statement("SELECT set_config('app.person_id', $1, true), set_config('app.system', $2, true)")
_LOCK = Statement("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))")


def _set(person: str, system: str) -> None:
    ask(_BE.of(person, system))


def be_person(person_id: UUID) -> None:
    """Act for a signed-in person until the transaction ends."""
    _set(str(person_id), "")


def be_nobody() -> None:
    """Act for nobody: row security then shows nothing."""
    _set("", "")


def be_accounts() -> None:
    """Act for the sign-in machinery until the transaction ends."""
    _set("", System.ACCOUNTS)


@contextmanager
def acting_as(system: System) -> Iterator[None]:
    """Open a transaction in which this part of the program acts, and nobody after it."""
    with transaction.atomic():
        _set("", system)
        yield
        _set("", "")


@contextmanager
def acting_for(person_id: UUID) -> Iterator[None]:
    """Open a transaction in which this person acts, and nobody after it."""
    with transaction.atomic():
        be_person(person_id)
        yield
        be_nobody()


@contextmanager
def lent_to(system: System, *, back_to: System) -> Iterator[None]:
    """Within a transaction of `back_to`, let another part of the program act for a while."""
    _set("", system)
    yield
    _set("", back_to)


@contextmanager
def briefly(system: System) -> Iterator[None]:
    """Within a transaction, let a part of the program act, then whoever acted before."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(current_setting('app.person_id', true), ''),"
            " coalesce(current_setting('app.system', true), '')"
        )
        person, part = cursor.fetchone()
    _set("", system)
    yield
    _set(person, part)


@contextmanager
def lent_to_person(person_id: UUID, *, back_to: System) -> Iterator[None]:
    """Within a transaction of `back_to`, look with a person's own eyes for a while."""
    _set(str(person_id), "")
    yield
    _set("", back_to)


@contextmanager
def as_relative(reader: Reader | None = None) -> Iterator[None]:
    """Read with the database role of relatives, which is granted a few columns and nothing else.

    With a reader, those of one shared thing are added to them.
    """
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {reader or RELATIVE_ROLE}")
        try:
            yield
        finally:
            # After a failed statement the transaction is over, and with it the local role.
            if not connection.needs_rollback and connection.is_usable():
                cursor.execute(f"SET LOCAL ROLE {APP_ROLE}")


def lock(name: str) -> None:
    """Wait for, and hold until the transaction ends, the lock of that name."""
    ask(locking(name))


def locking(name: str) -> Filled:
    """Return `lock` as a statement, to be sent together with what must wait for it."""
    return _LOCK.of(name)


def sees_every_row() -> bool:
    """Say whether row security lets this connection's role see whatever there is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        return bool(cursor.fetchone()[0])


def unsafe_reasons() -> list[str]:
    """Say, a sentence each, why this connection could pass row security by; empty if it cannot."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT r.rolsuper, r.rolbypassrls,
                   (SELECT count(*) FROM pg_class c
                     WHERE c.relkind = 'r' AND pg_has_role(current_user, c.relowner, 'MEMBER')
                       AND c.relnamespace = 'public'::regnamespace)
              FROM pg_roles r WHERE r.rolname = current_user
            """
        )
        superuser, bypasses, owned = cursor.fetchone()
    reasons = []
    if superuser:
        reasons.append("The database role is a superuser.")
    if bypasses:
        reasons.append("The database role may bypass row security.")
    if owned:
        reasons.append(f"The database role owns {owned} tables.")
    return reasons
