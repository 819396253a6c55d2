"""Milestones by phase: which there are, and the rules that see some of them in what was reported.

A rule says "reached" with the numbers that it rests on, or nothing. It never says "not reached":
too little to go on and not yet there look alike. Numbers: docs/clinical-numbers.md.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from statistics import median

VERSION = "milestones-1"
EARLY, MIDDLE, LONG_TERM = "early", "weeks_4_to_8", "long_term"
PHASES = (EARLY, MIDDLE, LONG_TERM)
MIDDLE_FROM_WEEK, LONG_TERM_FROM_WEEK = 4, 9

Basis = dict[str, float | int | str]


@dataclass(frozen=True)
class Numbers:
    """Thresholds; scales 0–10, hours, days. All chosen, but for the two of the questionnaires."""

    window: int = 14
    of_window: int = 9
    hours_of_sleep: float = 6.0
    around_usual: float = 2.0
    days_for_usual: int = 9
    good_answer: int = 6
    sessions_within: int = 14
    sessions_needed: int = 5
    share_attended: float = 0.8
    less_craving: float = 2.0
    days_to_compare: int = 6
    practices_within: int = 28
    practices_looked_at: int = 10
    practices_eased: int = 6
    gad7_points: int = 4
    phq9_points: int = 5


DEFAULT = Numbers()


@dataclass(frozen=True)
class Day:
    """One day's answers as far as milestones look at them; None means not answered."""

    on: date
    mood: float | None = None
    craving: float | None = None
    connection: float | None = None
    confidence: float | None = None
    sleep_hours: float | None = None
    used: bool | None = None


@dataclass(frozen=True)
class Facts:
    """What the rules look at. Everything is of this enrolment, in any order."""

    began_on: date
    today: date
    days: Sequence[Day] = ()
    # Day and whether the client was there; only sessions whose attendance was taken.
    sessions: Sequence[tuple[date, bool]] = ()
    # Day, and how much one rated practice eased (before less after).
    practices: Sequence[tuple[date, int]] = ()
    # Totals by questionnaire key, each (day, total).
    totals: Mapping[str, Sequence[tuple[date, float]]] = field(default_factory=dict)


Rule = Callable[[Facts, Numbers], Basis | None]


@dataclass(frozen=True)
class Milestone:
    """One milestone; without a rule it is only ever marked."""

    slug: str
    phase: str
    rule: Rule | None = None


def phase_of(week: int) -> str:
    """Return the phase of a week of the program, counted from 1."""
    if week < MIDDLE_FROM_WEEK:
        return EARLY
    return MIDDLE if week < LONG_TERM_FROM_WEEK else LONG_TERM


def reached(facts: Facts, *, numbers: Numbers = DEFAULT) -> dict[str, Basis]:
    """Return which milestones the rules see now, each with the numbers that it rests on."""
    found = {one.slug: one.rule(facts, numbers) for one in MILESTONES if one.rule}
    return {slug: basis for slug, basis in found.items() if basis is not None}


def _window(facts: Facts, numbers: Numbers) -> list[Day]:
    first = facts.today - timedelta(days=numbers.window - 1)
    return [day for day in facts.days if first <= day.on <= facts.today]


def _sleep(facts: Facts, numbers: Numbers) -> Basis | None:
    nights = [day.sleep_hours for day in _window(facts, numbers)]
    return _often(nights, numbers.hours_of_sleep, numbers)


def _confidence(facts: Facts, numbers: Numbers) -> Basis | None:
    answers = [day.confidence for day in _window(facts, numbers)]
    return _often(answers, numbers.good_answer, numbers)


def _connection(facts: Facts, numbers: Numbers) -> Basis | None:
    answers = [day.connection for day in _window(facts, numbers)]
    return _often(answers, numbers.good_answer, numbers)


def _often(values: Sequence[float | None], least: float, numbers: Numbers) -> Basis | None:
    count = sum(value is not None and value >= least for value in values)
    if count < numbers.of_window:
        return None
    return {"count": count, "of": numbers.window, "least": least}


def _mood(facts: Facts, numbers: Numbers) -> Basis | None:
    """Near the person's own middle on most days, and that middle no lower than at the start."""
    values = [day.mood for day in _window(facts, numbers) if day.mood is not None]
    start = [day.mood for day in _first_days(facts, numbers) if day.mood is not None]
    if len(values) < numbers.days_for_usual or not start:
        return None
    usual = median(values)
    near = sum(abs(value - usual) <= numbers.around_usual for value in values)
    if near < numbers.of_window or usual < median(start):
        return None
    return {"count": near, "of": numbers.window, "around": numbers.around_usual, "usual": usual}


def _first_days(facts: Facts, numbers: Numbers) -> list[Day]:
    end = facts.began_on + timedelta(days=numbers.window)
    return [day for day in facts.days if facts.began_on <= day.on < end]


def _attendance(facts: Facts, numbers: Numbers) -> Basis | None:
    first = facts.today - timedelta(days=numbers.sessions_within - 1)
    taken = [there for day, there in facts.sessions if first <= day <= facts.today]
    if len(taken) < numbers.sessions_needed or sum(taken) / len(taken) < numbers.share_attended:
        return None
    return {"count": sum(taken), "of": len(taken), "days": numbers.sessions_within}


def _craving(facts: Facts, numbers: Numbers) -> Basis | None:
    """Lower by two points over the last two weeks than over the first two, which came before."""
    if facts.today < facts.began_on + timedelta(days=2 * numbers.window - 1):
        return None
    start = [day.craving for day in _first_days(facts, numbers) if day.craving is not None]
    now = [day.craving for day in _window(facts, numbers) if day.craving is not None]
    if min(len(start), len(now)) < numbers.days_to_compare:
        return None
    before, after = sum(start) / len(start), sum(now) / len(now)
    if before - after < numbers.less_craving:
        return None
    return {"before": round(before, 1), "after": round(after, 1), "days": len(now)}


def _coping(facts: Facts, numbers: Numbers) -> Basis | None:
    first = facts.today - timedelta(days=numbers.practices_within - 1)
    recent = sorted(one for one in facts.practices if first <= one[0] <= facts.today)
    looked_at = recent[-numbers.practices_looked_at :]
    eased = sum(change > 0 for _, change in looked_at)
    if eased < numbers.practices_eased:
        return None
    return {"count": eased, "of": len(looked_at)}


def _calmer(facts: Facts, numbers: Numbers) -> Basis | None:
    return _lower_total(facts, "gad-7", numbers.gad7_points)


def _lighter(facts: Facts, numbers: Numbers) -> Basis | None:
    return _lower_total(facts, "phq-9", numbers.phq9_points)


def _lower_total(facts: Facts, key: str, points: int) -> Basis | None:
    totals = sorted(facts.totals.get(key, ()))
    if len(totals) < 2 or totals[0][1] - totals[-1][1] < points:
        return None
    return {"points": totals[0][1] - totals[-1][1], "since": totals[0][0].isoformat()}


MILESTONES = (
    Milestone("steadier-sleep", EARLY, _sleep),
    Milestone("steadier-mood", EARLY, _mood),
    Milestone("showing-up", EARLY, _attendance),
    Milestone("motivation", EARLY, _confidence),
    Milestone("less-alone", EARLY, _connection),
    Milestone("fewer-cravings", MIDDLE, _craving),
    Milestone("calmer", MIDDLE, _calmer),
    Milestone("fewer-outbursts", MIDDLE),
    Milestone("lighter-mood", MIDDLE, _lighter),
    Milestone("coping", MIDDLE, _coping),
    Milestone("communication", MIDDLE),
    Milestone("work-or-school", LONG_TERM),
    Milestone("relationships", LONG_TERM),
    Milestone("independence", LONG_TERM),
)
SLUGS = frozenset(one.slug for one in MILESTONES)
