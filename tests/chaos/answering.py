"""Clinicians take on, close and open again alerts while parts are killed; each is kept once."""

import random
import threading
import time
from dataclasses import dataclass
from typing import Any

import psycopg

from core import clock
from tests.chaos.killer import Blow, Killer
from tests.live.phone import Phone
from tests.live.system import System

STEPS = """
    SELECT a.id::text, a.resolved_at IS NOT NULL,
           count(*) FILTER (WHERE s.kind = 'acknowledged'),
           count(*) FILTER (WHERE s.kind = 'resolved'),
           count(*) FILTER (WHERE s.kind = 'reopened' AND s.person_id IS NOT NULL)
      FROM alerts_alert a JOIN alerts_step s ON s.alert_id = a.id GROUP BY a.id
"""
BLOWS = (
    Blow("web", "request under way"), Blow("postgres", "one connection of it"),
    Blow("worker", "entry pending"), Blow("web", "one process of it"),
)  # fmt: skip
# Of those that were closed, every so-manyth is opened again, and must be told again.
REOPENED_EVERY = 5
LONGEST = 120.0


@dataclass
class Promise:
    """What the program said was done about one alert."""

    alert: str
    done: tuple[str, ...] = ()
    refused: str = ""


class Desks:
    """Two clinicians at their screens, who ask again until they are answered."""

    def __init__(self, system: System, people: list[dict[str, Any]], alerts: list[str]) -> None:
        self._port, self._people = system.port, people
        self._lock, self._waiting = threading.Lock(), list(enumerate(alerts))
        self.promises: list[Promise] = []
        self.under_way = 0
        self._until = time.monotonic() + LONGEST
        self._threads = [
            threading.Thread(target=self._work, args=(one,), daemon=True) for one in people[:2]
        ]

    def start(self) -> None:
        """Begin."""
        for thread in self._threads:
            thread.start()

    @property
    def are_busy(self) -> bool:
        """Say whether somebody is still at it."""
        return any(thread.is_alive() for thread in self._threads)

    def join(self) -> None:
        """Wait until all is answered, or the time is over."""
        for thread in self._threads:
            thread.join(LONGEST)

    def _work(self, person: dict[str, Any]) -> None:
        while True:
            with self._lock:
                if not self._waiting:
                    return
                number, alert = self._waiting.pop()
                promise = Promise(alert)
                self.promises.append(promise)
            words = ["acknowledge", "resolve"]
            for word in [*words, "reopen"] if number % REOPENED_EVERY == 0 else words:
                if self._insist(person, promise, word):
                    promise.done += (word,)

    def _insist(self, person: dict[str, Any], promise: Promise, word: str) -> bool:
        """Ask until there is an answer. A conflict means that an earlier attempt was kept."""
        while time.monotonic() < self._until:
            status = self._attempt(person, promise.alert, word)
            if status in (200, 409):
                return True
            if 400 <= status < 500:
                promise.refused = f"{word}: {status}"
                return False
            time.sleep(0.2)
        return False

    def _attempt(self, person: dict[str, Any], alert: str, word: str) -> int:
        phone = Phone(self._port, session=person["session"])
        with self._lock:
            self.under_way += 1
        try:
            return phone.post(f"/alerts/{alert}/{word}/", _body(word)).status
        except OSError:
            return 0
        finally:
            phone.close()
            with self._lock:
                self.under_way -= 1


def _body(word: str) -> dict[str, Any]:
    if word == "resolve":
        return {
            "action": "called", "outcome": "safe", "note": "We spoke.",
            "contacted_at": clock.now().isoformat(), "useful": True,
        }  # fmt: skip
    return {"reason": "She called again."} if word == "reopen" else {}


def answer_all(system: System, killer: Killer, people: list[dict[str, Any]]) -> list[Promise]:
    """Let every alert be answered under blows; return what was promised."""
    with psycopg.connect(system.owner_url) as line:
        rows = line.execute("SELECT id::text FROM alerts_alert ORDER BY id").fetchall()
    desks = Desks(system, people, [row[0] for row in rows])
    killer.phones = desks  # type: ignore[assignment]  # it only asks whether a request is out
    desks.start()
    rng, number = random.Random(7), 0
    while desks.are_busy and number < 2 * len(BLOWS):
        killer.strike(BLOWS[number % len(BLOWS)], rng)
        number += 1
    desks.join()
    return desks.promises


def count(system: System, promises: list[Promise]) -> dict[str, int]:
    """Compare what was promised with what is kept: each answer there, and there once."""
    with psycopg.connect(system.owner_url) as line:
        kept = {row[0]: row[1:] for row in line.execute(STEPS).fetchall()}
    lost = twice = 0
    for one in promises:
        _, *steps = kept[one.alert]
        wanted = [word in one.done for word in ("acknowledge", "resolve", "reopen")]
        lost += sum(want and not there for want, there in zip(wanted, steps, strict=True))
        twice += sum(max(there - 1, 0) for there in steps)
    unanswered = sum(1 for one in promises if not {"acknowledge", "resolve"} <= set(one.done))
    if refused := {one.refused for one in promises if one.refused}:
        print(f"answers that were refused: {sorted(refused)}")
    return {
        "answered": len(promises), "answers_lost": lost, "answers_twice": twice,
        "never_answered": unanswered,
    }  # fmt: skip
