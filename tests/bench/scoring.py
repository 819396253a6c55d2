"""Runs inside the system's environment: `python -m tests.bench.scoring seed|copy|score N`."""

import json
import os
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import django

from core import clock

DAYS = 60
PEOPLE = """
INSERT INTO accounts_user (
    id, created_at, password, email, name, roles, timezone, language, is_active)
SELECT gen_random_uuid(), now(), '!', 'bench-' || n || '@example.org', 'Bench', ARRAY['client'],
       'UTC', 'en', true
  FROM generate_series(1, %s) AS n
"""
ENROLMENTS = """
INSERT INTO program_enrolment (
    id, created_at, client_id, program_id, level_of_care, planned_weeks, active_from,
    discharge_reason)
SELECT gen_random_uuid(), now(), id, %s, 'iop', 12, %s, ''
  FROM accounts_user WHERE email LIKE 'bench-%%@example.org'
"""
# As a clinic fills its table: day after day, a fifth of the days missed, every answer different.
ANSWERS = """
INSERT INTO checkins_checkin (
    id, created_at, client_id, submission_id, on_day, version, timezone, recorded_at, received_at,
    form_version, mood, craving, stress, connection, confidence, sleep_hours, sleep_quality, used,
    medication, safety, items, goal, note)
SELECT gen_random_uuid(), now(), u.id, gen_random_uuid(), d, 1, 'UTC', d, d, 'daily-1',
       3 + random() * 5, random() * 6, 2 + random() * 5, 3 + random() * 5, 4 + random() * 5,
       5 + round((random() * 4)::numeric, 1), 4 + random() * 5, false,
       CASE WHEN random() < .9 THEN 'taken' ELSE 'missed' END, 'safe', '{{}}', '', ''
  FROM generate_series('{first}'::date, '{last}'::date, interval '1 day') AS d
  CROSS JOIN accounts_user u
 WHERE u.email LIKE 'bench-%@example.org' AND random() < .8
"""
# The same rows and columns, as they are.
COLUMNS = (
    "client_id, on_day, version, mood, craving, stress, connection, confidence, sleep_hours,"
    " sleep_quality, used, medication"
)


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "backend.settings")
    django.setup()
    step, count = sys.argv[1], int(sys.argv[2])
    done = {"seed": seed, "copy": copy, "score": score}[step](count)
    print(json.dumps({"step": step, **done}))


def seed(count: int) -> dict[str, Any]:
    """Make people with sixty days of answers each, and a live version of the score."""
    from django.db import connection

    from alerts.models import RuleVersion
    from program.models import Program

    program = Program.objects.create(
        name="River", timezone="UTC", daytime_phone="617-555-0100", on_call_phone="617-555-0199"
    )
    last = clock.now().date() - timedelta(days=1)
    first = last - timedelta(days=DAYS - 1)
    RuleVersion.objects.filter(drafted_by=None).update(state="live")
    with connection.cursor() as cursor:
        cursor.execute(PEOPLE, [count])
        cursor.execute(ENROLMENTS, [program.pk, first])
        cursor.execute(ANSWERS.format(first=first, last=last))
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("SELECT count(*) FROM checkins_checkin WHERE timezone = 'UTC'")
        return {"rows": cursor.fetchone()[0]}


def copy(count: int) -> dict[str, Any]:
    """Read the rows by COPY, as the same role under the same policies, and drop them."""
    from django.db import connection

    from core.identity import System, acting_as

    since = clock.now().date() - timedelta(days=DAYS + 1)
    query = (
        f"COPY (SELECT {COLUMNS} FROM checkins_checkin WHERE on_day > '{since}')"
        " TO STDOUT (FORMAT binary)"
    )

    def read() -> int:
        with acting_as(System.ASSESSOR), connection.cursor() as cursor, cursor.copy(query) as rows:
            return sum(len(block) for block in rows)

    return timed(read, "bytes")


def score(count: int) -> dict[str, Any]:
    """Score everybody's night as the scheduled task does, up to what would be kept."""
    from alerts.services import sweeping
    from core.identity import System, acting_as

    def work() -> int:
        with acting_as(System.ASSESSOR):
            nights = sweeping.nights_to_sweep(clock.now())
            return sum(len(sweeping.found_in(night)) for night in nights)

    return timed(work, "found")


def timed(work: Callable[[], int], what: str) -> dict[str, Any]:
    """Do it, and say how long it took and what came of it."""
    began = time.perf_counter()
    result = work()
    return {"seconds": time.perf_counter() - began, what: result}


if __name__ == "__main__":
    main()
