"""What a version would have done on past days: counted in parts that add up, then summed up.

Beside each figure stands what alarms at random would have reached, at the same rate.
"""

from dataclasses import asdict, dataclass, field, fields
from typing import Any

import numpy as np

from alerts.warning import budget
from alerts.warning.parameters import Parameters
from alerts.warning.replay import Replay
from alerts.warning.tiers import Limits
from alerts.warning.window import Flags

AHEAD = 7  # an alarm within so many days before use is early enough
LOOKED_AHEAD = 14  # alarms from so many days before use are not called false
AFTER = 7  # days after use on which nothing new can be foreseen
DRAWS = 4000
MONTH, WEEK = 30.0, 7.0


@dataclass
class Tally:
    """Sums over clients. Two tallies of different clients add up to one of all.

    leads    of episodes with an alarm up to 14 days before: how many by days between, 0 to 14
    weeks    alarms by the week from the first day
    """

    clients: int = 0
    client_days: int = 0
    alarms: int = 0
    false_days: int = 0
    false_alarms: int = 0
    episodes: int = 0
    caught: int = 0
    leads: list[int] = field(default_factory=lambda: [0] * (LOOKED_AHEAD + 1))
    weeks: list[int] = field(default_factory=list)
    added: int = 0
    removed: int = 0
    per_client: list[int] = field(default_factory=list)

    def add(self, other: "Tally") -> None:
        """Add another tally to this one."""
        for one in fields(self):
            mine, more = getattr(self, one.name), getattr(other, one.name)
            if isinstance(mine, int):
                setattr(self, one.name, mine + more)
            else:
                size = max(len(mine), len(more))
                padded = [part + [0] * (size - len(part)) for part in (mine, more)]
                setattr(self, one.name, [a + b for a, b in zip(*padded, strict=True)])

    def to_json(self) -> dict[str, Any]:
        """Write it down."""
        return asdict(self)


def alarms_of(replayed: Replay, limits: Limits, parameters: Parameters) -> Flags:
    """Return the days on which medium or high warnings would have been told."""
    factor = np.where(replayed.learning, parameters.learning_limit, 1.0)
    enough = replayed.in_tail >= parameters.fewest_days_in_tail
    reached = replayed.score >= limits.medium * factor
    return budget.alarms(reached.astype(np.float64), 0.5, replayed.scored & enough, parameters)


def count(raised: Flags, scored: Flags, use: Flags, *, before: Flags | None = None) -> Tally:
    """Count what alarms, (clients, days), did; `before` are those of the version in force."""
    begins = use & ~np.pad(use, ((0, 0), (1, 0)))[:, :-1]
    settled = scored & ~_after(use, 0, AFTER)
    near = _after(begins, -LOOKED_AHEAD, 6)
    could = begins & (_days_before(settled, AHEAD) == AHEAD)
    counted = raised & settled
    tally = Tally(
        clients=int(scored.any(axis=1).sum()),
        client_days=int(settled.sum()),
        alarms=int(counted.sum()),
        false_days=int((settled & ~near).sum()),
        false_alarms=int((counted & ~near).sum()),
        episodes=int(could.sum()),
        caught=int((could & _after(counted, 1, AHEAD)).sum()),
        leads=_leads(counted, could),
        weeks=_by_week(counted),
        per_client=np.bincount(counted.sum(axis=1)).tolist(),
    )
    if before is not None:
        was = before & settled
        tally.added = int((counted & ~_after(was, -3, 3)).sum())
        tally.removed = int((was & ~_after(counted, -3, 3)).sum())
    return tally


def quiet_days(scored: Flags, use: Flags) -> Flags:
    """Return scored days far from any use: a warning on them comes to nothing that is known of."""
    begins = use & ~np.pad(use, ((0, 0), (1, 0)))[:, :-1]
    return scored & ~_after(use, 0, AFTER) & ~_after(begins, -LOOKED_AHEAD, 6)


def rate_of(alarms: int, days: int) -> dict[str, Any]:
    """Return alarms per client-month with a 95% interval (Byar's, for a count); null of no days."""
    if not days:
        return {"per_month": None, "low": None, "high": None, "client_days": 0}
    months = days / MONTH

    def edge(count: int, side: int) -> float:
        if not count:
            return 0.0
        return float(count * (1 - 1 / (9 * count) + side * 1.96 / (3 * np.sqrt(count))) ** 3)

    return {
        "per_month": round(alarms / months, 3),
        "low": round(edge(alarms, -1) / months, 3),
        "high": round(edge(alarms + 1, 1) / months, 3),
        "client_days": days,
    }


def share_of(hit: int, of: int) -> dict[str, Any]:
    """Return a share with its interval, as it is written down."""
    return asdict(wilson(hit, of))


def changes(raised: Flags, before: Flags) -> tuple[Flags, Flags]:
    """Return alarms that are new, and those that are gone: none of the other within 3 days."""
    return raised & ~_after(before, -3, 3), before & ~_after(raised, -3, 3)


@dataclass(frozen=True)
class Share:
    """A share with its 95% interval (Wilson's); null where nothing could be counted."""

    share: float | None
    low: float | None = None
    high: float | None = None
    of: int = 0


def result_of(tally: Tally, *, clinicians: int, quiet_days: int) -> dict[str, Any]:
    """Sum up: rates, sensitivity and lead, with the line for chance beside each."""
    months = tally.client_days / MONTH
    rate = tally.alarms / months if months else 0.0
    weeks = max(len(tally.weeks), 1)
    chance, chance_lead = chance_line(rate, quiet_days=quiet_days)
    return {
        "clients": tally.clients,
        "client_days": tally.client_days,
        "alarms": tally.alarms,
        "per_client_month": round(rate, 3),
        "false_per_client_month": _rounded(tally.false_alarms, tally.false_days / MONTH),
        "per_week": tally.weeks,
        "per_week_mean": round(tally.alarms / weeks, 2),
        "per_clinician_week": _rounded(tally.alarms / weeks, clinicians),
        "sensitivity": asdict(wilson(tally.caught, tally.episodes)),
        "chance_sensitivity": round(chance, 3),
        "lead_days": _median(tally.leads),
        "chance_lead_days": chance_lead,
        "added": tally.added,
        "removed": tally.removed,
        "clients_by_alarms": tally.per_client,
    }


def chance_line(per_month: float, *, quiet_days: int) -> tuple[float, float | None]:
    """Return what random alarms at this rate catch within 7 days, and their median lead in days.

    Such alarms keep the same quiet time, so that a window of seven days holds one at most.
    """
    daily = per_month / MONTH
    free = daily / (1 - daily * (quiet_days - 1)) if daily * (quiet_days - 1) < 1 else 1.0
    raised = budget.alarms(
        np.random.default_rng(0).random((DRAWS, 60)), 1 - min(free, 1.0),
        np.ones((DRAWS, 60), dtype=bool), Parameters(quiet_days=quiet_days, most_in_days=(60, 30)),
    )  # fmt: skip
    day = np.zeros_like(raised)
    day[:, -1] = True
    caught = (day & _after(raised, 1, AHEAD)).any(axis=1).mean()
    return float(caught), _median(_leads(raised, day))


def wilson(hit: int, of: int) -> Share:
    """Return a share with Wilson's 95% interval."""
    if not of:
        return Share(None)
    share, z = hit / of, 1.96
    middle = (share + z * z / (2 * of)) / (1 + z * z / of)
    half = z / (1 + z * z / of) * np.sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return Share(
        round(share, 3), round(float(middle - half), 3), round(float(middle + half), 3), of
    )


def _leads(raised: Flags, events: Flags) -> list[int]:
    """Count events by the days since the earliest alarm of the 14 days before each."""
    found = [0] * (LOOKED_AHEAD + 1)
    left = events.copy()
    for days in range(LOOKED_AHEAD, 0, -1):
        hit = left.copy()
        hit[:, :days] = False
        hit[:, days:] &= raised[:, :-days]
        found[days] = int(hit.sum())
        left &= ~hit
    return found


def _median(counts: list[int]) -> float | None:
    values = np.repeat(np.arange(len(counts)), counts)
    return float(np.median(values)) if values.size else None


def _by_week(raised: Flags) -> list[int]:
    by_day = raised.sum(axis=0)
    return [int(by_day[start : start + 7].sum()) for start in range(0, len(by_day), 7)]


def _rounded(top: float, below: float) -> float | None:
    return round(top / below, 3) if below else None


def _after(days: Flags, first: int, last: int) -> Flags:
    """Mark every day from `first` to `last` days after each marked day (negative is before)."""
    marked, length = np.zeros_like(days), days.shape[1]
    for offset in range(first, last + 1):
        if abs(offset) >= length:
            continue
        if offset >= 0:
            marked[:, offset:] |= days[:, : length - offset]
        else:
            marked[:, :offset] |= days[:, -offset:]
    return marked


def _days_before(days: Flags, before: int) -> np.ndarray:
    """For each day, how many of the `before` days before it are marked."""
    sums = np.pad(np.cumsum(days, axis=1), ((0, 0), (before + 1, 0)))
    return np.asarray(sums[:, before:-1] - sums[:, : -before - 1])
