"""How long a page of a caseload takes at 200 clients and at 10,000, one request at a time."""

import argparse
import json
import os
import statistics
import subprocess
import sys
from typing import Any

from backend.launch_processes import ROOT
from tests.bench.reading import _count_sql, _owner
from tests.live.system import System

SIZES = (200, 10_000)
PAGES = {"a page of 50": "/api/v1/caseload/", "all 200": "/api/v1/caseload/?page_size=200"}
REQUESTS = 60


def measure(system: System, wanted: argparse.Namespace) -> dict[str, Any]:
    """Make two caseloads, count statements, then read both in turns."""
    sessions = system.as_owner(
        "-m", "tests.bench.caseloads", *(str(size) for size in SIZES)
    ).split()
    counts = {
        size: _count_sql(system, PAGES["a page of 50"], [session])
        for size, session in zip(SIZES, sessions, strict=True)
    }
    system.start_app("web")
    _owner(system, "VACUUM ANALYZE")
    found: dict[str, dict[int, list[float]]] = {
        name: {size: [] for size in SIZES} for name in PAGES
    }
    for number in range(wanted.rounds + 1):
        for name, path in PAGES.items():
            for size, session in zip(SIZES, sessions, strict=True):
                took = _load(system, path, session)["p50_ms"]
                if number:  # the first round warms
                    found[name][size].append(took)
    return _summary(found, counts, wanted)


def _load(system: System, path: str, session: str) -> dict[str, Any]:
    job = {
        "port": system.port, "path": path, "method": "GET", "connections": 1, "seconds": 60,
        "requests": [(session, "")] * REQUESTS,
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.load"],
        input=json.dumps(job), capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    result: dict[str, Any] = json.loads(done.stdout)
    if set(result["statuses"]) != {"200"}:
        raise SystemExit(f"{path} answered {result['statuses']}; nothing was measured.")
    return result


def _summary(
    found: dict[str, dict[int, list[float]]], counts: dict[int, float], wanted: argparse.Namespace
) -> dict[str, Any]:
    """Print medians and ratios, and return what is kept."""
    few, many = SIZES
    pages = {}
    for name, by_size in found.items():
        middle = {size: statistics.median(times) for size, times in by_size.items()}
        pages[name] = {"few_ms": middle[few], "many_ms": middle[many],
                       "ratio": middle[many] / middle[few]}  # fmt: skip
        print(
            f"{name:14} p50 {middle[few]:6.1f} ms of {few} clients, {middle[many]:6.1f} ms of "
            f"{many}: {middle[many] / middle[few]:.2f} times (aim 2 at most; 20 ms for {few})"
        )
    print(f"statements a request: {counts[few]:g} and {counts[many]:g}, BEGIN and COMMIT included")
    first = pages["a page of 50"]
    return {
        "name": "caseload", "value": round(first["few_ms"], 2), "unit": "ms",
        "ratio": round(first["ratio"], 3), "pages": pages, "sql_per_request": counts[few],
        "conditions": {
            "cores": os.cpu_count(), "rounds": wanted.rounds, "load_average": os.getloadavg()[0],
        },
    }  # fmt: skip
