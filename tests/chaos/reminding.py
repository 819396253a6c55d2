"""Ten thousand reminders fall due while parts are killed: none lost, and twice only by a lease.

Everybody is reminded by a message of their own. Counted are the rows in PostgreSQL and the files in
the sink's folder, which have one Message-ID for each message, however often it was sent.
"""

import os
import random
import subprocess
import sys
import time
from collections import Counter
from contextlib import suppress
from email import message_from_bytes
from typing import Any

import psycopg

from backend.launch_processes import ROOT
from tests.live.system import System

PARTS = ("worker", "beat", "valkey", "postgres", "worker: one process", "mail")
LONGEST_SECONDS = 900.0
SPREAD_SECONDS = 60
LATE_SECONDS = 120  # a tick a minute, and a minute to carry
PAUSES = (0.2, 2.0)
BETWEEN = (2.0, 8.0)
# They fall due within the next minute, a hundred and seventy a second.
SPREAD = """
UPDATE reminders_reminder
   SET due_at = now() + random() * interval '{seconds} seconds',
       wished_at = now(), until_at = now() + interval '6 hours'
"""
OPEN = """
SELECT (SELECT count(*) FROM reminders_reminder WHERE state IN ('planned', 'queued'))
     + (SELECT count(*) FROM delivery_delivery WHERE state IN ('queued', 'sending', 'retrying'))
"""
STORED = "SELECT id, person_id, attempts, state FROM delivery_delivery WHERE kind = 'reminder'"
LEDGER = """
SELECT state, count(*), count(*) FILTER (WHERE sent_at - due_at > interval '{late} seconds'),
       coalesce(max(extract(epoch FROM sent_at - due_at)), 0)
  FROM reminders_reminder GROUP BY state
"""


def run(system: System, *, count: int, seed: int) -> dict[str, Any]:
    """Let them fall due, kill at random until everything is settled, and count."""
    for step in ("seed", "due"):
        system.as_owner("-m", "tests.bench.ticking", step, str(count))
    system.start_app("mail", "worker", "beat")
    _ask(system, SPREAD.format(seconds=SPREAD_SECONDS))
    rng, kills = random.Random(seed), Counter[str]()
    began = next_tick = time.monotonic()
    killing_until = began + LONGEST_SECONDS / 2
    while time.monotonic() < began + LONGEST_SECONDS:
        if time.monotonic() > next_tick:
            # Beside beat: two schedulers at once do no harm, and half a minute is soon enough.
            _call(system, "reminders.tick")
            next_tick = time.monotonic() + 20
        if time.monotonic() < killing_until:
            part = rng.choice(PARTS)
            _kill(system, part, rng)
            kills[part] += 1
        time.sleep(rng.uniform(*BETWEEN))
        for name, one in system.parts.items():
            if not one.is_alive:  # the launcher would start it again, too
                system.restart(name)
        if _ask(system, OPEN) == [(0,)]:
            break
    return counted(system, count, kills)


def _kill(system: System, part: str, rng: random.Random) -> None:
    name, _, one = part.partition(": ")
    if one:
        system.parts[name].kill_child(rng.random())
        return
    system.parts[name].kill()
    time.sleep(rng.uniform(*PAUSES))
    system.restart(name)


def _ask(system: System, question: str) -> list[tuple[Any, ...]]:
    """Return the rows; nothing while nobody answers."""
    until = time.monotonic() + 20
    while time.monotonic() < until:
        try:
            with psycopg.connect(system.owner_url, autocommit=True, connect_timeout=2) as line:
                done = line.execute(question)  # type: ignore[call-overload]  # our own words
                return list(done.fetchall()) if done.description else []
        except psycopg.Error:
            time.sleep(0.3)
    return []


def _call(system: System, task: str) -> None:
    with suppress(subprocess.TimeoutExpired):  # the broker may be the part that was killed
        subprocess.run(
            [sys.executable, "-m", "celery", "-A", "backend", "call", task],
            cwd=ROOT, env={**os.environ, **system.environment},
            capture_output=True, timeout=10, check=False,
        )  # fmt: skip


def counted(system: System, count: int, kills: Counter[str]) -> dict[str, Any]:
    """Compare what was due with what is stored and what arrived."""
    arrived = Counter(
        str(message_from_bytes(path.read_bytes())["Message-ID"])[1:].partition("@")[0]
        for path in system.mail_paths()
    )
    stored = {str(row[0]): row for row in _ask(system, STORED)}
    ledger = {row[0]: row[1:] for row in _ask(system, LEDGER.format(late=LATE_SECONDS))}
    sent = {str(row[1]) for key, row in stored.items() if arrived[key]}
    result = {
        "due": count,
        "lost": count - len(sent),
        "not_sent_in_the_ledger": count - int(ledger.get("sent", (0,))[0]),
        "inside_duplicates": len(stored) - len({row[1] for row in stored.values()}),
        "unaccounted_mails": sum(1 for key in arrived if key not in stored),
        "duplicates": sum(arrived.values()) - len(arrived),
        # A copy more than leases would be one that no lease explains.
        "duplicates_beyond_leases": sum(
            max(copies - int(stored[key][2]), 0) for key, copies in arrived.items() if key in stored
        ),
        "late": int(ledger.get("sent", (0, 0))[1]),
        "slowest_seconds": round(float(ledger.get("sent", (0, 0, 0))[2]), 1),
        "kills": sum(kills.values()),
        "kills_by_part": dict(kills),
    }
    for name, value in result.items():
        print(f"{name.replace('_', ' '):28}{value!s:>10}")
    return result
