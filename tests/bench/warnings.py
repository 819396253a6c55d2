"""How long everybody's night takes, beside merely reading the same rows by COPY in the same run."""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
from typing import Any

from backend.launch_processes import ROOT
from tests.live.system import System

WANTED = 2.0


def measure(system: System, wanted: argparse.Namespace) -> dict[str, Any]:
    """Make people with sixty days each, then read and score them in turns."""
    count = wanted.people
    seeded = _step(system, "seed", count, role="owner")
    rounds = []
    for number in range(min(wanted.rounds, 3)):
        read, scored = (_step(system, step, count, role="app") for step in ("copy", "score"))
        rounds.append((scored["seconds"], read["seconds"], scored["found"]))
        print(
            f"round {number + 1}: scored in {scored['seconds']:.1f} s, read in"
            f" {read['seconds']:.1f} s, {scored['found']} stand out",
            flush=True,
        )
    return summary(rounds, count, seeded["rows"])


def summary(rounds: list[tuple[float, float, int]], count: int, rows: int) -> dict[str, Any]:
    """Print medians and return what is kept."""
    scored, read = (round(statistics.median(one[place] for one in rounds), 2) for place in (0, 1))
    ratio = round(statistics.median(one[0] / one[1] for one in rounds), 2)
    print(f"{count} clients, {rows} check-ins: {scored} s, {ratio} × COPY ({read} s; aim {WANTED})")
    return {
        "name": "warnings", "value": scored, "unit": "seconds", "copy_seconds": read,
        "ratio": ratio, "found": rounds[-1][2],
        "conditions": {
            "clients": count, "rows": rows, "rounds": len(rounds), "cores": os.cpu_count(),
            "python": platform.python_version(), "load_average": os.getloadavg()[0],
        },
    }  # fmt: skip


def _step(system: System, step: str, count: int, *, role: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.scoring", step, str(count)],
        cwd=ROOT, env={**os.environ, **system.environment, "DATABASE_AS": role},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"{step} failed:\n{done.stdout}{done.stderr}")
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result
