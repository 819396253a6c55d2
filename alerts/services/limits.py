"""The limits of a site: found each week from its own quiet days, with what they really gave."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

import numpy as np

from alerts.models import RuleState, SiteLimit, WarningScore
from alerts.selectors import past, versions
from alerts.selectors.past import Replayed, Stay
from alerts.selectors.versions import InUse
from alerts.warning import budget, tiers, trial
from alerts.warning.score import THOUSANDTHS
from core.identity import System, acting_as
from program.selectors import last_day_over

ENOUGH_DAYS = 2000  # chosen: below it the shipped limits hold
LOOKED_AT = 56
MOST_CLIENTS = 4000  # keys are random, so that the first of them are anybody
FEWEST = 11
REALISED_DAYS = 28


def find_limits(*, at: datetime) -> int:
    """Find the limits of every version in use anew; return how many were kept.

    From event-free days of the last eight weeks: no use within 14 days after or 7 before.
    """
    with acting_as(System.ASSESSOR):
        until = last_day_over(at)
        since = until - timedelta(days=LOOKED_AT - 1)
        stays = past.stays_between(since=since, until=until)[:MOST_CLIENTS]
        using = [by for by in versions.in_use() if _is_due(by, at=at)]
        if not stays or not using:
            return 0
        for by in using:
            series = past.read_past(stays, since=since, until=until, by=[by])
            replayed = past.replay_by(by, series, stays, since=since)
            _keep(by, replayed, stays, (since, until), at=at)
    return len(using)


def _is_due(by: InUse, *, at: datetime) -> bool:
    """Say whether a week has passed, or the site chose another budget since."""
    last = versions.limits_of(by.row, versions.budget_of(by.row.family))
    return last is None or at - last.computed_at >= timedelta(days=7)


def _keep(
    by: InUse, replayed: Replayed, stays: list[Stay], period: tuple[date, date], *, at: datetime
) -> None:
    quiet = trial.quiet_days(replayed.scored, replayed.use)
    per_month = versions.budget_of(by.row.family)
    client_days = int(quiet.sum())
    is_own = client_days >= ENOUGH_DAYS
    limits = (
        _own(by, replayed, quiet, float(per_month))
        if is_own
        else tiers.shipped_limits(by.row.family, float(per_month), by.parameters)
    )
    rates = _rates(by, replayed, quiet, limits)
    rates["told"] = _told(by, at=at)
    SiteLimit(
        version=by.row, per_month=per_month, is_own=is_own, client_days=client_days,
        limits={"high": limits.high, "medium": limits.medium, "watch": limits.watch},
        rates=rates, groups=list(_groups(by, replayed, stays, limits)),
        since=period[0], until=period[1], computed_at=at,
    ).save(force_insert=True)  # fmt: skip


def _own(by: InUse, replayed: Replayed, quiet: Any, per_month: float) -> tiers.Limits:
    """Find each tier's limit: the lowest that keeps its rate on the quiet days."""
    numbers = by.parameters
    factor = np.where(replayed.replay.learning, numbers.learning_limit, 1.0)
    points = replayed.replay.score / factor
    enough = replayed.scored & (replayed.replay.in_tail >= numbers.fewest_days_in_tail)
    found = {
        tier: int(np.ceil(budget.limit_for(rate, points, quiet & enough, numbers, scored=enough)))
        for tier, rate in tiers.rates_of(per_month).items()
    }
    # No limit is so low that an ordinary day would reach it.
    return tiers.Limits(**{tier: max(limit, THOUSANDTHS // 10) for tier, limit in found.items()})


def _rates(by: InUse, replayed: Replayed, quiet: Any, limits: tiers.Limits) -> dict[str, Any]:
    """Return warnings per client-month on the quiet days, each tier or graver, with intervals."""
    found = {}
    for tier in (tiers.HIGH, tiers.MEDIUM, tiers.WATCH):
        limit = getattr(limits, tier)
        same = tiers.Limits(limit, limit, limit)
        raised = trial.alarms_of(replayed.replay, same, by.parameters) & quiet
        found[tier] = trial.rate_of(int(raised.sum()), int(quiet.sum()))
    return found


def _told(by: InUse, *, at: datetime) -> dict[str, Any]:
    """Return what was really told in the last four weeks, medium and high, per client-month."""
    last = last_day_over(at)
    since, after = last - timedelta(days=REALISED_DAYS - 1), last + timedelta(days=1)
    told = WarningScore.objects.filter(
        version=by.row, told=True, rise=False, tier__in=["medium", "high"],
        on__range=(since, last),
    ).count()  # fmt: skip
    stays = past.stays_between(since=since, until=last)
    days = sum(
        (min(one.active_until or after, after) - max(one.active_from, since)).days for one in stays
    )
    return trial.rate_of(told, days if by.row.state == RuleState.LIVE else 0)


def _groups(
    by: InUse, replayed: Replayed, stays: list[Stay], limits: tiers.Limits
) -> Iterator[dict[str, Any]]:
    """Yield figures for each group that the site records; those of under eleven people are null."""
    raised = trial.alarms_of(replayed.replay, limits, by.parameters)
    until = max(one.active_from for one in stays)
    named: dict[tuple[str, str], list[int]] = {}
    for place, one in enumerate(stays):
        tenure = "new" if (until - one.active_from).days < by.parameters.learning_days else "known"
        for group in (
            ("program", str(one.program_id)),
            ("level_of_care", one.level_of_care),
            ("tenure", tenure),
        ):
            named.setdefault(group, []).append(place)
    for (kind, value), places in sorted(named.items()):
        tally = trial.count(raised[places], replayed.scored[places], replayed.use[places])
        shown = tally.clients >= FEWEST
        yield {
            "kind": kind,
            "value": value,
            "clients": tally.clients if shown else None,
            "rate": trial.rate_of(tally.false_alarms, tally.false_days) if shown else None,
            "sensitivity": trial.share_of(tally.caught, tally.episodes) if shown else None,
            "right": trial.share_of(tally.alarms - tally.false_alarms, tally.alarms)
            if shown
            else None,
        }
