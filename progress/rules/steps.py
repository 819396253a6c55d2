"""When a step to another level of care is worth a clinician's thought. Pure, and versioned.

The rules propose and give their reasons; nothing here changes a level. Every threshold is chosen
(docs/clinical-numbers.md), and the program's medical director signs it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from core.said import observe

VERSION = "steps-1"
LEVELS = ("outpatient", "iop", "php", "residential")  # from least to most care
Direction = Literal["up", "down", ""]


@dataclass(frozen=True)
class Numbers:
    """Thresholds: days, counts, shares and points of a questionnaire's total."""

    recent_days: int = 14
    calm_days: int = 28
    critical_within: int = 7
    high_alerts: int = 2
    lapses: int = 2
    poor_attendance: float = 0.5
    poor_needs: int = 4
    good_attendance: float = 0.8
    good_needs: int = 6
    down_from_week: int = 6
    answered_days: int = 14
    milestones: int = 3
    points: int = 5
    signs_for_up: int = 2


DEFAULT = Numbers()


@dataclass(frozen=True)
class Inputs:
    """What was looked at. `recent` is the last 14 days, `calm` the last 28, both ending today."""

    level: str
    week: int
    expected_recent: int = 0
    attended_recent: int = 0
    expected_calm: int = 0
    attended_calm: int = 0
    critical_alerts_week: int = 0
    high_alerts_recent: int = 0
    serious_alerts_calm: int = 0
    open_alerts: int = 0
    lapses_recent: int = 0
    lapses_calm: int = 0
    days_answered_calm: int = 0
    milestones_reached: int = 0
    # By questionnaire: the newest total less the first of this enrolment; below nought is better.
    change: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True)
class Reason:
    """Why: a code, and one plain sentence with its numbers."""

    code: str
    sentence: str


@dataclass(frozen=True)
class Verdict:
    """The direction that the reasons speak for ("" to stay), and the level that it leads to."""

    direction: Direction
    to_level: str
    reasons: tuple[Reason, ...]
    version: str = VERSION


def consider(inputs: Inputs, *, numbers: Numbers = DEFAULT) -> Verdict:
    """Weigh a step. More care goes before less; where neither fits, the verdict is to stay.

    Up: a critical alert in the last week, or two of the other signs. Down: every one of its
    conditions holds, since less care on half of the evidence is the costlier mistake. Raises
    ValueError for a level that is not known.
    """
    place = LEVELS.index(inputs.level)
    signs = _signs(inputs, numbers)
    urgent = inputs.critical_alerts_week > 0
    if (urgent or len(signs) >= numbers.signs_for_up) and place + 1 < len(LEVELS):
        return Verdict("up", LEVELS[place + 1], tuple(signs))
    unmet = _unmet(inputs, numbers)
    if not signs and not unmet and place > 0:
        return Verdict("down", LEVELS[place - 1], tuple(_strengths(inputs)))
    return Verdict("", inputs.level, tuple(signs or unmet))


def _signs(inputs: Inputs, numbers: Numbers) -> list[Reason]:
    days = numbers.recent_days
    low = (
        inputs.expected_recent >= numbers.poor_needs
        and inputs.attended_recent / inputs.expected_recent < numbers.poor_attendance
    )
    found = [
        (
            inputs.critical_alerts_week > 0,
            "critical_alert",
            _critical(inputs.critical_alerts_week),
        ),
        (
            inputs.high_alerts_recent >= numbers.high_alerts,
            "high_alerts",
            _high(inputs.high_alerts_recent, days),
        ),
        (
            inputs.lapses_recent >= numbers.lapses,
            "return_to_use",
            _use(inputs.lapses_recent, days),
        ),
        (
            low,
            "attendance_low",
            _at_sessions(inputs.attended_recent, inputs.expected_recent, days),
        ),
        *(
            (
                change >= numbers.points,
                f"{key}_higher",
                _higher(key, change),
            )
            for key, change in sorted(inputs.change.items())
        ),
    ]
    return [Reason(code, sentence) for holds, code, sentence in found if holds]


def _unmet(inputs: Inputs, numbers: Numbers) -> list[Reason]:
    """Return which conditions of a step down do not hold yet."""
    attended = inputs.attended_calm / inputs.expected_calm if inputs.expected_calm else 0.0
    calm = numbers.calm_days
    found = [
        (
            inputs.week >= numbers.down_from_week,
            "early",
            _early(inputs.week, numbers.down_from_week),
        ),
        (
            inputs.expected_calm >= numbers.good_needs and attended >= numbers.good_attendance,
            "attendance",
            _at_sessions(inputs.attended_calm, inputs.expected_calm, calm),
        ),
        (
            not inputs.serious_alerts_calm and not inputs.open_alerts,
            "alerts",
            _alerts(inputs.serious_alerts_calm, calm, inputs.open_alerts),
        ),
        (
            not inputs.lapses_calm,
            "return_to_use",
            _use(inputs.lapses_calm, calm),
        ),
        (
            inputs.days_answered_calm >= numbers.answered_days,
            "few_check_ins",
            _lately(inputs.days_answered_calm, calm),
        ),
        (
            inputs.milestones_reached >= numbers.milestones,
            "milestones",
            _milestones(inputs.milestones_reached),
        ),
    ]
    return [Reason(code, sentence) for holds, code, sentence in found if not holds]


def _strengths(inputs: Inputs) -> list[Reason]:
    calm = DEFAULT.calm_days
    found = [
        Reason(
            "attendance",
            _at_sessions(inputs.attended_calm, inputs.expected_calm, calm),
        ),
        Reason(
            "no_alerts",
            observe(
                "step", "No high or critical alert in the last {days} days, none open.", days=calm
            ),
        ),
        Reason(
            "no_use",
            observe("step", "No return to use reported in the last {days} days.", days=calm),
        ),
        Reason("milestones", _milestones(inputs.milestones_reached)),
        Reason("check_ins", _answered(inputs.days_answered_calm, calm)),
    ]
    found += [
        Reason(
            f"{key}_lower",
            observe(
                "step",
                "{name} is {points} points lower than at the start.",
                name=key.upper(),
                points=f"{-change:g}",
            ),
        )
        for key, change in sorted(inputs.change.items())
        if change < 0
    ]
    return found


def _at_sessions(attended: int, expected: int, days: int) -> str:
    return observe(
        "step",
        "At {attended} of {expected} sessions in the last {days} days.",
        attended=attended,
        expected=expected,
        days=days,
    )


def _critical(count: int) -> str:
    if count == 1:
        return observe("step", "1 critical alert in the last week.")
    return observe("step", "{count} critical alerts in the last week.", count=count)


def _high(count: int, days: int) -> str:
    return observe("step", "{count} high alerts in the last {days} days.", count=count, days=days)


def _lately(count: int, days: int) -> str:
    return observe("step", "Check-ins on {count} of the last {days} days.", count=count, days=days)


def _higher(key: str, change: float) -> str:
    return observe(
        "step",
        "{name} is {points} points higher than at the start.",
        name=key.upper(),
        points=f"{change:g}",
    )


def _early(week: int, first: int) -> str:
    return observe(
        "step",
        "Week {week}; a step down is looked at from week {first} on.",
        week=week,
        first=first,
    )


def _answered(count: int, days: int) -> str:
    return observe("step", "Check-ins on {count} of {days} days.", count=count, days=days)


def _use(lapses: int, days: int) -> str:
    return observe(
        "step", "Return to use on {count} of the last {days} days.", count=lapses, days=days
    )


def _alerts(serious: int, days: int, still_open: int) -> str:
    if serious == 1:
        return observe(
            "step",
            "1 high or critical alert in the last {days} days, {open} open.",
            days=days,
            open=still_open,
        )
    return observe(
        "step",
        "{count} high or critical alerts in the last {days} days, {open} open.",
        count=serious,
        days=days,
        open=still_open,
    )


def _milestones(count: int) -> str:
    if count == 1:
        return observe("step", "1 milestone reached.")
    return observe("step", "{count} milestones reached.", count=count)
