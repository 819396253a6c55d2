"""Which exercises to offer first in a hard moment: what worked for this person, then what fits.

The phone ranks by the same rule (web/src/lib/ranking.ts); tests/skills/ranking-cases.json holds
both to it. What is said of a rank is in reasons.py.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import floor
from typing import Literal

Band = Literal["low", "middle", "high"]
Basis = Literal["here", "elsewhere", "untried"]


@dataclass(frozen=True)
class Rule:
    """Every number of the rule. All are chosen, not measured; a change is a new version."""

    version: str = "help-now-1"
    prior: float = 1.0  # what an exercise is expected to ease before anybody tried it
    prior_weight: int = 3  # how many practices that expectation counts for
    fits: float = 0.5  # for an exercise that is made for the need
    per_minute: float = 0.02  # short comes first when the rest is equal
    found_helpful: float = 0.25  # if every answer was "helpful"; as much less if none was
    other_levels: float = 0.5  # what a practice counts that was done at another level
    low_until: int = 3
    middle_until: int = 6
    strong_from: int = 7
    long_over: int = 10  # minutes
    long_when_strong: float = 0.5  # taken off an exercise that is too long for a strong moment
    most_results: int = 8


RULE = Rule()


@dataclass(frozen=True)
class Exercise:
    """As much of an exercise as the rule asks for."""

    slug: str
    minutes: int
    needs: Sequence[str]


@dataclass(frozen=True)
class Done:
    """One practice. Ratings and answer are None where they were skipped."""

    slug: str
    need: str
    before: int | None
    after: int | None
    helpful: bool | None


@dataclass(frozen=True)
class Effect:
    """All practices of one exercise for one need in one band of strength.

    `tried`, `helped` and `total_change` are of practices rated before and after; `yes` and `no`
    of those that were rated before. A change above nought is an easing.
    """

    slug: str
    need: str
    level_band: Band
    tried: int = 0
    helped: int = 0
    total_change: int = 0
    yes: int = 0
    no: int = 0

    @property
    def mean_change(self) -> float | None:
        """The mean easing, or None when nothing was rated."""
        return self.total_change / self.tried if self.tried else None


@dataclass(frozen=True)
class Ranked:
    """One exercise's place: its score, and the evidence that it rests on."""

    exercise: Exercise
    score: float
    basis: Basis
    tried: int
    helped: int
    total_change: int

    @property
    def mean_change(self) -> float | None:
        """The mean easing in the evidence, or None without any."""
        return self.total_change / self.tried if self.tried else None


def band_of(level: int, rule: Rule = RULE) -> Band:
    """Return the band that a strength from 0 to 10 falls into."""
    if level <= rule.low_until:
        return "low"
    return "middle" if level <= rule.middle_until else "high"


def effects_of(practices: Iterable[Done], rule: Rule = RULE) -> list[Effect]:
    """Sum up practices by exercise, need and band. Without a need and a first rating: left out."""
    found: dict[tuple[str, str, Band], Effect] = {}
    for done in practices:
        if not done.need or done.before is None:
            continue
        key = (done.slug, done.need, band_of(done.before, rule))
        found[key] = _with(found.get(key) or Effect(*key), done, done.before)
    return sorted(found.values(), key=lambda one: (one.slug, one.need, one.level_band))


def _with(effect: Effect, done: Done, before: int) -> Effect:
    rated = done.after is not None
    change = before - done.after if done.after is not None else 0
    return Effect(
        effect.slug,
        effect.need,
        effect.level_band,
        tried=effect.tried + rated,
        helped=effect.helped + (change > 0),
        total_change=effect.total_change + change,
        yes=effect.yes + (done.helpful is True),
        no=effect.no + (done.helpful is False),
    )


def rank(
    exercises: Iterable[Exercise],
    effects: Iterable[Effect],
    *,
    need: str,
    level: int,
    rule: Rule = RULE,
) -> list[Ranked]:
    """Return the exercises to offer for a need of that strength, the best first.

    Offered is what is made for the need, and what this person tried for it. Order: score, then
    fewer minutes, then name.
    """
    known: dict[str, list[Effect]] = {}
    for effect in effects:
        if effect.need == need:
            known.setdefault(effect.slug, []).append(effect)
    ranked = [
        _ranked(exercise, known.get(exercise.slug, []), need=need, level=level, rule=rule)
        for exercise in exercises
        if need in exercise.needs or any(one.tried for one in known.get(exercise.slug, []))
    ]
    ranked.sort(key=lambda one: (-one.score, one.exercise.minutes, one.exercise.slug))
    return ranked[: rule.most_results]


def _ranked(
    exercise: Exercise, effects: list[Effect], *, need: str, level: int, rule: Rule
) -> Ranked:
    here = [one for one in effects if one.level_band == band_of(level, rule) and one.tried]
    evidence = here or effects
    total = Effect(
        exercise.slug,
        need,
        band_of(level, rule),
        tried=sum(one.tried for one in evidence),
        helped=sum(one.helped for one in evidence),
        total_change=sum(one.total_change for one in evidence),
        yes=sum(one.yes for one in evidence),
        no=sum(one.no for one in evidence),
    )
    weight = 1.0 if here else rule.other_levels
    score = shrunken(total, weight=weight, rule=rule) + sum(
        _adjustments(exercise, total, need=need, level=level, rule=rule)
    )
    basis: Basis = "here" if here else "elsewhere" if total.tried else "untried"
    return Ranked(exercise, rounded(score, 4), basis, total.tried, total.helped, total.total_change)


def shrunken(effect: Effect, *, weight: float = 1.0, rule: Rule = RULE) -> float:
    """Return the mean easing, drawn towards what is expected while there is little to go by."""
    return (weight * effect.total_change + rule.prior_weight * rule.prior) / (
        weight * effect.tried + rule.prior_weight
    )


def _adjustments(
    exercise: Exercise, total: Effect, *, need: str, level: int, rule: Rule
) -> Iterator[float]:
    if need in exercise.needs:
        yield rule.fits
    if total.yes or total.no:
        yield rule.found_helpful * (total.yes - total.no) / (total.yes + total.no)
    yield -rule.per_minute * exercise.minutes
    if level >= rule.strong_from and exercise.minutes > rule.long_over:
        yield -rule.long_when_strong


def rounded(value: float, places: int) -> float:
    """Round halves up, as the phone's language does."""
    scale: int = 10**places
    return floor(value * scale + 0.5) / scale
