"""`python -m tests.bench [name]`: prints ratios, writes var/bench/<name>.json."""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from datetime import UTC, date, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import psycopg

from backend.launch_processes import ROOT
from core import clock
from tests.bench import caseload, reminders, warnings
from tests.bench.floor import inserts_per_second
from tests.bench.reading import READINGS, run
from tests.live.processes import cpu_seconds
from tests.live.system import System, whole_system

EXTRAS = {"EXTRA_APPS": "tests.bench.trivial", "ROOT_URLCONF": "tests.bench.urls"}
CHECK_IN, TRIVIAL = "/api/v1/check-ins/", "/trivial/notes/"
DAYS = 3
MEASURES = {
    "reminders": reminders.measure,
    "warnings": warnings.measure,
    "caseload": caseload.measure,
}
MOST_PER_SECOND = 4000
COUNTED = 50


class Requests:
    """Requests that were never sent before, for one path: each client once for each open day."""

    def __init__(self, path: str, sessions: list[str]) -> None:
        self.path = path
        make = _check_in if path == CHECK_IN else _note
        today = clock.now().astimezone(UTC).date()
        self._left = [
            (session, json.dumps(make(today - timedelta(days=back))))
            for back in range(DAYS)
            for session in sessions
        ]

    def next(self, count: int) -> list[tuple[str, str]]:
        """Return the next requests; say with `sent` how many of them were used."""
        return self._left[:count]

    def sent(self, count: int) -> None:
        """Never offer these again."""
        del self._left[:count]


def _check_in(day: date) -> dict[str, Any]:
    return {
        "submission_id": str(uuid4()), "on": day.isoformat(), "timezone": "UTC", "mood": 6,
        "craving": 3, "stress": 4, "connection": 6, "confidence": 7, "sleep_hours": 7.5,
        "sleep_quality": 7, "used": False, "medication": "taken", "safety": "safe",
        "goal": "Call my sister after group.", "note": "Slept well. Walked by the river.",
    }  # fmt: skip


def _note(day: date) -> dict[str, Any]:
    return {"on": day.isoformat(), "mood": 6, "text": "Slept well. Walked by the river."}


def main() -> None:
    reader = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    names = ["check-in", "reminders", "warnings", "caseload", *READINGS]
    reader.add_argument("name", nargs="?", choices=names, default="check-in")
    reader.add_argument("--reminders", type=int, default=100_000)
    reader.add_argument("--people", type=int, default=100_000, help="clients of a night")
    reader.add_argument("--rounds", type=int, default=5)
    reader.add_argument("--seconds", type=float, default=4.0, help="for each path in each round")
    reader.add_argument("--connections", type=int, default=16)
    reader.add_argument("--clients", type=int, default=10000)
    reader.add_argument("--with-worker", action="store_true", help="let the outbox be drained")
    wanted = reader.parse_args()
    if wanted.name in READINGS:
        with tempfile.TemporaryDirectory(prefix="foothold-bench-") as place:
            print(f"Written to {run(wanted.name, wanted, Path(place))}.")
        return
    with (
        tempfile.TemporaryDirectory(prefix="foothold-bench-") as folder,
        whole_system(Path(folder)) as system,
    ):
        result = MEASURES.get(wanted.name, measure)(system, wanted)
    name = wanted.name.replace("-", "_")
    where = Path(os.environ.get("VAR_DIR") or ROOT / "var") / "bench" / f"{name}.json"
    where.parent.mkdir(parents=True, exist_ok=True)
    where.write_text(json.dumps(result, indent=1) + "\n")
    print(f"Written to {where}.")


def measure(system: System, wanted: argparse.Namespace) -> dict[str, Any]:
    """Prepare people, count statements, then measure in turns."""
    system.environment |= EXTRAS
    system.as_owner("manage.py", "migrate", "--run-syncdb", "--no-input")
    _owner(system, "GRANT SELECT, INSERT, UPDATE ON trivial_person, trivial_note TO foothold_app")
    _owner(system, "GRANT USAGE ON SEQUENCE trivial_note_id_seq TO foothold_app")
    people = json.loads(
        system.as_owner("-m", "tests.live.people", "--clients", str(wanted.clients))
    )
    readers = system.as_owner("-m", "tests.bench.readers", str(wanted.clients)).split()
    supplies = (
        Requests(CHECK_IN, [client["session"] for client in people["clients"]]),
        Requests(TRIVIAL, readers),
    )
    counts = {
        one.path: count for one, count in zip(supplies, count_sql(system, supplies), strict=True)
    }
    system.start_app("web", *(["mail", "worker", "beat"] if wanted.with_worker else []))
    _owner(system, "VACUUM ANALYZE")
    for one in supplies:  # warm
        load(system, one, seconds=1.5, connections=wanted.connections)
    rounds = []
    for number in range(wanted.rounds):
        ours, stock = (
            load(system, one, seconds=wanted.seconds, connections=wanted.connections)
            for one in supplies
        )
        floor = inserts_per_second(
            system.owner_url, connections=wanted.connections, seconds=wanted.seconds / 2
        )
        rounds.append((ours, stock, floor))
        print(
            f"round {number + 1}: check-in {ours['per_second']:.0f}/s, trivial "
            f"{stock['per_second']:.0f}/s, ratio {ours['per_second'] / stock['per_second']:.2f}, "
            f"bare INSERT {floor:.0f}/s",
            flush=True,
        )
    return summary(rounds, counts, wanted)


def load(system: System, supply: Requests, *, seconds: float, connections: int) -> dict[str, Any]:
    """Send requests of one path for some seconds from a process of its own."""
    job = {
        "port": system.port, "path": supply.path, "connections": connections, "seconds": seconds,
        "requests": supply.next(int(seconds * MOST_PER_SECOND)),
    }  # fmt: skip
    parts = {name: system.parts[name].pid for name in ("web", "postgres")}
    before = {name: cpu_seconds(pid) for name, pid in parts.items()}
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.load"],
        input=json.dumps(job), capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    result: dict[str, Any] = json.loads(done.stdout)
    supply.sent(result["sent"])
    for name, pid in parts.items():
        used = cpu_seconds(pid) - before[name]
        result[f"{name}_cpu_ms"] = used / max(result["sent"], 1) * 1000
    if set(result["statuses"]) != {"201"}:
        raise SystemExit(f"{supply.path} answered {result['statuses']}; nothing was measured.")
    return result


def count_sql(system: System, supplies: tuple[Requests, ...]) -> Iterator[float]:
    """Count, in the server's own log, the statements that one request costs."""
    role = f"{psycopg.conninfo.conninfo_to_dict(system.owner_url)['dbname']}_web"
    log = system.parts["postgres"].log
    _owner(system, f"ALTER ROLE {role} SET log_statement = 'all'")
    system.start_app("web")
    counts = []
    for supply in supplies:
        _one_by_one(system, supply, 12)  # both workers have connected after these
        before = log.read_text(errors="replace")
        _one_by_one(system, supply, COUNTED)
        fresh = log.read_text(errors="replace")[len(before) :]
        said = [
            line
            for line in fresh.splitlines()
            if "LOG:  statement:" in line or "LOG:  execute" in line
        ]
        counts.append(len(said) / COUNTED)
        print(f"{supply.path}: {counts[-1]:g} statements a request:")
        for line in said[-round(counts[-1]) :]:
            print("   ", line.partition("LOG:  ")[2][:110])
    _owner(system, f"ALTER ROLE {role} RESET log_statement")
    system.parts.pop("web").stop()
    return iter(counts)


def _one_by_one(system: System, supply: Requests, count: int) -> None:
    load_job = {
        "port": system.port, "path": supply.path, "connections": 1, "seconds": 60,
        "requests": supply.next(count),
    }  # fmt: skip
    subprocess.run(
        [sys.executable, "-m", "tests.bench.load"],
        input=json.dumps(load_job), capture_output=True, text=True, check=True, cwd=ROOT,
    )  # fmt: skip
    supply.sent(count)


def summary(
    rounds: list[tuple[dict[str, Any], dict[str, Any], float]],
    counts: dict[str, float],
    wanted: argparse.Namespace,
) -> dict[str, Any]:
    """Print medians and return what is kept."""

    def middle(values: Iterator[float]) -> float:
        return round(statistics.median(values), 3)

    ours = {key: middle(one[0][key] for one in rounds) for key in rounds[0][0] if key != "statuses"}
    stock = {
        key: middle(one[1][key] for one in rounds) for key in rounds[0][1] if key != "statuses"
    }
    result = {
        "name": "check_in",
        "value": ours["per_second"],
        "unit": "check-ins per second",
        "floor": middle(one[2] for one in rounds),
        "trivial": stock["per_second"],
        "ratio": middle(one[0]["per_second"] / one[1]["per_second"] for one in rounds),
        "ratio_to_floor": middle(one[0]["per_second"] / one[2] for one in rounds),
        "sql_per_request": counts[CHECK_IN],
        "sql_per_trivial_request": counts[TRIVIAL],
        "check_in": ours,
        "trivial_create": stock,
        "conditions": {
            "cores": os.cpu_count(), "workers": 2, "threads": 4, "connections": wanted.connections,
            "rounds": wanted.rounds, "seconds": wanted.seconds, "clients": wanted.clients,
            "worker_running": wanted.with_worker, "python": platform.python_version(),
            "load_average": os.getloadavg()[0], "durable": True,
        },
    }  # fmt: skip
    _print(result)
    return result


def _print(result: dict[str, Any]) -> None:
    both = (("check-in", result["check_in"]), ("trivial create", result["trivial_create"]))
    for name, one in both:
        print(
            f"{name:15} {one['per_second']:7.0f}/s  p50 {one['p50_ms']:5.1f} ms  "
            f"p95 {one['p95_ms']:5.1f} ms  web CPU {one['web_cpu_ms']:.2f} ms  "
            f"PostgreSQL CPU {one['postgres_cpu_ms']:.2f} ms  "
            f"load generator {one['load_cpu']:.0%} of a core"
        )
    print(f"bare INSERT     {result['floor']:7.0f}/s")
    print(f"ratio to the trivial create: {result['ratio']:.2f} (aim 0.6 now, 1.0 in the end)")
    print(f"ratio to the bare INSERT:    {result['ratio_to_floor']:.3f}")


def _owner(system: System, statement: str) -> None:
    with psycopg.connect(system.owner_url, autocommit=True) as connection:
        connection.execute(statement)  # type: ignore[arg-type]  # our own words


if __name__ == "__main__":
    main()
