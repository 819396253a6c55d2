"""Score clients by the versions in use: one after a check-in, or everybody's night at once.

Both go the same way; only a live version hands anything on to be raised.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import numpy as np

from alerts import rules
from alerts.models import RuleFamily, WarningScore
from alerts.selectors import anchors, days, thresholds, versions
from alerts.selectors.days import Client, Series
from alerts.selectors.versions import InUse
from alerts.services.raising import Finding, keep_finding
from alerts.warning import anchored, tiers
from alerts.warning.explain import WORTH, Explanation, explain
from alerts.warning.score import score
from alerts.warning.slide import explain_slide
from checkins.models import CheckIn
from core.identity import lock
from program import selectors as program_selectors

AT_ONCE = 512  # clients at a time as numbers: so many fit into a processor's own memory
LOOKED_BACK = 30


@dataclass(frozen=True)
class Scored:
    """One client's points by one version on one day, and why."""

    client_id: UUID
    on: date
    by: InUse
    points: int
    tier: str
    said: Explanation


def score_check_in(*, check_in_id: UUID, at: datetime) -> list[WarningScore]:
    """Score a client after a check-in, by every version in use; once for each check-in.

    The day that is judged is the client's newest with an answer: what comes late is weighed among
    the days since, and takes nothing back. Nobody is scored outside of an enrolment.
    """
    check_in = CheckIn.objects.get(pk=check_in_id)
    using = versions.in_use()
    enrolment = program_selectors.enrolment_of(check_in.client_id, check_in.on)
    if not using or enrolment is None:
        return []
    newest = CheckIn.objects.filter(client=check_in.client_id).order_by("-on").first()
    last = max(newest.on, check_in.on) if newest else check_in.on
    client = Client(check_in.client_id, enrolment.active_from)
    return [
        keep_score(scored=one, cause=f"checkin:{check_in.pk}", at=at)
        for one in score_clients([client], on=last, using=using)
    ]


def score_clients(
    clients: Sequence[Client], *, on: date, using: Sequence[InUse], only_tiers: bool = False
) -> Iterator[Scored]:
    """Score these clients on a day by each version; with `only_tiers` leave out what is calm.

    Reads everybody's days in a fixed number of statements, then counts in slices.
    """
    if not clients or not using:
        return
    longest = max(one.parameters.window_days for one in using)
    series = days.read_series(clients, first=on - timedelta(days=longest - 1), last=on)
    for one in using:
        judge = _slide if one.row.family == RuleFamily.SLIDE else _moving
        yield from judge(series, one, only_tiers)


def _moving(series: Series, by: InUse, only_tiers: bool) -> Iterator[Scored]:
    for rows in slices(len(series.clients)):
        window = series.window(rows, by.parameters).last(by.parameters.window_days)
        points = score(window, by.parameters)
        factor = np.where(points.learning, by.parameters.learning_limit, 1.0)
        chosen = points.scored & (~only_tiers | (points.score >= by.limits.watch * factor))
        for place in np.flatnonzero(chosen):
            judged = tiers.Judged(
                int(points.score[place]), bool(points.learning[place]), int(points.in_tail[place])
            )
            yield Scored(
                series.clients[rows.start + int(place)].client_id, series.last, by, judged.points,
                tiers.tier_of(judged, by.limits, by.parameters),
                explain(window, points, int(place), by.parameters),
            )  # fmt: skip


def _slide(series: Series, by: InUse, only_tiers: bool) -> Iterator[Scored]:
    clients = list(series.clients)
    named = [one.client_id for one in clients] if len(clients) <= days.NAMED else None
    periods = anchors.periods_of(clients, thresholds.good_periods(clients=named), by.parameters)
    good = anchors.good_days(series, periods)
    for rows in slices(len(clients)):
        anchor = anchored.anchor_of(days.items_of(good[rows], by.parameters), by.parameters)
        tail = series.packed[rows, -by.parameters.anchor_tail_days :]
        recent = days.items_of(tail, by.parameters)
        shares = anchored.chart(recent, anchor, by.parameters)
        points = shares.sum(axis=1)
        seen = (tail[:, -by.parameters.tail_days :] != 0).sum(axis=1)
        chosen = anchor.known & (~only_tiers | (points >= by.limits.watch))
        for place in np.flatnonzero(chosen):
            judged = tiers.Judged(int(points[place]), days_in_tail=int(seen[place]))
            yield Scored(
                clients[rows.start + int(place)].client_id, series.last, by, judged.points,
                tiers.tier_of(judged, by.limits, by.parameters),
                explain_slide(recent, anchor, shares, int(place), by.parameters),
            )  # fmt: skip


def slices(count: int) -> Iterator[slice]:
    """Cut so many clients into parts that fit into memory as numbers."""
    for start in range(0, count, AT_ONCE):
        yield slice(start, min(start + AT_ONCE, count))


def keep_score(*, scored: Scored, cause: str, at: datetime) -> WarningScore:
    """Store a score once for its cause; a live one that is to be told goes on to be raised."""
    lock(f"alerts:{scored.client_id}")
    row = scored.by.row
    known = WarningScore.objects.filter(
        client_id=scored.client_id, version=row, cause=cause
    ).first()
    if known:
        return known
    telling = tiers.Telling(now=False)
    if not scored.by.silent:
        telling = tiers.telling(scored.tier, scored.on, _told_before(scored), scored.by.parameters)
    kept = WarningScore(
        client_id=scored.client_id, version=row, cause=cause, on=scored.on, points=scored.points,
        tier=scored.tier, silent=scored.by.silent, told=telling.now, rise=telling.rise,
        explanation=written(scored), scored_at=at,
    )  # fmt: skip
    kept.save(force_insert=True)
    if telling.now:
        keep_finding(finding=_finding(scored, cause), at=at)
    return kept


def _told_before(scored: Scored) -> list[tiers.Told]:
    rows = WarningScore.objects.filter(
        client_id=scored.client_id,
        version__family=scored.by.row.family,
        told=True,
        on__gt=scored.on - timedelta(days=LOOKED_BACK + scored.by.parameters.most_in_days[1]),
    )
    return [tiers.Told(row.on, row.tier, row.rise) for row in rows]


def _finding(scored: Scored, cause: str) -> Finding:
    family, said = scored.by.row.family, scored.said
    reasons = [
        rules.Reason(f"{family}_{part.kind}", scored.tier, part.sentence, part.value, part.usual)
        for part in said.shown
    ]
    first = reasons[0]
    worded = rules.Reason(
        first.code, first.tier, f"{first.sentence} {WORTH}", first.value, first.usual
    )
    verdict = rules.Verdict(scored.tier, (worded, *reasons[1:]), said.version)
    return Finding(scored.client_id, f"{family}:{cause}", scored.on, verdict, family=family)


def written(scored: Scored) -> dict[str, Any]:
    """Write an explanation as it is kept: what was seen, what is usual, and every point."""
    numbers, said = scored.by.parameters, scored.said
    ends = scored.on - timedelta(days=numbers.guard_days)
    kept: dict[str, Any] = {
        "sentence": said.sentence,
        "parts": [asdict(part) for part in said.all],
        "days_seen": said.days_seen,
        "days_missed": said.days_missed,
        "learning": said.learning,
        "version": said.version,
        "limits": asdict(scored.by.limits),
        "is_own_limit": scored.by.is_own,
    }
    if scored.by.row.family == RuleFamily.SCORE:
        kept["usual_from"] = (ends - timedelta(days=numbers.baseline_days - 1)).isoformat()
        kept["usual_until"] = ends.isoformat()
    return kept
