"""Past days of everybody who was enrolled, replayed: what trials and limits are counted from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

import numpy as np
from django.db.models import Q

from alerts.models import RuleFamily
from alerts.selectors import anchors, days, thresholds
from alerts.selectors.days import Client, Series
from alerts.selectors.versions import InUse
from alerts.warning import anchored, trial
from alerts.warning.replay import Replay, replay, replay_chart
from alerts.warning.window import Flags
from core import clock
from program.models import CareTeamMember, Enrolment, Program


@dataclass(frozen=True)
class Stay:
    """A client's newest enrolment within a period: from a day until (not including) a day."""

    client_id: UUID
    program_id: UUID
    level_of_care: str
    active_from: date
    active_until: date | None


@dataclass(frozen=True)
class Replayed:
    """Some clients' days by one version: alarms, what could be scored, and use; (n, days)."""

    raised: Flags
    scored: Flags
    use: Flags
    replay: Replay


def stays_between(*, since: date, until: date) -> list[Stay]:
    """Return who was enrolled on any of these days, in the order of their keys. One statement."""
    rows = Enrolment.objects.filter(
        Q(active_until=None) | Q(active_until__gt=since), active_from__lte=until
    ).order_by("client_id", "-active_from")
    return [
        Stay(row.client_id, row.program_id, row.level_of_care, row.active_from, row.active_until)
        for row in rows.distinct("client_id")
    ]


def stays_in_force(*, at: datetime) -> list[tuple[Stay, date]]:
    """Return every enrolment that holds at `at`, each with the day it then is at its program.

    Two statements, and nothing built that is not asked for.
    """
    days = {
        key: clock.local_day(at, zone)
        for key, zone in Program.objects.values_list("pk", "timezone")
    }
    day = at.date()  # of UTC: with a day more on either side it holds every zone's today
    near = Enrolment.objects.filter(
        Q(active_until=None) | Q(active_until__gt=day - timedelta(days=1)),
        active_from__lte=day + timedelta(days=1),
    )
    stays = (
        Stay(*row)
        for row in near.values_list(
            "client_id", "program_id", "level_of_care", "active_from", "active_until"
        )
    )
    return [
        (one, today)
        for one in stays
        if one.active_from <= (today := days[one.program_id])
        and (one.active_until is None or one.active_until > today)
    ]


def clinicians_on(day: date) -> int:
    """Return how many clinicians stood on a care team on a day."""
    rows = CareTeamMember.objects.filter(
        Q(active_until=None) | Q(active_until__gt=day), active_from__lte=day
    )
    return rows.values("clinician_id").distinct().count()


def read_past(stays: Sequence[Stay], *, since: date, until: date, by: Sequence[InUse]) -> Series:
    """Read the days that scores from `since` to `until` look at."""
    before = max(max(one.parameters.window_days, one.parameters.anchor_tail_days) for one in by)
    clients = [Client(one.client_id, one.active_from) for one in stays]
    return days.read_series(clients, first=since - timedelta(days=before - 1), last=until)


def replay_by(by: InUse, series: Series, stays: Sequence[Stay], *, since: date) -> Replayed:
    """Replay a version over what was read, and say on which days it would have told somebody."""
    skip = (since - series.first).days
    window = series.window(slice(0, len(stays)), by.parameters)
    if by.row.family == RuleFamily.SLIDE:
        replayed = _replay_slide(by, series, skip)
    else:
        replayed = replay(window, by.parameters, skip=skip)
    inside = _inside(stays, series, skip)
    replayed = Replay(
        kinds=replayed.kinds, score=replayed.score, by_kind=replayed.by_kind,
        scored=replayed.scored & inside, learning=replayed.learning, in_tail=replayed.in_tail,
    )  # fmt: skip
    raised = trial.alarms_of(replayed, by.limits, by.parameters)
    return Replayed(raised, replayed.scored, window.used[:, skip:] & inside, replayed)


def _replay_slide(by: InUse, series: Series, skip: int) -> Replay:
    clients = list(series.clients)
    chosen = thresholds.good_periods(clients=[one.client_id for one in clients])
    periods = anchors.periods_of(clients, chosen, by.parameters)
    good = days.items_of(anchors.good_days(series, periods), by.parameters)
    begins = np.array([(last - series.first).days + 1 for _, last in periods])
    return replay_chart(
        series.window(slice(0, len(clients)), by.parameters),
        anchored.anchor_of(good, by.parameters), begins, by.parameters, skip=skip,
    )  # fmt: skip


def _inside(stays: Sequence[Stay], series: Series, skip: int) -> Flags:
    """(n, days): the days on which each client was enrolled."""
    first = series.first.toordinal() + skip
    each = np.arange(series.packed.shape[1] - skip) + first
    begins = np.array([one.active_from.toordinal() for one in stays])
    ends = np.array([(one.active_until or date.max).toordinal() for one in stays])
    return np.asarray((each >= begins[:, None]) & (each < ends[:, None]))
