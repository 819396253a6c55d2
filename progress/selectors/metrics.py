"""Sums over the alerts of one program. Each function sends one statement.

They run as the part of the program that sums up, and return counts and times: no client, no words.
An alert belongs to the program in which its client was enrolled on the day that it is about.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import connection

MOST_ROWS = 5000
_ALERTS = """
WITH raised AS (
    SELECT a.*, s.rule_version, e.level_of_care, (a.raised_at AT TIME ZONE %(zone)s)::date AS day
      FROM alerts_alert a
      JOIN alerts_assessment s ON s.id = a.assessment_id
      JOIN program_enrolment e ON e.client_id = a.client_id AND e.program_id = %(program)s
       AND e.active_from <= (a.raised_at AT TIME ZONE %(zone)s)::date
       AND (e.active_until IS NULL
            OR e.active_until > (a.raised_at AT TIME ZONE %(zone)s)::date)
     WHERE a.raised_at >= %(since)s AND a.raised_at <= %(until)s
), hand AS (
    SELECT alert_id, min(at) FILTER (WHERE kind = 'acknowledged') AS taken_at
      FROM alerts_step
     WHERE at >= %(since)s AND alert_id IN (SELECT id FROM raised) GROUP BY alert_id
), judged AS (
    SELECT raised.*, hand.taken_at, extract(epoch FROM hand.taken_at - raised_at) / 60 AS waited,
           extract(epoch FROM resolved_at - raised_at) / 60 AS took,
           resolved_at IS NOT NULL AND outcome <> 'no_concern' AS acted,
           resolved_at IS NOT NULL AND outcome = 'no_concern' AND contacted_at IS NULL
             AND resolved_at - acknowledged_at < make_interval(secs => %(dismissed)s) AS dismissed,
           due_at IS NOT NULL AND (rung > 0
             OR coalesce(hand.taken_at, least(resolved_at, %(until)s)) > due_at) AS overdue
      FROM raised LEFT JOIN hand ON hand.alert_id = raised.id
)"""
_COUNTS = """count(*), count(DISTINCT client_id), count(*) FILTER (WHERE resolved_at IS NOT NULL),
    count(*) FILTER (WHERE acted), count(*) FILTER (WHERE overdue),
    count(*) FILTER (WHERE dismissed), count(*) FILTER (WHERE useful),
    count(*) FILTER (WHERE useful IS NOT NULL)"""
_BY = """
SELECT {group}, {counts} FROM judged GROUP BY {group} ORDER BY {group} LIMIT {most}"""
_MINUTES = """
SELECT tier, 'acknowledge', count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY waited),
       percentile_cont(0.9) WITHIN GROUP (ORDER BY waited)
  FROM judged WHERE waited IS NOT NULL GROUP BY tier
UNION ALL
SELECT tier, 'resolve', count(*), percentile_cont(0.5) WITHIN GROUP (ORDER BY took),
       percentile_cont(0.9) WITHIN GROUP (ORDER BY took)
  FROM judged WHERE took IS NOT NULL GROUP BY tier ORDER BY 2, 1"""
_LOAD = """
SELECT person_id, sum(on_day)::int, max(on_day)
  FROM (SELECT person_id, day, count(*) AS on_day FROM (
            SELECT DISTINCT t.person_id, t.alert_id, (t.at AT TIME ZONE %(zone)s)::date AS day
              FROM alerts_step t JOIN raised ON raised.id = t.alert_id
             WHERE t.kind IN ('told', 'bundled') AND t.person_id IS NOT NULL
               AND raised.tier <> 'critical') once
         GROUP BY person_id, day) told
 GROUP BY person_id ORDER BY person_id LIMIT 500"""
_OPEN = """
SELECT count(*), count(*) FILTER (WHERE overdue AND taken_at IS NULL)
  FROM judged WHERE resolved_at IS NULL"""


@dataclass(frozen=True)
class Asked:
    """Alerts of which program, raised from when until when (both included)."""

    program_id: UUID
    zone: str
    since: datetime
    until: datetime
    dismissed_seconds: int


@dataclass(frozen=True)
class Counted:
    """One group of alerts: how many, of how many people, and what became of them."""

    key: tuple[Any, ...]
    alerts: int
    people: int
    resolved: int
    acted: int
    overdue: int
    dismissed: int
    useful: int
    judged: int


@dataclass(frozen=True)
class Minutes:
    """How long it took, in minutes: the median and the 90th percentile of `n` alerts."""

    tier: str
    until: str
    n: int
    median: float
    ninetieth: float


@dataclass(frozen=True)
class Load:
    """How many non-critical alerts one clinician was told of, and on the worst day."""

    person_id: UUID
    alerts: int
    most_a_day: int


WEEK = "date_trunc('week', day)::date"
GROUPS = {
    "week_tier": f"{WEEK}, tier",
    "week_family": f"{WEEK}, family",
    "level": "level_of_care",
    "version": "rule_version",
}


def counted(asked: Asked, group: str) -> list[Counted]:
    """Return the groups of one kind (a key of GROUPS), in order."""
    text = _BY.format(group=GROUPS[group], counts=_COUNTS, most=MOST_ROWS)
    return [Counted(tuple(row[:-8]), *row[-8:]) for row in _ask(text, asked)]


def versions(asked: Asked) -> list[tuple[str, date, date]]:
    """Return the first and the last day of each version of the rules."""
    text = "SELECT rule_version, min(day), max(day) FROM judged GROUP BY 1 ORDER BY 2, 1 LIMIT 200"
    return [tuple(row) for row in _ask(text, asked)]


def minutes(asked: Asked) -> list[Minutes]:
    """Return how long alerts waited to be taken on, and to be resolved, by tier."""
    return [Minutes(*row) for row in _ask(_MINUTES, asked)]


def load(asked: Asked) -> list[Load]:
    """Return what each clinician was told of."""
    return [Load(*row) for row in _ask(_LOAD, asked)]


def standing(asked: Asked) -> tuple[int, int]:
    """Return how many are not resolved, and how many of them nobody took on in time."""
    ((still_open, late),) = _ask(_OPEN, asked)
    return still_open, late


def _ask(text: str, asked: Asked) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(
            _ALERTS + text,
            {
                "program": asked.program_id,
                "zone": asked.zone,
                "since": asked.since,
                "until": asked.until,
                "dismissed": asked.dismissed_seconds,
            },
        )
        return list(cursor.fetchall())
