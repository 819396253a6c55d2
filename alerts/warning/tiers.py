"""How grave a score is, and whether somebody is told: limits, quiet time, cap, data quality."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from alerts.warning.parameters import DEFAULT, Parameters
from alerts.warning.score import THOUSANDTHS

HIGH, MEDIUM, WATCH = "high", "medium", "watch"
ORDER = {"": 0, WATCH: 1, MEDIUM: 2, HIGH: 3}
SCORE, SLIDE = "score", "slide"
# What may be chosen for medium and high together; high has half of it, watch twice.
CHOICES = (0.25, 0.5, 1.0)


@dataclass(frozen=True)
class Limits:
    """Points, in whole thousandths, from which a score is of each tier."""

    high: int
    medium: int
    watch: int

    def tier(self, points: int, *, factor: float = 1.0) -> str:
        """Return the tier of so many points, with all limits so many times as high."""
        for tier, limit in ((HIGH, self.high), (MEDIUM, self.medium), (WATCH, self.watch)):
            if points >= limit * factor:
                return tier
        return ""


def rates_of(per_month: float) -> Mapping[str, float]:
    """Return warnings per client-month of each tier or graver, for one budget."""
    return {HIGH: per_month / 2, MEDIUM: per_month, WATCH: per_month * 2}


def shipped_limits(family: str, per_month: float, parameters: Parameters = DEFAULT) -> Limits:
    """Return the limits that the program comes with; raises KeyError for another budget."""
    table = dict(parameters.limits if family == SCORE else parameters.anchor_limits)
    return Limits(
        **{tier: round(THOUSANDTHS * table[rate]) for tier, rate in rates_of(per_month).items()}
    )


@dataclass(frozen=True)
class Judged:
    """A score on one day, with what bounds its tier."""

    points: int
    learning: bool = False
    days_in_tail: int = 14


def tier_of(judged: Judged, limits: Limits, parameters: Parameters = DEFAULT) -> str:
    """Return how grave a score is; too few answers lately, and it is for watching at most."""
    factor = parameters.learning_limit if judged.learning else 1.0
    tier = limits.tier(judged.points, factor=factor)
    if judged.days_in_tail < parameters.fewest_days_in_tail:
        return WATCH if tier else ""
    return tier


@dataclass(frozen=True)
class Told:
    """Something that was told before: the day it was about, its tier, and whether it was a rise."""

    on: date
    tier: str
    rise: bool = False


@dataclass(frozen=True)
class Telling:
    """Whether a tier is told now, and whether as the rise of what was told just before."""

    now: bool
    rise: bool = False


def telling(
    tier: str, on: date, earlier: Sequence[Told], parameters: Parameters = DEFAULT
) -> Telling:
    """Say whether to tell somebody of this tier on this day.

    Within the quiet time only what is graver than anything told in it; two in thirty days at most.
    `earlier` is what was told about this client by the same family of rules, in any order.
    """
    if not tier:
        return Telling(now=False)
    quiet = timedelta(days=parameters.quiet_days)
    lately = [one for one in earlier if abs(on - one.on) < quiet]
    if lately:
        graver = all(ORDER[tier] > ORDER[one.tier] for one in lately)
        return Telling(now=graver, rise=graver)
    most, within = parameters.most_in_days
    month = [one for one in earlier if not one.rise and abs(on - one.on) < timedelta(days=within)]
    return Telling(now=len(month) < most)
