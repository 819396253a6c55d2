"""A clinician's caseload, a page at a time: one statement, however many clients there are.

The order is worked out over all of their clients from two narrow rows for each, the place on the
team and the standing; what a row shows is then looked up for the page alone, client by client.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from core.statements import Statement, ask
from progress.rules.caseload import ORDER, SILENT_DAYS

DAYS = 14
LOOK_AHEAD_DAYS = 14
WITH_NAME = "JOIN accounts_user u ON u.id = m.client_id"
# Lists of one, because for a bare value the planner takes the index that keeps ranges apart.
WITH_ENROLMENT = (
    "LEFT JOIN program_enrolment e ON e.client_id = m.client_id AND e.active_from <= p.today"
    " AND (e.active_until IS NULL OR e.active_until > p.today)"
)
# What each order needs besides, and how it sorts; whoever needs somebody most breaks ties.
NEED = "need, due_at NULLS LAST, last_on, client_id"
SORTS = {
    "need": ("", "NULL::int", NEED),
    "name": (WITH_NAME, "lower(u.name)", f"key, {NEED}"),
    "level": (
        WITH_ENROLMENT,
        "array_position(ARRAY['residential', 'php', 'iop', 'outpatient'], e.level_of_care)",
        f"key, {NEED}",
    ),
    "week": (WITH_ENROLMENT, "e.active_from", f"key, {NEED}"),
    "last_check_in": ("", "NULL::int", "last_on, client_id"),
    "due": ("", "NULL::int", "due_at NULLS LAST, need, last_on, client_id"),
}
_PAGE = """
WITH mine AS (
    SELECT m.client_id, m.role, m.active_from, p.id AS program_id, p.name AS program,
           p.timezone, p.today, s.gravest, s.due_at, {key} AS key,
           CASE WHEN s.gravest >= 3 THEN 4 - s.gravest
                WHEN s.overdue_from <= $2 THEN 2
                WHEN p.today - coalesce(s.last_on, m.active_from - 1) - 1 >= {silent} THEN 3
                WHEN s.gravest > 0 THEN 6 - s.gravest ELSE 6 END AS need,
           coalesce(s.last_on, m.active_from - 1) AS last_on, s.last_on AS heard_on
      FROM (SELECT id, name, timezone, ($2::timestamptz AT TIME ZONE timezone)::date AS today
              FROM program_program OFFSET 0) p
      JOIN program_careteammember m ON m.program_id = p.id
      LEFT JOIN progress_standing s ON s.client_id = m.client_id {joins}
     WHERE m.clinician_id = $1 AND m.active_from <= p.today
       AND (m.active_until IS NULL OR m.active_until > p.today) {where}
     ORDER BY {order} LIMIT $3 OFFSET $4
)
SELECT mine.client_id, person.name, mine.role, mine.program, mine.today, mine.need, mine.heard_on,
       enrolled.level_of_care, enrolled.active_from, days.days, days.moods, days.cravings,
       open.count, open.tier, open.due_by, open.overdue, missed.expected, missed.missed,
       next.id, next.starts_at, next.kind, next.title
  FROM mine
  JOIN LATERAL (SELECT u.name FROM accounts_user u WHERE u.id = mine.client_id) person ON true
  LEFT JOIN LATERAL (
    SELECT e.level_of_care, e.active_from FROM program_enrolment e
     WHERE e.client_id = ANY (ARRAY[mine.client_id]) AND e.active_from <= mine.today
       AND (e.active_until IS NULL OR e.active_until > mine.today) LIMIT 1) enrolled ON true
  LEFT JOIN LATERAL (
    SELECT array_agg(d.on_day) AS days, array_agg(d.mood) AS moods,
           array_agg(d.craving) AS cravings
      FROM (SELECT DISTINCT ON (c.on_day) c.on_day, c.mood, c.craving FROM checkins_checkin c
             WHERE c.client_id = mine.client_id
               AND c.on_day > mine.today - {days} AND c.on_day <= mine.today
             ORDER BY c.on_day DESC, c.version DESC) d) days ON true
  LEFT JOIN LATERAL (
    SELECT count(*) AS count,
           (array_agg(a.tier ORDER BY array_position(
               ARRAY['critical', 'high', 'medium', 'watch'], a.tier::text)))[1] AS tier,
           min(CASE WHEN a.acknowledged_at IS NULL THEN least(a.due_at, a.due_by)
               ELSE a.due_by END) AS due_by,
           bool_or(CASE WHEN a.acknowledged_at IS NULL
                        THEN a.rung > 0 OR least(a.due_at, a.due_by) <= $2
                        ELSE a.due_by <= $2 END) AS overdue
      FROM alerts_alert a
     WHERE mine.gravest > 0 AND a.client_id = mine.client_id AND a.resolved_at IS NULL
  ) open ON true
  LEFT JOIN LATERAL (
    SELECT count(*) AS expected, count(*) FILTER (WHERE x.attendance = 'absent') AS missed
      FROM program_participant x
     WHERE x.client_id = mine.client_id AND x.starts_at > $2 - interval '{days} days'
       AND x.starts_at <= $2 AND x.attendance <> '') missed ON true
  LEFT JOIN LATERAL (
    SELECT t.id, t.starts_at, t.kind, t.title
      FROM program_participant x JOIN program_session t ON t.id = x.session_id
     WHERE x.client_id = mine.client_id AND x.starts_at > $2
       AND x.starts_at < $2 + interval '{ahead} days' AND t.cancelled_at IS NULL
     ORDER BY x.starts_at LIMIT 1) next ON true
 ORDER BY {order}
"""
# How row security looks up whose clients these are: for few rows or for all of a caseload.
_LOOK_AT = Statement("SELECT set_config('app.looks_at', $1, true)")
_statements: dict[tuple[str, bool, bool, bool], Statement] = {}


@dataclass(frozen=True)
class Wanted:
    """Which rows, in which order, and which page of them (from 1)."""

    sort: str = "need"
    role: str = ""
    level: str = ""
    name: str = ""
    page: int = 1
    size: int = 50


@dataclass(frozen=True)
class Row:
    """One client on one clinician's caseload.

    The days of the sparkline are the program's last fourteen, oldest first; a day without a
    check-in, and an item that was not answered, are None.
    """

    client_id: UUID
    name: str
    role: str
    program: str
    today: date
    need: str
    last_on: date | None
    level_of_care: str | None
    enrolled_from: date | None
    moods: list[int | None]
    cravings: list[int | None]
    alerts: dict[str, Any]
    sessions: dict[str, Any]


def page_of(*, clinician_id: UUID, wanted: Wanted, at: datetime) -> list[Row]:
    """Return one page, and one row more where there is another page after it. One statement."""
    asked = [clinician_id, at, wanted.size + 1, (wanted.page - 1) * wanted.size]
    filters = (wanted.role, wanted.level, _pattern(wanted.name))
    statement = _statement(wanted.sort, *map(bool, filters))
    many = "many" if SORTS[wanted.sort][0] or wanted.level or wanted.name else ""
    _, rows = ask(_LOOK_AT.of(many), statement.of(*asked, *filter(None, filters)))
    return [_row(*row) for row in rows]


def _pattern(name: str) -> str:
    """Return what finds a part of a name, whatever its capitals."""
    escaped = name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{escaped}%" if escaped else ""


def _statement(sort: str, by_role: bool, by_level: bool, by_name: bool) -> Statement:
    """Return the statement for one order and choice of filters, written once for each."""
    kind = (sort, by_role, by_level, by_name)
    if kind not in _statements:
        join, key, order = SORTS[sort]
        joins = [join] if join else []
        where, place = [], 5
        for on, needs, condition in (
            (by_role, "", "m.role = ${}"),
            (by_level, WITH_ENROLMENT, "e.level_of_care = ${}"),
            (by_name, WITH_NAME, "u.name ILIKE ${}"),
        ):
            if on:
                joins += [needs] if needs and needs not in joins else []
                where.append("AND " + condition.format(place))
                place += 1
        parts = {"key": key, "joins": " ".join(joins), "where": " ".join(where), "order": order}
        numbers = {"silent": SILENT_DAYS, "days": DAYS, "ahead": LOOK_AHEAD_DAYS}
        _statements[kind] = Statement(_PAGE.format(**parts, **numbers))
    return _statements[kind]


def _row(*values: Any) -> Row:
    client_id, name, role, program, today, need, heard_on, level, enrolled_from, *found = values
    days, moods, cravings, count, tier, due_by, overdue, expected, missed, *coming = found
    return Row(
        client_id,
        name,
        role,
        program,
        today,
        ORDER[need],
        heard_on,
        level,
        enrolled_from,
        moods=_line(today, days, moods),
        cravings=_line(today, days, cravings),
        alerts={"count": count, "tier": tier or "", "due_by": due_by, "overdue": bool(overdue)},
        sessions={"expected": expected, "missed": missed, "next": _next(*coming)},
    )


def _line(today: date, days: list[date] | None, values: list[int | None]) -> list[int | None]:
    """Return the last fourteen days, oldest first, with None for each gap."""
    known = dict(zip(days, values, strict=True)) if days else {}
    return [known.get(today - timedelta(days=back)) for back in reversed(range(DAYS))]


def _next(key: UUID | None, starts_at: datetime, kind: str, title: str) -> dict[str, Any] | None:
    if key is None:
        return None
    return {"id": key, "starts_at": starts_at, "kind": kind, "title": title}
