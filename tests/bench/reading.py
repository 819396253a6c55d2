"""Reads measured beside the stock list of as many rows: own history of 30 days, and others.

A reading is a name, a path for one day of asking, and how many days of answers there are to read.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, timedelta
from pathlib import Path
from typing import Any

import psycopg

from backend.launch_processes import ROOT
from core import clock
from tests.live.system import System, whole_system

EXTRAS = {"EXTRA_APPS": "tests.bench.trivial", "ROOT_URLCONF": "tests.bench.urls"}
TRIVIAL = "/trivial/notes/mine/"
PEOPLE = 200
COUNTED = 50


@dataclass(frozen=True)
class Reading:
    """What is read, and how many days of check-ins each client has."""

    path: Callable[[date], str]
    days: int


def _history(today: date) -> str:
    return f"/api/v1/check-ins/?from={today - timedelta(days=29)}&to={today}"


def _progress(today: date) -> str:
    return "/api/v1/progress/series/?weeks=12"


READINGS = {"own-history": Reading(_history, 30), "progress": Reading(_progress, 84)}


def run(name: str, wanted: argparse.Namespace, folder: Path) -> Path:
    """Measure one reading and write its file."""
    reading = READINGS[name]
    with whole_system(folder) as system:
        sessions, readers = _prepare(system, reading)
        paths = {reading.path(clock.now().astimezone(UTC).date()): sessions, TRIVIAL: readers}
        counts = {path: _count_sql(system, path, people) for path, people in paths.items()}
        system.start_app("web")
        _owner(system, "VACUUM ANALYZE")
        for path, people in paths.items():  # warm
            _load(system, path, people, seconds=1.5, connections=wanted.connections)
        rounds = [
            [
                _load(system, path, people, seconds=wanted.seconds, connections=wanted.connections)
                for path, people in paths.items()
            ]
            for _ in range(wanted.rounds)
        ]
    where = Path(os.environ.get("VAR_DIR") or ROOT / "var") / "bench" / f"{name}.json"
    where.parent.mkdir(parents=True, exist_ok=True)
    where.write_text(json.dumps(_summary(name, rounds, list(counts.values())), indent=1) + "\n")
    return where


def _prepare(system: System, reading: Reading) -> tuple[list[str], list[str]]:
    """Make people with their days; return their sessions, ours and the yardstick's."""
    system.environment |= EXTRAS
    system.as_owner("manage.py", "migrate", "--run-syncdb", "--no-input")
    _owner(system, "GRANT SELECT, INSERT, UPDATE ON trivial_person, trivial_note TO foothold_app")
    people = json.loads(system.as_owner("-m", "tests.live.people", "--clients", str(PEOPLE)))
    readers = system.as_owner("-m", "tests.bench.readers", str(PEOPLE)).split()
    system.as_owner("-m", "tests.bench.histories", str(reading.days))
    return [client["session"] for client in people["clients"]], readers


def _load(
    system: System, path: str, sessions: list[str], *, seconds: float, connections: int
) -> dict[str, Any]:
    job = {
        "port": system.port, "path": path, "method": "GET", "connections": connections,
        "seconds": seconds, "requests": [(session, "") for session in sessions] * 60,
    }  # fmt: skip
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.load"],
        input=json.dumps(job), capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    result: dict[str, Any] = json.loads(done.stdout)
    if set(result["statuses"]) != {"200"}:
        raise SystemExit(f"{path} answered {result['statuses']}; nothing was measured.")
    return result


def _count_sql(system: System, path: str, sessions: list[str]) -> float:
    """Count, in the server's own log, the statements that one reading costs."""
    role = f"{psycopg.conninfo.conninfo_to_dict(system.owner_url)['dbname']}_web"
    log = system.parts["postgres"].log
    _owner(system, f"ALTER ROLE {role} SET log_statement = 'all'")
    system.start_app("web")
    _load(system, path, sessions[:12], seconds=30, connections=1)
    before = len(log.read_text(errors="replace"))
    sent = _load(system, path, sessions[:1], seconds=30, connections=1)["sent"]
    fresh = log.read_text(errors="replace")[before:]
    said = sum("LOG:  statement:" in line or "LOG:  execute" in line for line in fresh.splitlines())
    _owner(system, f"ALTER ROLE {role} RESET log_statement")
    system.parts.pop("web").stop()
    return round(said / sent, 2)


def _summary(name: str, rounds: list[list[dict[str, Any]]], counts: list[float]) -> dict[str, Any]:
    """Print medians and return what is kept."""

    def middle(place: int, key: str) -> float:
        return round(statistics.median(one[place][key] for one in rounds), 3)

    ratio = statistics.median(one[0]["per_second"] / one[1]["per_second"] for one in rounds)
    for title, place in ((name, 0), ("trivial list", 1)):
        print(
            f"{title:15} {middle(place, 'per_second'):7.0f}/s"
            f"  p50 {middle(place, 'p50_ms'):5.1f} ms"
            f"  p95 {middle(place, 'p95_ms'):5.1f} ms  {counts[place]:g} statements a request"
        )
    print(f"ratio to the trivial list: {ratio:.2f}")
    return {
        "name": name, "value": middle(0, "per_second"), "unit": "readings per second",
        "trivial": middle(1, "per_second"), "ratio": round(ratio, 3),
        "sql_per_request": counts[0], "sql_per_trivial_request": counts[1],
        "conditions": {
            "cores": os.cpu_count(), "people": PEOPLE, "rounds": len(rounds),
            "load_average": os.getloadavg()[0],
        },
    }  # fmt: skip


def _owner(system: System, statement: str) -> None:
    with psycopg.connect(system.owner_url, autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[arg-type]  # our own words
