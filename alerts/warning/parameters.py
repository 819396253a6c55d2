"""Every number of the warning score, in one versioned place. See docs/clinical-numbers.md."""

from dataclasses import dataclass, field

VERSION = "baseline-2"


@dataclass(frozen=True)
class Item:
    """One question of the check-in as the score looks at it; `worse` is +1 when more is worse.

    `usual` and `spread` are what a person is taken for before their own days are known, on the
    item's own scale (0–10; hours for sleep).
    """

    key: str
    weight: float
    worse: int
    usual: float
    spread: float


ITEMS = (
    Item("craving", 1.0, +1, 3.2, 2.0),
    Item("mood", 0.8, -1, 5.8, 2.0),
    Item("stress", 0.8, +1, 4.4, 2.0),
    Item("confidence", 0.8, -1, 6.0, 2.0),
    Item("sleep_quality", 0.6, -1, 5.8, 2.0),
    Item("sleep_hours", 0.5, -1, 6.8, 1.35),
    Item("connection", 0.5, -1, 6.0, 2.0),
)


@dataclass(frozen=True)
class Parameters:
    """Days, weights and limits of the score. A change of any of them is a new version."""

    version: str = VERSION
    items: tuple[Item, ...] = ITEMS

    # The person's own usual: the 42 days that ended a week ago, pulled towards most people's.
    baseline_days: int = 42
    guard_days: int = 7
    days_left_out_after_use: int = 7
    shrink_mean: float = 2.0
    shrink_spread: float = 8.0
    least_spread: float = 0.6
    clip: float = 4.0
    # How far answers of one day move together; keeps a day with many answers comparable.
    together: float = 0.3

    # Recent days: how fast each kind of evidence fades, and how many points it is worth.
    tail_days: int = 14
    item_fade: float = 0.5
    item_points: float = 1.0
    hold_days: int = 7
    missing_fade: float = 0.3
    missing_points: float = 2.5
    missing_times: float = 2.0
    missing_least: float = -1.0
    missing_most: float = 1.0
    missing_usual: float = 0.2
    missing_shrink_days: float = 10.0
    medication_fade: float = 0.3
    medication_points: float = 1.0
    medication_taken_usually: float = 0.9
    medication_taken_before: float = 0.6

    # Use before: episodes in so many days, and how long ago the last was.
    history_points: float = 1.25
    history_episodes: float = 1.0
    history_days: float = 140.0
    history_most: float = 2.5
    since_use_points: float = 0.25
    # Chance of use in the next seven days by whole days since the last: (from day, chance).
    since_use: tuple[tuple[int, float], ...] = field(
        default=((0, 0.87), (1, 0.61), (3, 0.54), (7, 0.33), (14, 0.19), (28, 0.08), (90, 0.03))
    )
    since_use_even: float = 0.08

    # A person who is new: at first no score, then one without history and a higher limit.
    silent_days: int = 7
    learning_days: int = 28
    learning_limit: float = 1.25

    # Points from which somebody is told, by warnings per client-month, until a site has enough
    # days of its own; see budget.py and tiers.py.
    limits: tuple[tuple[float, float], ...] = (
        (0.125, 2.15), (0.25, 1.8), (0.5, 1.4), (1.0, 0.85), (2.0, 0.15),
    )  # fmt: skip
    quiet_days: int = 7
    most_in_days: tuple[int, int] = (2, 30)
    fewest_days_in_tail: int = 4

    # The chart against a good period, for what slides slowly. Its own limit and budget.
    anchor_days: int = 28
    anchor_least_days: int = 10
    anchor_fade: float = 0.3
    anchor_tail_days: int = 21
    anchor_limits: tuple[tuple[float, float], ...] = (
        (0.125, 1.85), (0.25, 1.55), (0.5, 1.2), (1.0, 0.8), (2.0, 0.3),
    )  # fmt: skip

    @property
    def window_days(self) -> int:
        """Days that one score looks at, the day itself included."""
        return self.tail_days - 1 + self.guard_days + self.baseline_days


DEFAULT = Parameters()
