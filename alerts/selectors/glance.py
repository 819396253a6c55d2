"""What a row of the inbox shows beside the alert: fourteen days, last contact, how to call.

Two statements for all rows of a page.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from alerts.models import Alert, Reach
from core import clock
from core.statements import Statement, ask

DAYS = 14
EARLIER = timedelta(days=28)
# What a reason is about, by how its code begins; anything else is seen best in the mood.
ITEMS = (
    ("craving", "craving"), ("use_", "craving"), ("return_to_use", "craving"),
    ("needs_", "craving"), ("short_sleep", "sleep_hours"), ("sleep", "sleep_hours"),
)  # fmt: skip
_GLANCES = Statement(
    """
SELECT wanted.id, days.days, days.mood, days.craving, days.sleep_hours, answered.contacted_at,
       answered.earlier, came.starts_at
  FROM unnest($1::uuid[], $2::date[]) AS wanted (id, today)
  LEFT JOIN LATERAL (
    SELECT array_agg(d.on_day) AS days, array_agg(d.mood) AS mood, array_agg(d.craving) AS craving,
           array_agg(d.sleep_hours) AS sleep_hours
      FROM (SELECT DISTINCT ON (c.on_day) c.on_day, c.mood, c.craving, c.sleep_hours
              FROM checkins_checkin c
             WHERE c.client_id = wanted.id AND c.on_day > wanted.today - $4::int
               AND c.on_day <= wanted.today
             ORDER BY c.on_day DESC, c.version DESC) d) days ON true
  LEFT JOIN LATERAL (
    SELECT max(a.contacted_at) AS contacted_at,
           count(*) FILTER (WHERE a.resolved_at > $3::timestamptz - $5::interval)
             AS earlier
      FROM alerts_alert a WHERE a.client_id = wanted.id AND a.resolved_at IS NOT NULL
  ) answered ON true
  LEFT JOIN LATERAL (
    SELECT p.starts_at FROM program_participant p
     WHERE p.client_id = wanted.id AND p.starts_at <= $3
       AND p.attendance IN ('present', 'late', 'left_early')
     ORDER BY p.starts_at DESC LIMIT 1) came ON true
"""
)


@dataclass(frozen=True)
class Glance:
    """What is known of one client beside an alert: fourteen days of some items, oldest first."""

    first_on: date
    lines: Mapping[str, list[float | None]]
    contacted_at: datetime | None
    attended_at: datetime | None
    earlier: int
    reach: Reach | None


def glances(rows: Iterable[Alert], *, at: datetime) -> dict[UUID, Glance]:
    """Return, by client, what rows of the inbox show beside these alerts. Two statements."""
    clients = {row.client_id: row.client for row in rows}
    if not clients:
        return {}
    today = {key: clock.local_day(at, person.timezone) for key, person in clients.items()}
    reach = {
        row.client_id: row
        for row in Reach.objects.filter(client_id__in=clients)
        .order_by("client_id", "-confirmed_at", "pk")
        .distinct("client_id")
    }
    (found,) = ask(_GLANCES.of(list(today), list(today.values()), at, DAYS, EARLIER))
    return {key: _glance(today[key], reach.get(key), *values) for key, *values in found}


def _glance(today: date, reach: Reach | None, *values: Any) -> Glance:
    days, mood, craving, sleep, contacted_at, earlier, attended_at = values
    line = [today - timedelta(days=back) for back in reversed(range(DAYS))]
    lines = {
        item: [_number(dict(zip(days or (), found or (), strict=True)).get(day)) for day in line]
        for item, found in (("mood", mood), ("craving", craving), ("sleep_hours", sleep))
    }
    return Glance(line[0], lines, contacted_at, attended_at, earlier or 0, reach)


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def item_of(alert: Alert) -> str:
    """Return which of a client's items says most about why an alert was raised."""
    codes = [reason["code"] for reason in alert.assessment.reasons[:1]]
    for code in codes:
        for beginning, item in ITEMS:
            if code.startswith(beginning):
                return item
    return "mood"
