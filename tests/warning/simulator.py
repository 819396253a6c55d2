"""Made-up clients on stated assumptions: what detectors are compared on, and never evidence.

Six questions on 0 to 10. Each person has their own mean, spread and day-to-day memory; answers of
a day move together (.3); there is a weekday wave (.1 spread), a slow drift (.35) and a bad patch of
one to four days every 45 or so that means nothing. Days are missed in runs (median a fifth of
days), a little more often before an episode of use; half of the clients take medication and miss
it a little more often then. Episodes come at a rate of each person's own (mean 1.3 in 180 days):
70 of 100 after a climb of 3 to 14 days, 10 after one or two days, 20 without any sign. Which
questions climb is each person's own. The tiers differ by the height of the climb; mean craving on
the three days before is .37, .62 and .93 spreads above the person's mean.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from alerts.warning import window as windows
from alerts.warning.parameters import DEFAULT
from alerts.warning.window import Window

TIERS = {"weak": 0.75, "medium": 1.25, "strong": 2.0}
DAYS = 180
# How often each of ITEMS takes part in a person's climb.
ITEMS = ("craving", "mood", "stress", "sleep_quality", "sleep_hours", "connection")
TAKES_PART = np.array([0.95, 0.6, 0.6, 0.5, 0.4, 0.5])
MEANS = np.array([3.2, 4.2, 4.4, 4.2, 3.2, 4.0])
RESET = 7  # days after an episode in which none begins

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class World:
    """Answers (clients, days, items), more being worse; medication; the days of use, and rates."""

    answers: Numbers
    medication: Numbers
    use: Flags
    rates: Numbers


@dataclass(frozen=True)
class Slide:
    """A slow worsening of everything from a day on: so many days to so many spreads."""

    begins: int = 75
    days: int = 45
    height: float = 1.2


def simulate(
    seed: int,
    *,
    clients: int = 1500,
    tier: str = "medium",
    with_use: bool = True,
    slide: Slide | None = None,
) -> World:
    """Make up `clients` for DAYS days; the same seed gives the same."""
    rng = np.random.default_rng(seed)
    items = len(ITEMS)
    mean = np.clip(rng.normal(MEANS, 1.5, (clients, items)), 0.8, 8)
    spread = rng.uniform(1.3, 2.6, (clients, items))
    away = _moods(rng, clients) + _benign(rng, clients)
    rates = rng.gamma(1.25, 1.3 / 1.25 / DAYS, clients) * with_use
    use = _episodes(rng, rates)
    climb = _climbs(rng, use)
    weight = (rng.random((clients, items)) < TAKES_PART) * rng.lognormal(0, 0.4, (clients, items))
    away += TIERS[tier] * weight[:, None] * climb[..., None]
    if slide:
        rise = np.clip((np.arange(DAYS) - slide.begins) / slide.days, 0, 1)
        away += slide.height * rise[None, :, None]
    answers = np.clip(np.rint(mean[:, None] + spread[:, None] * away), 0, 10)
    missed = _missed(rng, climb)
    answers[missed] = np.nan
    return World(answers, _medication(rng, climb, missed), use, rates)


def as_window(world: World) -> Window:
    """Lay a world out as the score sees it: each question on its own scale."""
    clients, days, _ = world.answers.shape
    series = windows.empty(clients, days)
    for place, item in enumerate(DEFAULT.items):
        if item.key not in ITEMS:
            continue
        worse = world.answers[..., ITEMS.index(item.key)]
        if item.key == "sleep_hours":
            series.items[..., place] = 12 - 0.8 * worse
        else:
            series.items[..., place] = worse if item.worse > 0 else 10 - worse
    series.medication[:] = world.medication
    series.answered[:] = ~np.isnan(world.answers).all(axis=-1)
    series.used[:] = world.use
    series.tenure[:] = days - 1
    return series


def _moods(rng: np.random.Generator, clients: int) -> Numbers:
    items, together = len(ITEMS), 0.3
    memory = np.clip(rng.normal(0.28, 0.2, (clients, items)), -0.05, 0.7)
    shock = np.sqrt(1 - together) * rng.normal(size=(clients, DAYS, items))
    shock += np.sqrt(together) * rng.normal(size=(clients, DAYS, 1))
    moods = shock.copy()
    for day in range(1, DAYS):
        moods[:, day] = memory * moods[:, day - 1] + np.sqrt(1 - memory**2) * shock[:, day]
    return np.asarray(moods)


def _benign(rng: np.random.Generator, clients: int) -> Numbers:
    """Weekday wave, slow drift and bad patches: what an alarm should not come from."""
    phase = rng.uniform(0, 2 * np.pi, (clients, 1))
    wave = 0.1 * np.cos(2 * np.pi * np.arange(DAYS)[None, :] / 7 + phase)
    keep = np.exp(-1 / 30)
    drift = rng.normal(size=(clients, DAYS))
    for day in range(1, DAYS):
        drift[:, day] = keep * drift[:, day - 1] + np.sqrt(1 - keep**2) * drift[:, day]
    benign = np.repeat((wave + 0.35 * drift)[..., None], len(ITEMS), axis=2)
    for client, day in zip(*np.nonzero(rng.random((clients, DAYS)) < 1 / 45), strict=True):
        which = rng.random(len(ITEMS)) < 0.6
        benign[client, day : day + rng.integers(1, 5)] += which * rng.uniform(0.7, 1.6)
    return benign


def _episodes(rng: np.random.Generator, rates: Numbers) -> Flags:
    use = np.zeros((len(rates), DAYS), dtype=bool)
    for client, rate in enumerate(rates):
        day = -1.0
        while rate:
            day += max(1.0, np.ceil(rng.exponential(1 / rate)))
            if day >= DAYS:
                break
            use[client, int(day)] = True
            day += RESET
    return use


def _climbs(rng: np.random.Generator, use: Flags) -> Numbers:
    climb = np.zeros(use.shape)
    for client, day in zip(*np.nonzero(use), strict=True):
        kind = rng.random()
        if kind >= 0.8:
            continue
        length = int(rng.integers(3, 15) if kind < 0.7 else rng.integers(1, 3))
        first = max(0, day - length)
        steps = (np.arange(first, day + 1) - (day - length) + 1) / length
        height = np.minimum(steps, 1) ** 0.7
        climb[client, first : day + 1] = np.maximum(climb[client, first : day + 1], height)
    return climb


def _missed(rng: np.random.Generator, climb: Numbers) -> Flags:
    clients = len(climb)
    usual = np.clip(rng.beta(1.1, 3.6, clients), 0.01, 0.9)
    again = np.clip(usual + 0.45 * (1 - usual) * rng.uniform(0.4, 1, clients), 0, 0.95)
    anew = usual * (1 - again) / (1 - usual)
    missed = np.zeros(climb.shape, dtype=bool)
    missed[:, 0] = rng.random(clients) < usual
    for day in range(1, DAYS):
        chance = np.where(missed[:, day - 1], again, anew) * (1 + 0.4 * climb[:, day])
        missed[:, day] = rng.random(clients) < np.minimum(chance, 0.97)
    return missed


def _medication(rng: np.random.Generator, climb: Numbers, missed: Flags) -> Numbers:
    clients = len(climb)
    takes = rng.random(clients) < 0.5
    chance = rng.beta(1, 9, clients)[:, None] + 0.15 * climb
    medication = (rng.random(climb.shape) < chance).astype(np.float64)
    medication[~takes] = np.nan
    medication[missed] = np.nan
    return medication
