"""Metrics over a program's alerts, for supervisors and administrators."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from accounts.models import User
from core import clock
from core.identity import System, briefly
from program import selectors as program_selectors
from program.models import Program
from progress.rules import metrics as rules
from progress.rules import table
from progress.selectors import metrics as sums

HEADS = ("section", "from", "group", "measure", "value")
SHARES = ("alerts", "action_rate", "useful_share", "overdue", "dismissed_unread")


@dataclass(frozen=True)
class Over:
    """Alerts of which program, over how many weeks up to now; whether small groups are withheld."""

    program: Program
    weeks: int
    withholds: bool


def metrics_of(*, over: Over, at: datetime) -> dict[str, Any]:
    """Return what became of a program's alerts. Ten statements, however many alerts there are.

    Weeks begin on the program's own Mondays. Groups by kind and by level are made by what clients
    did or are: for whoever may not see the alerts themselves, small ones are withheld.
    """
    zone = over.program.timezone
    today = clock.local_day(at, zone)
    first = today - timedelta(days=today.weekday(), weeks=over.weeks - 1)
    days = working_days(over.program, first=first, last=today)
    asked = sums.Asked(
        over.program.pk, zone, clock.at_wall_clock(first, 0, zone), at,
        rules.DISMISSED_WITHIN_SECONDS,
    )  # fmt: skip
    with briefly(System.ANALYST):
        found = {group: sums.counted(asked, group) for group in sums.GROUPS}
        spans = {version: span for version, *span in sums.versions(asked)}
        still_open, late = sums.standing(asked)
        times, load = sums.minutes(asked), sums.load(asked)
    names = dict(
        User.objects.filter(pk__in=[row.person_id for row in load]).values_list("pk", "name")
    )
    return {
        "program": over.program,
        "first_on": first,
        "last_on": today,
        "working_days": days,
        "open": still_open,
        "overdue_now": late,
        "tiers": [_group(row, "tier", over, frozenset()) for row in found["week_tier"]],
        "families": _groups(found["week_family"], "family", over),
        "levels": _groups(found["level"], "level_of_care", over),
        "versions": [_version(row, over, spans) for row in found["version"]],
        "times": times,
        "load": sorted(
            (_load(row, names.get(row.person_id, ""), days) for row in load),
            key=lambda row: row["clinician"]["name"],
        ),
        "budget": rules.BUDGET,
    }


def working_days(program: Program, *, first: date, last: date) -> int:
    """Return on how many days from `first` to `last` a program was open. Two statements."""
    opening = program_selectors.opening_of(program)
    days = [first + timedelta(days=place) for place in range((last - first).days + 1)]
    return sum(day.weekday() in opening.by_weekday and day not in opening.closed_on for day in days)


def _groups(rows: list[sums.Counted], name: str, over: Over) -> list[dict[str, Any]]:
    """Return groups of one kind, week by week, without those that are withheld."""
    hidden: set[tuple[Any, ...]] = set()
    for week in {row.key[:-1] for row in rows} if over.withholds else ():
        people = {row.key: row.people for row in rows if row.key[:-1] == week}
        hidden |= rules.withheld(people)
    return [_group(row, name, over, frozenset(hidden)) for row in rows]


def _group(
    row: sums.Counted, name: str, over: Over, hidden: frozenset[tuple[Any, ...]]
) -> dict[str, Any]:
    about: dict[str, Any] = {name: row.key[-1]}
    if len(row.key) > 1:
        about["week_of"] = row.key[0]
    if row.key in hidden:
        return {**about, **dict.fromkeys(SHARES), "withheld": True}
    return {**about, **_shares(row), "withheld": False}


def _shares(row: sums.Counted) -> dict[str, Any]:
    return {
        "alerts": row.alerts,
        "action_rate": rules.share(row.acted, row.resolved),
        "useful_share": rules.share(row.useful, row.judged),
        "overdue": row.overdue,
        "dismissed_unread": row.dismissed,
    }


def _version(row: sums.Counted, over: Over, spans: dict[str, list[date]]) -> dict[str, Any]:
    first, last = spans[row.key[-1]]
    weeks = ((last - first).days + 7) / 7
    return {
        **_group(row, "rule_version", over, frozenset()),
        "first_on": first,
        "last_on": last,
        "alerts_a_week": round(row.alerts / weeks, 2),
    }


def _load(row: sums.Load, name: str, days: int) -> dict[str, Any]:
    per_day = row.alerts / days if days else 0.0
    return {
        "clinician": {"id": row.person_id, "name": name},
        "alerts": row.alerts,
        "per_working_day": round(per_day, 2),
        "most_a_day": row.most_a_day,
        "over_budget": rules.over_budget(per_day),
    }


def metrics_csv(*, over: Over, at: datetime) -> str:
    """Return the same as comma-separated values, one number a line; withheld ones are empty."""
    found = metrics_of(over=over, at=at)
    return table.written(HEADS, [*_now(found), *_lines(found), *_times(found), *_loads(found)])


def _now(found: dict[str, Any]) -> Iterable[tuple[object, ...]]:
    for measure in ("open", "overdue_now", "working_days"):
        yield ("now", found["last_on"].isoformat(), "", measure, found[measure])


def _lines(found: dict[str, Any]) -> Iterable[tuple[object, ...]]:
    sections = (
        ("tiers", "tier", SHARES), ("families", "family", SHARES),
        ("levels", "level_of_care", SHARES),
        ("versions", "rule_version", (*SHARES, "alerts_a_week")),
    )  # fmt: skip
    for section, name, measures in sections:
        for row in found[section]:
            since = row.get("week_of") or row.get("first_on") or found["first_on"]
            for measure in measures:
                value = "withheld" if row["withheld"] else row[measure]
                yield (section, since.isoformat(), row[name], measure, value)


def _times(found: dict[str, Any]) -> Iterable[tuple[object, ...]]:
    for row in found["times"]:
        for measure in ("n", "median", "ninetieth"):
            group = f"{row.tier} {row.until}"
            yield ("minutes", found["first_on"].isoformat(), group, measure, getattr(row, measure))


def _loads(found: dict[str, Any]) -> Iterable[tuple[object, ...]]:
    for row in found["load"]:
        for measure in ("alerts", "per_working_day", "most_a_day"):
            name = row["clinician"]["name"]
            yield ("load", found["first_on"].isoformat(), name, measure, row[measure])
