"""`make bench-warnings`: prints what the score reaches on made-up clients, with the chance line."""

import argparse
import json
import platform
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from alerts.warning import anchored, budget
from alerts.warning.parameters import DEFAULT, VERSION
from tests.warning import detectors, measure
from tests.warning.simulator import DAYS, TIERS, Slide, World, as_window, simulate

BUDGETS = (0.5, 1.0)
LIMITS_SEED, TRAINING_SEEDS = 9001, (9100, 9101, 9102)
# (figure, tier): what we want to reach.
WANTED = {
    ("auroc", "weak"): 0.63, ("auroc", "medium"): 0.67, ("auroc", "strong"): 0.71,
    ("sens7@0.5", "medium"): 0.38, ("sens7@1.0", "medium"): 0.53,
    ("sens7@1.0", "weak"): 0.43, ("sens7@1.0", "strong"): 0.63,
}  # fmt: skip
Scores = dict[str, NDArray[np.float64]]


@dataclass(frozen=True)
class Detectors:
    """Every detector on one world."""

    yardstick: detectors.Yardstick

    def on(self, world: World, seed: int) -> Scores:
        replayed = detectors.ours(world)
        return {
            "chance": detectors.chance(world, seed),
            "chart per question": detectors.worst_chart(world),
            "our score": replayed.score.astype(np.float64),
            "yardstick, fitted": self.yardstick(replayed),
        }


def main() -> None:
    parser = argparse.ArgumentParser(description="What the warning score reaches on made-up days.")
    parser.add_argument("--seeds", type=int, default=3, help="fresh worlds a tier")
    parser.add_argument("--first-seed", type=int, default=31000)
    parser.add_argument("--clients", type=int, default=1000, help="a world")
    arguments = parser.parse_args()
    print(f"{VERSION} on {platform.python_implementation()} {platform.python_version()}")
    kit = Detectors(_yardstick(arguments.clients))
    ruler = simulate(LIMITS_SEED, clients=arguments.clients)
    truth = measure.truth_of(ruler.use)
    limits = {
        name: [measure.limit(score, truth, per_month) for per_month in BUDGETS]
        for name, score in kit.on(ruler, LIMITS_SEED).items()
    }
    seeds = range(arguments.first_seed, arguments.first_seed + arguments.seeds)
    rows = [row for tier in TIERS for row in _tier(kit, limits, tier, seeds, arguments.clients)]
    slide = _slow_slide(arguments.first_seed + 500, arguments.clients)
    out = Path("var/bench/warnings.json")
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text(json.dumps({"version": VERSION, "rows": rows, "slow_slide": slide}, indent=1))
    print(f"Written to {out}. Made-up clients show good arithmetic, not benefit to anybody.")


def _yardstick(clients: int) -> detectors.Yardstick:
    worlds = [
        simulate(seed, tier=tier, clients=clients)
        for seed, tier in zip(TRAINING_SEEDS, TIERS, strict=True)
    ]
    return detectors.Yardstick([(world, detectors.ours(world)) for world in worlds])


def _tier(
    kit: Detectors, limits: dict[str, list[float]], tier: str, seeds: range, clients: int
) -> list[dict[str, Any]]:
    worlds = [simulate(seed, tier=tier, clients=clients) for seed in seeds]
    truth = measure.truth_of(np.concatenate([world.use for world in worlds]))
    every = [kit.on(world, seed) for world, seed in zip(worlds, seeds, strict=True)]
    rows = []
    print(f"\n{tier} signs, {int(truth.use.sum())} episodes")
    for name, limit in limits.items():
        score = np.concatenate([scores[name] for scores in every])
        row: dict[str, Any] = {"tier": tier, "detector": name, "auroc": measure.auroc(score, truth)}
        words = [f"  {name:20} AUROC {row['auroc']:.3f}"]
        for per_month, value in zip(BUDGETS, limit, strict=True):
            share, low, high = measure.interval(*measure.caught(score, value, truth))
            false = measure.false_alarms(score, value, truth)
            row[f"sens7@{per_month}"] = share
            row[f"interval@{per_month}"], row[f"false@{per_month}"] = (low, high), false
            words.append(f"@{per_month}: {share:.3f} [{low:.3f}-{high:.3f}] at {false:.2f}")
        print("  ".join(words))
        rows.append(row)
    _compare(tier, {row["detector"]: row for row in rows})
    return rows


def _compare(tier: str, rows: dict[str, dict[str, Any]]) -> None:
    ours, chance, fitted = rows["our score"], rows["chance"], rows["yardstick, fitted"]
    for (figure, of), wanted in WANTED.items():
        if of == tier:
            word = "reached" if ours[figure] >= wanted else "not reached"
            print(f"    {figure}: wanted {wanted:.2f}, got {ours[figure]:.3f}: {word}")
    for per_month in BUDGETS:
        figure = f"sens7@{per_month}"
        gain = (ours[figure] - chance[figure]) / (fitted[figure] - chance[figure])
        print(f"    {figure}: {gain:.2f} of what fitting gains over chance")


def _slow_slide(seed: int, clients: int) -> dict[str, Any]:
    """Everything worsens over 45 days and stays: who is noticed by day 30, and on days 45 to 60."""
    slide = Slide()
    calm = simulate(seed, clients=clients, with_use=False)
    scored = np.zeros((clients, DAYS), dtype=bool)
    scored[:, measure.FIRST_DAY :] = True
    print("\nslow slide, two limits of 0.5 alarms a client-month each")
    result: dict[str, Any] = {}
    for name, score in {"our score": _moving, "anchored chart": _anchored}.items():
        limit = budget.limit_for(0.5, score(calm), scored, measure.NO_CAP)
        for kind, begins in (("slide", slide), ("chance", None)):
            world = simulate(seed + 1, clients=clients, with_use=False, slide=begins)
            raised = budget.alarms(score(world), limit, scored, measure.NO_CAP)
            soon = raised[:, slide.begins : slide.begins + 30].any(axis=1).mean()
            later = raised[:, slide.begins + 45 : slide.begins + 61].any(axis=1).mean()
            print(f"  {name:16} {kind:7} by day 30: {soon:.2f}   days 45 to 60: {later:.2f}")
            result[f"{name}, {kind}"] = (float(soon), float(later))
    return result


def _moving(world: World) -> NDArray[np.float64]:
    return detectors.ours(world).score.astype(np.float64)


def _anchored(world: World) -> NDArray[np.float64]:
    items = as_window(world).items
    anchor = anchored.anchor_of(items[:, : DEFAULT.anchor_days])
    days = [
        anchored.chart(items[:, : day + 1], anchor).sum(axis=1)
        for day in range(measure.FIRST_DAY, DAYS)
    ]
    before = np.zeros((len(items), measure.FIRST_DAY))
    return np.concatenate([before, np.stack(days, axis=1)], axis=1)


if __name__ == "__main__":
    main()
