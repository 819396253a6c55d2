"""The points of the last day of a window. Each kind of evidence adds its own; nothing is trained.

Points are whole thousandths, so that they add up exactly and come out the same everywhere.
"""

from dataclasses import dataclass

import numpy as np

from alerts.warning.parameters import DEFAULT, Parameters
from alerts.warning.window import (
    Flags,
    Numbers,
    Whole,
    Window,
    episodes_in,
    since_use_on_last_day,
)

THOUSANDTHS = 1000
OTHERS = ("missing", "medication", "history", "since_use")


@dataclass(frozen=True)
class Points:
    """What each kind of evidence adds to the score of each client, in thousandths of a point.

    by_kind   (n, kinds) columns in the order of `kinds`
    score     (n,) their sum, exactly
    scored    (n,) False in the first days, when there is no score
    learning  (n,) True while history is left out and the limit is raised
    usual     (n, items) the person's usual, `spread` around it, `seen` days it rests on
    in_tail   (n,) days with a check-in among the recent ones
    """

    kinds: tuple[str, ...]
    by_kind: Whole
    score: Whole
    scored: Flags
    learning: Flags
    usual: Numbers
    spread: Numbers
    seen: Whole
    in_tail: Whole


@dataclass(frozen=True)
class Baseline:
    """The usual of each day of the tail: (n, tail, items)."""

    mean: Numbers
    spread: Numbers
    seen: Whole


def score(window: Window, parameters: Parameters = DEFAULT) -> Points:
    """Score the last day of each client. Raises ValueError when the window has too few days."""
    if window.days < parameters.window_days:
        raise ValueError(f"{window.days} days, and {parameters.window_days} are needed")
    window = window.last(parameters.window_days)
    baseline = baseline_of(window, parameters)
    learning = window.tenure < parameters.learning_days
    history = np.where(learning, 0.0, _history(window, parameters))
    since_use = np.where(learning, 0.0, _since_use(window, parameters))
    parts = [
        parameters.item_points * _items(window, baseline, parameters),
        (parameters.missing_points * _missing(window, parameters))[:, None],
        (parameters.medication_points * _medication(window, parameters))[:, None],
        (parameters.history_points * history)[:, None],
        (parameters.since_use_points * since_use)[:, None],
    ]
    by_kind = np.rint(THOUSANDTHS * np.concatenate(parts, axis=1)).astype(np.int64)
    scored = window.tenure >= parameters.silent_days
    by_kind[~scored] = 0
    return Points(
        kinds=(*(item.key for item in parameters.items), *OTHERS),
        by_kind=by_kind,
        score=by_kind.sum(axis=1),
        scored=scored,
        learning=learning & scored,
        usual=baseline.mean[:, -1],
        spread=baseline.spread[:, -1],
        seen=baseline.seen[:, -1],
        in_tail=window.answered[:, -parameters.tail_days :].sum(axis=1),
    )


def baseline_of(window: Window, parameters: Parameters = DEFAULT) -> Baseline:
    """Find the usual for each day of the tail, from days that ended `guard_days` before it.

    Days with reported use, and the week after, are left out: they are not anybody's usual.
    """
    counts = ~np.isnan(window.items) & ~_after_use(window.used, parameters)[..., None]
    values = np.where(counts, window.items, 0.0)
    length = parameters.baseline_days
    seen, total, squares = (
        _rolling(part[:, : length + parameters.tail_days - 1], length)
        for part in (counts.astype(np.float64), values, values**2)
    )
    usual = np.array([item.usual for item in parameters.items])
    typical = np.array([item.spread for item in parameters.items])
    mean = (total + parameters.shrink_mean * usual) / (seen + parameters.shrink_mean)
    off = np.maximum(squares - 2 * mean * total + seen * mean**2, 0.0)
    variance = (off + parameters.shrink_spread * typical**2) / (seen + parameters.shrink_spread)
    spread = np.maximum(np.sqrt(variance), parameters.least_spread)
    return Baseline(mean, spread * np.sqrt(1 + 1 / (seen + 2)), seen.astype(np.int64))


def compose(away: Numbers, parameters: Parameters = DEFAULT) -> Numbers:
    """Weigh one day's answers, (…, items) in spreads away from usual, each answer's own share.

    The shares add up to a value whose spread is about one, however many were answered. NaN is not
    answered and has no share.
    """
    answered = ~np.isnan(away)
    weight = np.array([item.weight for item in parameters.items]) * answered
    together = parameters.together
    size = (1 - together) * (weight**2).sum(axis=-1) + together * weight.sum(axis=-1) ** 2
    share = weight / np.sqrt(np.where(size > 0, size, 1.0))[..., None]
    return np.where(answered, share * np.nan_to_num(away), 0.0)


def fade(values: Numbers, known: Flags, *, rate: float, hold: int) -> Numbers:
    """Average recent days, (n, days, …), each counting (1 - rate) of the next.

    A day that is not known changes nothing, up to `hold` of them in a row; then the average fades.
    """
    state = np.zeros_like(values[:, 0])
    gap = np.zeros(values.shape[0])
    for day in range(values.shape[1]):
        here = known[:, day]
        gap = np.where(here, 0, gap + 1)
        wide = here.reshape(here.shape + (1,) * (state.ndim - 1))
        old = (gap > hold).reshape(wide.shape)
        moved = (1 - rate) * state + rate * values[:, day]
        state = np.where(wide, moved, np.where(old, (1 - rate) * state, state))
    return state


def _items(window: Window, baseline: Baseline, parameters: Parameters) -> Numbers:
    recent = window.items[:, -parameters.tail_days :]
    worse = np.array([item.worse for item in parameters.items])
    away = worse * (recent - baseline.mean) / baseline.spread
    shares = compose(np.clip(away, -parameters.clip, parameters.clip), parameters)
    known = np.asarray(~np.isnan(recent).all(axis=-1))
    return fade(shares, known, rate=parameters.item_fade, hold=parameters.hold_days)


def _missing(window: Window, parameters: Parameters) -> Numbers:
    """Weigh missed days against the person's own habit of missing them."""
    here = window.enrolled
    missed = here & ~window.answered
    before = slice(None, -parameters.guard_days)
    known, gone = here[:, before].sum(axis=1), missed[:, before].sum(axis=1)
    shrink = parameters.missing_shrink_days
    habit = (gone + shrink * parameters.missing_usual) / (known + shrink)
    times = parameters.missing_times  # by which the odds of missing a day rise
    often = times * habit / (1 - habit + times * habit)
    evidence = np.where(
        missed, np.log(often / habit)[:, None], np.log((1 - often) / (1 - habit))[:, None]
    )
    evidence = np.clip(evidence, parameters.missing_least, parameters.missing_most)
    tail = slice(-parameters.tail_days, None)
    return fade(evidence[:, tail], here[:, tail], rate=parameters.missing_fade, hold=0)


def _medication(window: Window, parameters: Parameters) -> Numbers:
    usually, before = parameters.medication_taken_usually, parameters.medication_taken_before
    recent = window.medication[:, -parameters.tail_days :]
    known = ~np.isnan(recent)
    missed, taken = np.log((1 - before) / (1 - usually)), np.log(before / usually)
    evidence = np.where(recent == 1, missed, np.where(known, taken, 0.0))
    rate, hold = parameters.medication_fade, parameters.hold_days
    return fade(evidence, known, rate=rate, hold=hold)


def _history(window: Window, parameters: Parameters) -> Numbers:
    """Compare episodes of use known of with those of most people, as log odds."""
    episodes = window.episodes + episodes_in(window.used)
    days = window.looked_back + np.minimum(window.tenure + 1, window.days)
    usual = parameters.history_episodes / parameters.history_days
    rate = (parameters.history_episodes + episodes) / (parameters.history_days + days)
    most = parameters.history_most
    return np.clip(np.log(rate / usual), -most, most)


def _since_use(window: Window, parameters: Parameters) -> Numbers:
    days = since_use_on_last_day(window)
    starts = np.array([start for start, _ in parameters.since_use])
    chances = np.array([chance for _, chance in parameters.since_use])
    odds = np.log(chances / (1 - chances))
    even = parameters.since_use_even
    place = np.searchsorted(starts, np.where(np.isinf(days), 0, days), side="right") - 1
    return np.where(np.isinf(days), 0.0, odds[place] - np.log(even / (1 - even)))


def _after_use(used: Flags, parameters: Parameters) -> Flags:
    left_out = used.copy()
    for days in range(1, parameters.days_left_out_after_use + 1):
        left_out[:, days:] |= used[:, :-days]
    return left_out


def _rolling(values: Numbers, length: int) -> Numbers:
    """Sum every stretch of `length` days: (n, days - length + 1, …), the oldest first."""
    sums = [values[:, :length].sum(axis=1)]
    for day in range(length, values.shape[1]):
        sums.append(sums[-1] + values[:, day] - values[:, day - length])
    return np.stack(sums, axis=1)
