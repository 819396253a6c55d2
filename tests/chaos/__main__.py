"""`python -m tests.chaos`: prints a table, writes var/chaos/<name>.json; fails on any loss."""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import psycopg

from backend.launch_processes import ROOT
from tests.chaos import answering, reminding
from tests.chaos import count as counting
from tests.chaos.killer import Blow, Killer, blows_for
from tests.chaos.phones import Phones, Sending, plan
from tests.live.system import System, whole_system

CLIENTS_A_SEED = 80
SETTLE_SECONDS = 240.0
RESERVE_SECONDS = 60.0  # of --minutes, kept for settling and counting
UNSETTLED = """
    SELECT (SELECT count(*) FROM core_outboxentry WHERE state = 'pending')
         + (SELECT count(*) FROM delivery_delivery WHERE state IN ('queued', 'retrying', 'sending'))
"""
# What a crashed worker left leased; a live one settles within its ten seconds.
MOVE_LEASES = """
    UPDATE delivery_delivery SET leased_until = now() - interval '1 second'
     WHERE state = 'sending' AND leased_until < now() + interval '105 seconds' RETURNING id
"""
MOVE_ALERTS = "UPDATE alerts_alert SET due_at = now() - interval '1 second' WHERE rung = 0"
# What fails a run, where it is not 0.
BAD = (
    "lost", "inside_duplicates", "refused", "audit_faults", "foreign_words", "answers_lost",
    "answers_twice", "never_answered", "not_sent_in_the_ledger", "unaccounted_mails",
    "duplicates_beyond_leases",
)  # fmt: skip
VERIFY = (
    "import django; django.setup(); from core import audit; "
    "seen, faults, _ = audit.verify(); print(seen, len(faults))"
)


@dataclass
class Run:
    """What happens in one run, over all seeds."""

    system: System
    killer: Killer
    people: dict[str, Any]
    real_leases: bool
    sendings: list[Sending] = field(default_factory=list)
    answers: dict[int, int] = field(default_factory=dict)
    moved: set[str] = field(default_factory=set)
    promises: list[answering.Promise] = field(default_factory=list)
    seeds: int = 0


def main() -> None:
    reader = argparse.ArgumentParser(prog="python -m tests.chaos", description=__doc__)
    reader.add_argument("--seeds", type=int, default=6)
    reader.add_argument("--first-seed", type=int, default=1)
    reader.add_argument("--minutes", type=float, default=4.0, help="begin no new seed after this")
    reader.add_argument(
        "--target", choices=["worker", "web", "valkey", "postgres", "beat", "all"], default="all"
    )
    reader.add_argument("--name", default="")
    reader.add_argument(
        "--real-leases", action="store_true", help="wait for leases instead of moving time"
    )
    reader.add_argument(
        "--reminders", type=int, default=0, help="let so many fall due instead of check-ins"
    )
    reader.add_argument("--keep", action="store_true", help="keep the folder with all logs")
    wanted = reader.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="foothold-chaos-"))
    began = time.monotonic()
    try:
        with whole_system(folder) as system:
            result = (
                reminding.run(system, count=wanted.reminders, seed=wanted.first_seed)
                if wanted.reminders
                else run(system, wanted, began)
            )
    finally:
        if wanted.keep:
            print(f"Logs are in {folder}.")
        else:
            shutil.rmtree(folder, ignore_errors=True)
    result["minutes"] = round((time.monotonic() - began) / 60, 1)
    name = wanted.name or ("reminders" if wanted.reminders else wanted.target)
    where = Path(os.environ.get("VAR_DIR") or ROOT / "var") / "chaos" / f"{name}.json"
    where.parent.mkdir(parents=True, exist_ok=True)
    where.write_text(json.dumps({"name": name, **result}, indent=1) + "\n")
    print(f"Written to {where}; took {result['minutes']} minutes.")
    sys.exit(any(result.get(figure, 0) for figure in BAD))


def run(system: System, wanted: argparse.Namespace, began: float) -> dict[str, Any]:
    """Make people, strike during every seed, settle, let alerts climb, settle, count."""
    clients = wanted.seeds * CLIENTS_A_SEED
    people = json.loads(system.as_owner("-m", "tests.live.people", "--clients", str(clients)))
    system.start_app()
    now = Run(system, Killer(system), people, wanted.real_leases)
    until = began + wanted.minutes * 60 - RESERVE_SECONDS
    for number in range(wanted.seeds):
        if number and time.monotonic() > until:
            print(f"The time is over after {number} seeds.")
            break
        one_seed(now, wanted.first_seed + number, place=number, target=wanted.target, until=until)
    settle(now)
    climb(now)
    settle(now)
    now.promises = answering.answer_all(system, now.killer, people["staff"])
    settle(now)
    return report(now, wanted)


def one_seed(now: Run, seed: int, *, place: int, target: str, until: float) -> None:
    """Let phones hand in while parts are killed, until all have their answer."""
    rng = random.Random(seed)
    clients = now.people["clients"][place * CLIENTS_A_SEED : (place + 1) * CLIENTS_A_SEED]
    sendings = plan(clients, rng)
    phones = Phones(now.system.port, sendings, seed=seed)
    now.killer.phones = phones
    phones.start()
    struck: list[Blow] = []
    waiting = blows_for(target, rng)
    while phones.are_busy and time.monotonic() < until:
        if not waiting:
            waiting = blows_for(target, rng)
        # What was struck least often in this run comes first.
        waiting.sort(key=lambda blow: -now.killer.done[blow])
        struck.append(waiting.pop())
        now.killer.strike(struck[-1], rng)
    if time.monotonic() >= until:
        phones.hurry()
    phones.join(60)
    now.sendings += [one for one in sendings if one.attempts]
    for status, times in phones.answers.items():
        now.answers[status] = now.answers.get(status, 0) + times
    now.seeds += 1
    taken = sum(1 for one in sendings if one.accepted_at)
    print(f"seed {seed}: {taken} accepted, {len(struck)} kills", flush=True)


def settle(now: Run) -> None:
    """Wait until nothing is on its way any more."""
    until = time.monotonic() + SETTLE_SECONDS
    quiet = 0
    next_move = time.monotonic() + 15
    while time.monotonic() < until and quiet < 3:
        quiet = quiet + 1 if now.killer.ask(UNSETTLED) == 0 else 0
        if not now.real_leases and time.monotonic() > next_move:
            move_leases(now)
            next_move = time.monotonic() + 15
        time.sleep(0.3)


def move_leases(now: Run) -> None:
    """Let the time of abandoned leases run out at once, and ask for the sweep that frees them."""
    with psycopg.connect(now.system.owner_url, autocommit=True) as owner:
        moved = owner.execute(MOVE_LEASES).fetchall()
    if moved:
        now.moved |= {str(row[0]) for row in moved}
        call(now.system, "delivery.release_stuck_deliveries")


def climb(now: Run) -> None:
    """Let everyone's time to answer run out, and kill the worker while the next are told."""
    with psycopg.connect(now.system.owner_url, autocommit=True) as owner:
        owner.execute(MOVE_ALERTS)
    call(now.system, "alerts.escalate_unanswered")
    now.killer.strike(Blow("worker", "delivery sending"), random.Random(0))
    call(now.system, "alerts.escalate_unanswered")
    until = time.monotonic() + 90
    left = "SELECT count(*) FROM alerts_alert WHERE rung = 0"
    while now.killer.ask(left) != 0 and time.monotonic() < until:
        time.sleep(0.3)


def call(system: System, task: str) -> None:
    """Put one task on the queue, as the schedule does."""
    subprocess.run(
        [sys.executable, "-m", "celery", "-A", "backend", "call", task],
        cwd=ROOT, env={**os.environ, **system.environment}, check=True, capture_output=True,
    )  # fmt: skip


def report(now: Run, wanted: argparse.Namespace) -> dict[str, Any]:
    """Count, print the table, and return what is kept."""
    stored = counting.look(now.system)
    found = counting.count(
        now.sendings, stored, people=now.people["staff"], escalated=True, moved=now.moved,
        reopened={one.alert for one in now.promises if "reopen" in one.done},
    )  # fmt: skip
    seen, faults = (int(word) for word in now.system.as_owner("-c", VERIFY).split()[-2:])
    killer = now.killer
    print(f"\n{'part':10}{'step':26}{'kills':>6}{'step not seen':>15}")
    for blow in sorted(killer.done, key=lambda one: (one.part, one.step)):
        print(f"{blow.part:10}{blow.step:26}{killer.done[blow]:>6}{killer.unseen[blow]:>15}")
    print()
    figures = found.as_dict() | {"audit_entries": seen, "audit_faults": faults}
    figures |= answering.count(now.system, now.promises)
    for name, value in figures.items():
        print(f"{name.replace('_', ' '):20}{value:>10}")
    print(f"answers to phones: {dict(sorted(now.answers.items()))} (0: none)")
    return figures | {
        "seeds": now.seeds,
        "kills": sum(killer.done.values()),
        "kills_by_step": {f"{b.part}: {b.step}": n for b, n in killer.done.items()},
        "steps_not_seen": sum(killer.unseen.values()),
        "leases_moved": len(now.moved),
        "target": wanted.target,
        "cores": os.cpu_count(),
    }


if __name__ == "__main__":
    main()
