"""Many phones that hand in check-ins and send each one again until it is answered."""

import random
import threading
import time
from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID, uuid4

from core import clock
from tests.live.phone import Phone

# What a phone answers, and what the rules must make of it.
CALM, USED, UNSURE, UNSAFE = "calm", "used", "unsure", "unsafe"
TIERS = {CALM: "", USED: "high", UNSURE: "high", UNSAFE: "critical"}
FAMILIES = {USED: "use", UNSURE: "safety", UNSAFE: "safety"}
ANSWERS: dict[str, dict[str, object]] = {
    CALM: {"safety": "safe", "used": False},
    USED: {"safety": "safe", "used": True},
    UNSURE: {"safety": "unsure"},
    UNSAFE: {"safety": "unsafe"},
}
SERIOUS_SHARE = 0.25
TAKEN = (200, 201)
LONGEST_PAUSE = 1.0


@dataclass
class Sending:
    """One check-in on one phone, from the first attempt until it was answered."""

    client: UUID
    session: str
    on: date
    kind: str
    id: UUID = field(default_factory=uuid4)
    attempts: int = 0
    accepted_at: float = 0.0
    refused: str = ""

    @property
    def tier(self) -> str:
        """What the rules must find."""
        return TIERS[self.kind]

    @property
    def family(self) -> str:
        """Which kind of news it is: open news of one kind is one alert."""
        return FAMILIES[self.kind]


def plan(clients: list[dict[str, str]], rng: random.Random) -> list[Sending]:
    """Plan a check-in for each client and open day, in a random order, some of them serious."""
    today = clock.now().date()
    kinds = (USED, UNSURE, UNSAFE)
    sendings = [
        Sending(
            UUID(client["id"]),
            client["session"],
            today - timedelta(days=back),
            rng.choice(kinds) if rng.random() < SERIOUS_SHARE else CALM,
        )
        for client in clients
        for back in range(3)
    ]
    rng.shuffle(sendings)
    return sendings


class Phones:
    """A few threads that stand for all phones; `under_way` says how many requests are out."""

    def __init__(self, port: int, sendings: list[Sending], *, seed: int, threads: int = 4) -> None:
        self._port, self._waiting = port, list(reversed(sendings))
        self._lock = threading.Lock()
        self.under_way = 0
        self.answers: dict[int, int] = {}
        self._threads = [
            threading.Thread(target=self._work, args=(random.Random(f"{seed}-{n}"),), daemon=True)
            for n in range(threads)
        ]

    def start(self) -> None:
        """Begin to hand in."""
        for thread in self._threads:
            thread.start()

    @property
    def are_busy(self) -> bool:
        """Say whether some phone still has something to send."""
        return any(thread.is_alive() for thread in self._threads)

    def hurry(self) -> None:
        """Give up what no phone has begun to send."""
        with self._lock:
            self._waiting.clear()

    def join(self, seconds: float) -> None:
        """Wait until every phone has its answer."""
        until = time.monotonic() + seconds
        for thread in self._threads:
            thread.join(max(0.0, until - time.monotonic()))

    def _work(self, rng: random.Random) -> None:
        while True:
            with self._lock:
                sending = self._waiting.pop() if self._waiting else None
            if sending is None:
                return
            self._hand_in(sending, rng)
            # Now and then a phone does not see its answer and sends once more.
            if rng.random() < 0.1:
                self._attempt(sending)
            time.sleep(rng.random() * 0.8)

    def _hand_in(self, sending: Sending, rng: random.Random) -> None:
        pause = 0.05
        while not sending.accepted_at and not sending.refused:
            self._attempt(sending)
            if not sending.accepted_at:
                time.sleep(pause * (0.5 + rng.random()))
                pause = min(pause * 2, LONGEST_PAUSE)

    def _attempt(self, sending: Sending) -> None:
        phone = Phone(self._port, session=sending.session)
        sending.attempts += 1
        with self._lock:
            self.under_way += 1
        status = 0
        try:
            answer = phone.post("/check-ins/", self._body(sending))
            status = answer.status
            if status in TAKEN and not sending.accepted_at:
                sending.accepted_at = time.time()
            elif 400 <= status < 500:
                sending.refused = f"{status} {answer.body}"
        except OSError:
            pass  # nobody answered: the phone keeps it and sends it again
        finally:
            phone.close()
            with self._lock:
                self.under_way -= 1
                self.answers[status] = self.answers.get(status, 0) + 1

    def _body(self, sending: Sending) -> dict[str, object]:
        return {
            "submission_id": str(sending.id),
            "on": sending.on.isoformat(),
            "timezone": "UTC",
            "mood": 5,
            "craving": 2,
            "note": "A few words of my own.",
            **ANSWERS[sending.kind],
        }
