"""The absolute rules: a few days of answers in, a tier and its reasons out. Pure, and versioned.

They are safety rules, not predictions (docs/clinical-numbers.md): each says what was reported and
that it is worth a check-in, never what will happen.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from statistics import quantiles

from core.said import observe

VERSION = "absolute-1"

CRITICAL, HIGH, MEDIUM, WATCH = "critical", "high", "medium", "watch"
ORDER = {"": 0, WATCH: 1, MEDIUM: 2, HIGH: 3, CRITICAL: 4}


@dataclass(frozen=True)
class Parameters:
    """Thresholds of the absolute rules; scales 0–10, hours, days. See docs/clinical-numbers.md."""

    craving_at_once: int = 9
    craving_repeated: int = 7
    short_sleep_hours: float = 4.0
    repeated_days: int = 2
    repeated_within: int = 3
    gap_days_if_regular: int = 3
    gap_days_if_irregular: int = 7
    regular_miss_rate: float = 0.25
    usual_days_needed: int = 5  # chosen: below this a "usual range" would mislead


DEFAULT = Parameters()


@dataclass(frozen=True)
class Day:
    """One day's answers as far as the rules look at them; None means not answered."""

    on: date
    craving: int | None = None
    sleep_hours: float | None = None
    medication: str | None = None
    used: bool | None = None
    safety: str | None = None


@dataclass(frozen=True)
class Reason:
    """Why: a code, one plain sentence, what was reported, and what is usual for this person."""

    code: str
    tier: str
    sentence: str
    value: str
    usual: str = ""


@dataclass(frozen=True)
class Verdict:
    """The gravest tier of all reasons ("" when there is none), and the reasons, gravest first."""

    tier: str
    reasons: tuple[Reason, ...]
    version: str = VERSION


def assess(*, days: Sequence[Day], on: date, parameters: Parameters = DEFAULT) -> Verdict:
    """Apply the rules to the answers for `on` and to the patterns of days that it takes part in.

    `days` is any history in any order, one entry a day; days after `on` count only for patterns
    that include `on`. Raises ValueError when `on` itself is not among them.
    """
    by_day = {day.on: day for day in days}
    if on not in by_day:
        raise ValueError(f"no answers for {on}")
    reasons = [*_of_the_day(by_day[on], by_day, parameters), *_of_patterns(on, by_day, parameters)]
    return verdict_on(reasons)


def assess_silence(
    *,
    last_on: date,
    today: date,
    days_seen: int,
    days_looked_at: int,
    parameters: Parameters = DEFAULT,
) -> Verdict:
    """Judge a gap since `last_on` against the person's own habit of missing days.

    `days_seen` of the `days_looked_at` days up to `last_on` had a check-in.
    """
    gap = (today - last_on).days - 1
    missed = 1 - days_seen / max(days_looked_at, 1)
    regular = missed <= parameters.regular_miss_rate
    limit = parameters.gap_days_if_regular if regular else parameters.gap_days_if_irregular
    if gap < limit:
        return Verdict("", ())
    reason = Reason(
        code="no_check_ins",
        tier=MEDIUM,
        sentence=observe("reason", "No check-in for {days} days. Worth a check-in.", days=gap),
        value=observe("reason", "{days} days", days=gap),
        usual=observe(
            "reason",
            "checks in on {seen} of {days} days",
            seen=days_seen,
            days=days_looked_at,
        ),
    )
    return Verdict(MEDIUM, (reason,))


def graver(first: str, second: str) -> bool:
    """Say whether the first tier is graver than the second."""
    return ORDER[first] > ORDER[second]


def verdict_on(reasons: Sequence[Reason], *, version: str = VERSION) -> Verdict:
    """Return the gravest tier of these reasons, and the reasons, gravest first."""
    ordered = sorted(reasons, key=lambda reason: -ORDER[reason.tier])
    return Verdict(ordered[0].tier if ordered else "", tuple(ordered), version)


def _of_the_day(day: Day, by_day: dict[date, Day], parameters: Parameters) -> list[Reason]:
    reasons = []
    if day.safety == "unsafe":
        sentence = observe("reason", "Said that they do not feel safe.")
        reasons.append(Reason("safety", CRITICAL, sentence, observe("reason", "not safe")))
    if day.safety == "unsure":
        sentence = observe("reason", "Is not sure of being safe.")
        reasons.append(Reason("safety", HIGH, sentence, observe("reason", "not sure")))
    if day.used:
        sentence = observe("reason", "Reported use. Worth a call today.")
        reasons.append(Reason("use_reported", HIGH, sentence, observe("reason", "use")))
    if day.craving is not None and day.craving >= parameters.craving_at_once:
        usual = _usual(day.on, by_day, parameters)
        level = observe("reason", "{number} of {most}", number=day.craving, most=10)
        sentence = observe("reason", "Craving was {level}. Worth a check-in.", level=level)
        reasons.append(Reason("craving_high", MEDIUM, sentence, level, usual))
    return reasons


def _of_patterns(on: date, by_day: dict[date, Day], parameters: Parameters) -> list[Reason]:
    """Look at each stretch of days that includes `on`: a day filled in later may complete one."""
    within = parameters.repeated_within
    patterns: list[tuple[str, Callable[[Day], bool]]] = [
        (
            "craving_repeated",
            lambda day: day.craving is not None and day.craving >= parameters.craving_repeated,
        ),
        (
            "short_sleep",
            lambda day: (
                day.sleep_hours is not None and day.sleep_hours < parameters.short_sleep_hours
            ),
        ),
        ("medication_missed", lambda day: day.medication == "missed"),
    ]
    reasons = []
    for code, applies in patterns:
        count = max(
            sum(applies(by_day[day]) for day in stretch if day in by_day)
            for stretch in _stretches(on, within)
        )
        if applies(by_day[on]) and count >= parameters.repeated_days:
            value = observe("reason", "{count} of {days} days", count=count, days=within)
            reasons.append(Reason(code, MEDIUM, _of_pattern(code, count, parameters), value))
    return reasons


def _of_pattern(code: str, count: int, parameters: Parameters) -> str:
    days = parameters.repeated_within
    if code == "craving_repeated":
        return observe(
            "reason",
            "Craving was {least} or more on {count} of {days} days. Worth a check-in.",
            least=parameters.craving_repeated,
            count=count,
            days=days,
        )
    if code == "short_sleep":
        return observe(
            "reason",
            "Slept under {hours} hours on {count} of {days} nights. Worth a check-in.",
            hours=f"{parameters.short_sleep_hours:g}",
            count=count,
            days=days,
        )
    return observe(
        "reason",
        "Missed medication on {count} of {days} days. Worth a check-in.",
        count=count,
        days=days,
    )


def _stretches(on: date, length: int) -> list[list[date]]:
    return [
        [on + timedelta(days=offset - back) for offset in range(length)] for back in range(length)
    ]


def _usual(on: date, by_day: dict[date, Day], parameters: Parameters) -> str:
    seen = [day.craving for day in by_day.values() if day.on < on and day.craving is not None]
    if len(seen) < parameters.usual_days_needed:
        return ""
    low, _, high = quantiles(seen, n=4, method="inclusive")
    return observe(
        "reason",
        "usually {low} to {high} ({days} days)",
        low=f"{low:g}",
        high=f"{high:g}",
        days=len(seen),
    )
