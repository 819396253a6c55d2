"""Runs inside the system's environment: `python -m tests.bench.ticking seed|floor|tick|… N`."""

import json
import os
import sys
import time
from collections.abc import Callable
from datetime import timedelta

import django

from core import clock

PEOPLE = """
INSERT INTO accounts_user (
    id, created_at, password, email, name, roles, timezone, language, is_active)
SELECT gen_random_uuid(), now(), '!', 'bench-' || n || '@example.org', 'Bench', ARRAY['client'],
       'UTC', 'en', true
  FROM generate_series(1, {count}) AS n;
INSERT INTO delivery_contactpoint (
    id, created_at, person_id, channel, address, sealed, label, active, failure)
SELECT gen_random_uuid(), now(), id, 'email', email, '', '', true, ''
  FROM accounts_user WHERE email LIKE 'bench-%@example.org';
"""
DUE = """
TRUNCATE delivery_delivery CASCADE;
TRUNCATE reminders_reminder;
INSERT INTO reminders_reminder (
    id, created_at, person_id, kind, occurrence, "on", wished_at, due_at, until_at, state, reason,
    channel)
SELECT gen_random_uuid(), now(), id, 'check_in', now()::date || ':720', now()::date,
       now() - interval '1 minute', now() - interval '1 minute', now() + interval '6 hours',
       'planned', '', ''
  FROM accounts_user WHERE email LIKE 'bench-%@example.org'
"""
# Nobody is asleep: it is not the clock that is measured.
PREFERENCES = """
INSERT INTO reminders_preference (
    id, created_at, person_id, channels, tone, language, quiet_from_minute, quiet_until_minute)
SELECT gen_random_uuid(), now(), id, ARRAY['push', 'email', 'sms'], 'discreet', '', 0, 0
  FROM accounts_user WHERE email LIKE 'bench-%@example.org'
"""
# The least that could be done: the same messages, for the same rows, in one statement.
FLOOR = """
INSERT INTO delivery_delivery (
    id, created_at, person_id, address, channel, kind, tone, language, cause, path, state,
    attempts, due_at, failure)
SELECT gen_random_uuid(), now(), r.person_id, '', 'email', 'reminder', '', 'en',
       'reminder:' || r.id, %s, 'queued', 0, now(), ''
  FROM reminders_reminder r WHERE r.state = 'planned' AND r.due_at <= now()
"""


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.settings")
    django.setup()
    step, count = sys.argv[1], int(sys.argv[2])
    took = timed({"seed": seed, "due": due, "floor": floor, "tick": tick}[step], count)
    print(json.dumps({"step": step, "seconds": took, **counts()}))


def timed(work: Callable[[int], None], count: int) -> float:
    """Return how many seconds it took."""
    began = time.perf_counter()
    work(count)
    return time.perf_counter() - began


def _owner(*statements: str) -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


def seed(count: int) -> None:
    """Make people who are enrolled and can be reached."""
    from accounts.models import User
    from program.models import Enrolment, LevelOfCare, Program

    program = Program.objects.create(
        name="River", timezone="UTC", daytime_phone="617-555-0100", on_call_phone="617-555-0199"
    )
    _owner(PEOPLE.format(count=count))
    since = (clock.now() - timedelta(days=30)).date()
    people = User.objects.filter(email__startswith="bench-").values_list("pk", flat=True)
    Enrolment.objects.bulk_create(
        (
            Enrolment(
                client_id=key, program=program, level_of_care=LevelOfCare.IOP, active_from=since
            )
            for key in people
        ),
        batch_size=5000,
    )
    _owner(PREFERENCES)


def due(count: int) -> None:
    """Let a reminder be due for each of them, and leave nothing else."""
    _owner(DUE)
    _owner("VACUUM ANALYZE reminders_reminder", "VACUUM ANALYZE delivery_delivery")


def floor(count: int) -> None:
    """Insert the same messages in one plain statement, as the same role under the same policies."""
    from django.db import connection

    from core.crypto import seal
    from core.identity import System, acting_as

    with acting_as(System.REMINDER), connection.cursor() as cursor:
        cursor.execute(FLOOR, [seal("/today", context="delivery_delivery.path")])


def tick(count: int) -> None:
    """Decide on all of them as the scheduled task does, with the worker's other process at hand."""
    from reminders import services

    listening, calling = os.pipe()
    helper = os.fork()
    until = clock.now() + timedelta(minutes=10)
    if helper == 0:
        os.close(calling)
        if os.read(listening, 1):
            services.send_due(clock=clock.now, until=until)
        os._exit(0)
    os.close(listening)
    services.send_due(clock=clock.now, until=until, call_help=lambda: os.write(calling, b"!"))
    os.close(calling)
    if os.waitstatus_to_exitcode(os.waitpid(helper, 0)[1]):
        raise SystemExit("The helper failed.")


def counts() -> dict[str, int]:
    """Say how many messages wait and how many reminders are on their way."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.system', 'carrier', false)")
        cursor.execute("SELECT count(*) FROM delivery_delivery")
        return {"messages": int(cursor.fetchone()[0])}


if __name__ == "__main__":
    main()
