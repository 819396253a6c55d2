"""Sums over many people, made inside the database: no single answer leaves it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection

from progress.rules.outcomes import FIRST_WEEK, LAST_WEEK, Sums
from progress.rules.series import MEASURES

# Weeks count from each person's first day. A week is looked at once it is over and the person was
# in the program for all of it. Somebody who came twice is one person: their first stay that lasted
# a week counts, and no other.
_REACHED = """
WITH stay AS (
    SELECT DISTINCT ON (e.client_id)
           e.id, e.client_id, e.active_from, least(e.active_until, %(today)s) AS over_on
      FROM program_enrolment e
     WHERE e.program_id = %(program)s
       AND least(e.active_until, %(today)s) >= e.active_from + 7
     ORDER BY e.client_id, e.active_from
), reached AS (
    SELECT s.id, s.client_id, s.active_from, w.week
      FROM stay s, generate_series(1, %(weeks)s) AS w(week)
     WHERE s.active_from + 7 * w.week <= s.over_on
)"""
# A person's value for a week is the mean of its answered days, in the newest version of each; the
# first week's is what the others are compared with.
_OF_DAYS = """, answers AS (
    SELECT DISTINCT ON (c.client_id, c.on_day) c.client_id, c.on_day, {columns}
      FROM checkins_checkin c
     WHERE c.client_id IN (SELECT client_id FROM stay)
     ORDER BY c.client_id, c.on_day, c.version DESC
), weekly AS (
    SELECT r.id, r.week, m.measure, avg(m.value) AS value
      FROM reached r
      LEFT JOIN answers a ON a.client_id = r.client_id
       AND a.on_day >= r.active_from + 7 * (r.week - 1)
       AND a.on_day < r.active_from + 7 * r.week
      CROSS JOIN LATERAL (VALUES {values}) AS m(measure, value)
     GROUP BY r.id, r.week, m.measure
), paired AS (
    SELECT w.week, w.measure, f.value AS first, w.value
      FROM weekly w JOIN weekly f ON f.id = w.id AND f.measure = w.measure AND f.week = 1
     WHERE w.week >= {first}
)"""
# A form's value for a week is its last total in it; the first total of the first two weeks is
# what the others are compared with. Of several scorings of a response the newest counts.
_OF_FORMS = """, scored AS (
    SELECT DISTINCT ON (s.response_id) s.client_id, s.key, s.answered_on, s.total::float8 AS total
      FROM questionnaires_score s
     WHERE s.client_id IN (SELECT client_id FROM stay)
     ORDER BY s.response_id, s.computed_at DESC
), placed AS (
    SELECT t.id, s.key, s.total, s.answered_on, (s.answered_on - t.active_from) / 7 + 1 AS week
      FROM scored s JOIN stay t ON t.client_id = s.client_id
       AND s.answered_on >= t.active_from AND s.answered_on < t.over_on
     WHERE s.total IS NOT NULL
), firsts AS (
    SELECT DISTINCT ON (id, key) id, key, total, answered_on
      FROM placed WHERE week <= 2 ORDER BY id, key, answered_on
), weekly AS (
    SELECT DISTINCT ON (p.id, p.key, p.week) p.id, p.key, p.week, p.total
      FROM placed p JOIN firsts f ON f.id = p.id AND f.key = p.key
     WHERE p.answered_on > f.answered_on
     ORDER BY p.id, p.key, p.week, p.answered_on DESC
), paired AS (
    SELECT r.week, k.key AS measure, f.total AS first, w.total AS value
      FROM reached r CROSS JOIN (SELECT DISTINCT key FROM placed) k
      LEFT JOIN firsts f ON f.id = r.id AND f.key = k.key
      LEFT JOIN weekly w ON w.id = r.id AND w.key = k.key AND w.week = r.week
     WHERE r.week >= {first}
)"""
_SUMMED = """
SELECT measure, week, count(value - first),
       coalesce(sum(first) FILTER (WHERE value IS NOT NULL), 0),
       coalesce(sum(value - first), 0),
       coalesce(sum((value - first) * (value - first)), 0),
       count(*)
  FROM paired GROUP BY measure, week ORDER BY measure, week
"""


@dataclass(frozen=True)
class Asked:
    """Whose weeks, up to which day of the program."""

    program_id: UUID
    today: date


def change_by_week(asked: Asked) -> list[Sums]:
    """Return the sums of each measure and each form by week, 2 to 12. Two statements."""
    keys = [measure.key for measure in MEASURES]
    days = _OF_DAYS.format(
        first=FIRST_WEEK,
        columns=", ".join(f"c.{key}::float8 AS {key}" for key in keys),
        values=", ".join(f"('{key}', a.{key})" for key in keys),
    )
    forms = _OF_FORMS.format(first=FIRST_WEEK)
    return [row for part in (days, forms) for row in _ask(f"{_REACHED}{part}{_SUMMED}", asked)]


def _ask(text: str, asked: Asked) -> list[Sums]:
    with connection.cursor() as cursor:
        cursor.execute(
            text, {"program": asked.program_id, "today": asked.today, "weeks": LAST_WEEK}
        )
        return [Sums(*row) for row in cursor.fetchall()]
