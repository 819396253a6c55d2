"""The days that one score looks at, for many clients side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from alerts.warning.parameters import DEFAULT, Parameters

Numbers = NDArray[np.float64]
Flags = NDArray[np.bool_]
Whole = NDArray[np.int64]


@dataclass(frozen=True)
class Window:
    """Answers of n clients on d days, oldest first; the last day is the one that is judged.

    items        (n, d, items) on each item's own scale; NaN is not answered
    medication   (n, d) 0 taken, 1 missed, NaN not asked or not answered
    answered     (n, d) whether there was a check-in
    used         (n, d) whether use was reported for that day
    tenure       (n,) whole days since the client's first day, that day being 0
    episodes     (n,) episodes of use known of before the first day shown
    looked_back  (n,) days over which those episodes were counted
    since_use    (n,) days from the last use before the first day shown to that day; NaN unknown
    """

    items: Numbers
    medication: Numbers
    answered: Flags
    used: Flags
    tenure: Whole
    episodes: Numbers
    looked_back: Numbers
    since_use: Numbers

    def __len__(self) -> int:
        return int(self.items.shape[0])

    @property
    def days(self) -> int:
        """Days shown."""
        return int(self.items.shape[1])

    @property
    def enrolled(self) -> Flags:
        """(n, d): days that lie in the client's time here; nothing is missed before it."""
        ago = np.arange(self.days - 1, -1, -1)
        return np.asarray(ago[None, :] <= self.tenure[:, None])

    def last(self, days: int) -> "Window":
        """Cut to the last days; what was before them is kept as numbers."""
        if self.days == days:
            return self
        cut, gone = slice(-days, None), self.used[:, :-days]
        shown = _days_since(gone) + 1
        known = np.where(np.isnan(self.since_use), np.inf, self.since_use + self.days - days)
        since = np.minimum(shown, known)
        passed = np.clip(self.tenure + 1 - days, 0, self.days - days)
        return Window(
            items=self.items[:, cut],
            medication=self.medication[:, cut],
            answered=self.answered[:, cut],
            used=self.used[:, cut],
            tenure=self.tenure,
            episodes=self.episodes + episodes_in(gone),
            looked_back=self.looked_back + passed,
            since_use=np.where(np.isinf(since), np.nan, since),
        )


@dataclass(frozen=True)
class Answers:
    """One client's answers for one day; None is not answered."""

    on: date
    items: Mapping[str, float | None]
    medication_missed: bool | None = None
    used: bool = False


@dataclass(frozen=True)
class Past:
    """What is known of one client from before the days shown."""

    first_day: date
    episodes: float = 0.0
    looked_back: float = 0.0
    last_use: date | None = None


def window_of(
    days: Sequence[Answers], *, on: date, past: Past, parameters: Parameters = DEFAULT
) -> Window:
    """Lay one client's days out, whatever their order; days after `on` or too old are left out.

    Raises ValueError when two answers are for one day: it must be said which one counts.
    """
    size = parameters.window_days
    window = empty(1, size, parameters)
    first = on.toordinal() - size + 1
    seen: set[int] = set()
    for day in days:
        place = day.on.toordinal() - first
        if not 0 <= place < size:
            continue
        if place in seen:
            raise ValueError(f"two answers for {day.on}")
        seen.add(place)
        window.answered[0, place] = True
        window.used[0, place] = day.used
        window.items[0, place] = [_number(day.items.get(item.key)) for item in parameters.items]
        window.medication[0, place] = _number(day.medication_missed)
    window.tenure[0] = (on - past.first_day).days
    window.episodes[0], window.looked_back[0] = past.episodes, past.looked_back
    if past.last_use is not None:
        window.since_use[0] = first - past.last_use.toordinal()
    return window


def empty(clients: int, days: int, parameters: Parameters = DEFAULT) -> Window:
    """Make a window in which nobody answered anything."""
    return Window(
        items=np.full((clients, days, len(parameters.items)), np.nan),
        medication=np.full((clients, days), np.nan),
        answered=np.zeros((clients, days), dtype=bool),
        used=np.zeros((clients, days), dtype=bool),
        tenure=np.zeros(clients, dtype=np.int64),
        episodes=np.zeros(clients),
        looked_back=np.zeros(clients),
        since_use=np.full(clients, np.nan),
    )


def episodes_in(used: Flags) -> Numbers:
    """Count stretches of days with reported use: days in a row are one episode."""
    begins = used & ~np.pad(used, ((0, 0), (1, 0)))[:, :-1]
    return np.asarray(begins.sum(axis=1), dtype=np.float64)


def since_use_on_last_day(window: Window) -> Numbers:
    """Days from the last use known of to the last day shown; infinite when none is known of."""
    before = np.where(np.isnan(window.since_use), np.inf, window.since_use + window.days - 1)
    return np.asarray(np.minimum(_days_since(window.used), before))


def _days_since(used: Flags) -> Numbers:
    ago = np.arange(used.shape[1] - 1, -1, -1, dtype=np.float64)
    return np.asarray(np.where(used, ago[None, :], np.inf).min(axis=1, initial=np.inf))


def _number(answer: float | bool | None) -> float:
    return np.nan if answer is None else float(answer)
