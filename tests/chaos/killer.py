"""Kills a part with -9 when the path stands at a chosen step, and starts it again after a pause."""

import os
import random
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

import psycopg

from tests.chaos.phones import Phones
from tests.live.system import System

PENDING = "SELECT 1 FROM core_outboxentry WHERE state = 'pending' LIMIT 1"
HANDLED = (
    "SELECT 1 FROM pg_stat_activity WHERE application_name = 'worker' AND xact_start IS NOT NULL"
    " LIMIT 1"
)
QUEUED = "SELECT 1 FROM delivery_delivery WHERE state IN ('queued', 'retrying') LIMIT 1"
SENDING = "SELECT 1 FROM delivery_delivery WHERE state = 'sending' LIMIT 1"
BACKEND = (
    "SELECT pid FROM pg_stat_activity WHERE application_name IN ('web', 'worker')"
    " ORDER BY xact_start NULLS LAST LIMIT 1"
)
LONGEST_WATCH = 8.0
PAUSES = (0.05, 1.5)
# Where work waits, every step is there at once: without a life in between, a part that is struck
# again and again never works at all, and what is late says nothing but that.
LIFE = 3.0


@dataclass(frozen=True)
class Blow:
    """Which part is hit, and when."""

    part: str
    step: str


STEPS = {
    "web": ("any moment", "request under way", "one process of it"),
    "worker": (
        "any moment", "entry pending", "entry being handled", "delivery queued",
        "delivery sending", "mail being taken", "one process of it",
    ),
    "valkey": ("any moment", "entry pending"),
    "postgres": ("any moment", "request under way", "delivery sending", "one connection of it"),
    "beat": ("any moment",),
}  # fmt: skip
BLOWS = [Blow(part, step) for part, steps in STEPS.items() for step in steps]


def blows_for(target: str, rng: random.Random) -> list[Blow]:
    """Return every blow at this target, in a random order."""
    chosen = [blow for blow in BLOWS if target in ("all", blow.part)]
    rng.shuffle(chosen)
    return chosen


class Killer:
    """Watches from the outside: the database as its owner, the sink's folder, the phones."""

    def __init__(self, system: System) -> None:
        self.system = system
        self.phones: Phones | None = None
        self.done: Counter[Blow] = Counter()
        self.unseen: Counter[Blow] = Counter()
        self._line: psycopg.Connection | None = None
        self._serves_since: dict[str, float] = {}

    def close(self) -> None:
        """Stop watching."""
        if self._line is not None:
            self._line.close()

    def strike(self, blow: Blow, rng: random.Random) -> None:
        """Wait for the step, kill, pause, start again, and wait until the part serves."""
        lived = time.monotonic() - self._serves_since.get(blow.part, 0.0)
        time.sleep(max(LIFE - lived, 0.0))
        if not self._await(blow, rng):
            self.unseen[blow] += 1
        part = self.system.parts[blow.part]
        if blow.step == "one process of it":
            part.kill_child(rng.random())
        elif blow.step == "one connection of it":
            self._kill_connection()
        else:
            part.kill()
            time.sleep(rng.uniform(*PAUSES))
            self.system.restart(blow.part)
        self.done[blow] += 1
        self._await_service(blow.part)
        self._serves_since[blow.part] = time.monotonic()

    def _await(self, blow: Blow, rng: random.Random) -> bool:
        if blow.step in ("any moment", "one process of it", "one connection of it"):
            time.sleep(rng.random())
            return True
        seen = self._watch(blow.step)
        until = time.monotonic() + LONGEST_WATCH
        while time.monotonic() < until:
            if seen():
                time.sleep(rng.choice((0, 0, rng.random() * 0.02)))
                return True
            time.sleep(0.001)
        return False

    def _watch(self, step: str) -> Callable[[], bool]:
        if step == "request under way":
            return lambda: bool(self.phones and self.phones.under_way)
        if step == "mail being taken":
            before = self._folder_changed()
            return lambda: self._folder_changed() != before
        question = {
            "entry pending": PENDING, "entry being handled": HANDLED,
            "delivery queued": QUEUED, "delivery sending": SENDING,
        }[step]  # fmt: skip
        return lambda: self.ask(question) is not None

    def _folder_changed(self) -> int:
        return os.stat(self.system.mail_folder).st_mtime_ns

    def ask(self, question: str) -> object:
        """Return the first value of the first row, or None (also when nobody answers)."""
        try:
            if self._line is None or self._line.closed:
                self._line = psycopg.connect(
                    self.system.owner_url, autocommit=True, connect_timeout=2
                )
            row = self._line.execute(question).fetchone()  # type: ignore[arg-type]  # our own words
        except psycopg.Error:
            self._line = None
            return None
        return row[0] if row else None

    def _kill_connection(self) -> None:
        # PostgreSQL then restarts itself: every other connection is lost as well.
        pid = self.ask(BACKEND)
        if isinstance(pid, int):
            os.kill(pid, 9)

    def _await_service(self, name: str) -> None:
        system = self.system
        serves = {
            "web": lambda: system.answers("/healthz"),
            "worker": system.worker_is_ready,
            "postgres": lambda: self.ask("SELECT 1") == 1,
            "valkey": lambda: system.valkey is not None and system.valkey.answers(),
            "beat": lambda: system.parts["beat"].is_alive,
        }
        system.until(serves[name], name)
