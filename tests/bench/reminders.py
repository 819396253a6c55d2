"""How fast due reminders are decided on, and carried to a channel that takes everything.

Each beside the least that could be done, in the same run: one plain INSERT … SELECT of the same
messages, and one Celery task that does nothing for each of them, sent beforehand and not counted.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from typing import Any

import psycopg

from backend.launch_processes import ROOT, Program
from tests.live.system import System

WAITING = "SELECT count(*) FROM delivery_delivery WHERE state <> 'sent'"
LONGEST = 600.0


def measure(system: System, wanted: argparse.Namespace) -> dict[str, Any]:
    """Prepare people, then tick and carry in turns with their floors."""
    count = wanted.reminders
    _step(system, "seed", count)
    rounds = []
    for number in range(min(wanted.rounds, 3)):
        _step(system, "due", count)
        plain = _step(system, "floor", count, role="app")
        _step(system, "due", count)
        ticked = _step(system, "tick", count, role="app")
        if ticked["messages"] != count:
            raise SystemExit(f"{ticked['messages']} messages of {count}; nothing was measured.")
        carried = _carry(system)
        empty = _empty_tasks(system, count)
        rounds.append((count / ticked["seconds"], count / plain["seconds"],
                       count / carried, count / empty))  # fmt: skip
        print(
            f"round {number + 1}: ticked {rounds[-1][0]:.0f}/s, plain INSERT … SELECT "
            f"{rounds[-1][1]:.0f}/s, carried {rounds[-1][2]:.0f}/s, empty tasks "
            f"{rounds[-1][3]:.0f}/s",
            flush=True,
        )
    return summary(rounds, count)


def summary(rounds: list[tuple[float, ...]], count: int) -> dict[str, Any]:
    """Print medians and return what is kept."""
    ticked, plain, carried, empty = (
        round(statistics.median(one[place] for one in rounds)) for place in range(4)
    )
    result = {
        "name": "reminders",
        "ticked_per_second": ticked,
        "floor_insert_per_second": plain,
        "tick_ratio": round(statistics.median(one[0] / one[1] for one in rounds), 3),
        "carried_per_second": carried,
        "floor_empty_tasks_per_second": empty,
        "carry_ratio": round(statistics.median(one[2] / one[3] for one in rounds), 3),
        "conditions": {
            "reminders": count, "rounds": len(rounds), "cores": os.cpu_count(),
            "worker_processes": 2, "python": platform.python_version(),
            "load_average": os.getloadavg()[0], "durable": True,
        },
    }  # fmt: skip
    print(f"ticked  {ticked}/s; ratio to one INSERT … SELECT: {result['tick_ratio']} (aim 0.5)")
    print(f"carried {carried}/s; ratio to empty tasks: {result['carry_ratio']} (aim 2)")
    return result


def _step(system: System, step: str, count: int, *, role: str = "owner") -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.ticking", step, str(count)],
        cwd=ROOT, env={**os.environ, **system.environment, "DATABASE_AS": role},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        raise SystemExit(f"{step} failed:\n{done.stdout}{done.stderr}")
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def _carry(system: System) -> float:
    """Return how long the real worker takes for what waits, over a channel that takes all."""
    system.environment["EXTRA_APPS"] = "tests.bench.null_channel"
    system.start_app("worker")
    system.environment.pop("EXTRA_APPS")
    began = time.perf_counter()
    for _ in range(2):
        _send(system, "delivery.carry_due")
    with psycopg.connect(system.owner_url, autocommit=True) as line:
        # Each run ends after its time and asks for another, as in production.
        while line.execute(WAITING).fetchone()[0]:  # type: ignore[index]  # a count has a row
            if time.perf_counter() - began > LONGEST:
                raise SystemExit("The worker did not carry them all.")
            time.sleep(0.1)
    took = time.perf_counter() - began
    system.parts.pop("worker").stop()
    return took


def _send(system: System, task: str) -> None:
    from celery import Celery

    with Celery(broker=system.environment["REDIS_URL"]).connection_for_write() as line:
        Celery(broker=system.environment["REDIS_URL"]).send_task(task, connection=line)


def _empty_tasks(system: System, count: int) -> float:
    """Return how long a worker of as many processes takes for that many tasks of nothing."""
    from celery import Celery
    from redis import Redis

    app = Celery(broker=system.environment["REDIS_URL"])
    with app.connection_for_write() as line, app.amqp.Producer(line) as producer:
        for number in range(count):
            app.send_task("noop.nothing", [str(number)], queue="noop", producer=producer)
    words = ["celery", "-A", "tests.bench.noop", "worker", "--concurrency", "2", "-Q", "noop"]
    words += ["--without-gossip", "--without-mingle", "--without-heartbeat", "--loglevel", "INFO"]
    broker = Redis.from_url(system.environment["REDIS_URL"])
    program = Program("noop", [sys.executable, "-m", *words], stage=2)
    part = system.add(program)
    system.until(lambda: part.has_said(" ready."), "noop")
    began = time.perf_counter()
    left = broker.llen("noop") + broker.hlen("unacked")
    while broker.llen("noop") or broker.hlen("unacked"):
        if time.perf_counter() - began > LONGEST:
            raise SystemExit("The worker did not do them all.")
        time.sleep(0.1)
    took = time.perf_counter() - began
    system.parts.pop("noop").kill()
    return took * count / max(int(left), 1)
