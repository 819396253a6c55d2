"""What a journey can do with the running system: sign in, read the mail, let time pass."""

import base64
import os
import time
from collections.abc import Callable
from email.message import Message
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import urlsplit, urlunsplit

import redis
from allauth.mfa.models import Authenticator
from kombu import Connection

from backend.celery import app
from core import clock, crypto
from core.models import OutboxEntry
from delivery.models import Delivery
from tests.live.phone import Phone, totp
from tests.live.system import System
from tests.settings import NUMBER

PASSWORD = "a password for journeys"
VAPID_KEY = base64.urlsafe_b64encode((7).to_bytes(32, "big")).rstrip(b"=").decode()
BROKER = f"/{5 + NUMBER}"  # a database of its own on the tests' server
PATIENCE = 15.0
Found = TypeVar("Found")


class LiveSystem:
    """A base URL, a sink, and the people of the cast."""

    def __init__(self, folder: Path) -> None:
        self._redis = urlunsplit(urlsplit(os.environ["REDIS_URL"])._replace(path=BROKER))
        environment = {
            "DATABASE_URL": os.environ["DATABASE_URL"],
            "REDIS_URL": self._redis,
            "DEBUG": "1",
            "ROOT_URLCONF": "backend.urls",
            # Notes on devices are on, over a push service that a journey may open on this machine.
            "VAPID_PRIVATE_KEY": VAPID_KEY,
            "PUSH_AGREEMENT": "none: a journey",
            "PUSH_LOOPBACK": "1",
        }
        self.system = System(folder, environment)
        self.url = self.system.url
        self.mail_folder = self.system.mail_folder
        self._phones: list[Phone] = []
        self._used: set[tuple[str, str]] = set()

    def begin(self) -> None:
        """Forget the mail of earlier journeys, and which codes were used."""
        self._used.clear()
        for path in self.system.mail_paths():
            path.unlink()
        with redis.Redis.from_url(self._redis) as cache:
            for key in cache.scan_iter("*allauth*"):
                cache.delete(key)

    def sign_in(self, key: str) -> Phone:
        """Sign one of the cast in as a browser does, with a code when they are staff."""
        phone = Phone(self.system.port, secure=False)
        self._phones.append(phone)
        phone.sign_in(f"{key}@example.org", PASSWORD, code=self.code(key))
        return phone

    def code(self, key: str) -> str:
        """Return a code of a person's authenticator app that was not used yet, or nothing."""
        row = Authenticator.objects.filter(user__email=f"{key}@example.org", type="totp").first()
        if not row:
            return ""
        secret = crypto.unseal(row.data["secret"], context="mfa_authenticator.data")
        while not (code := self._unused(key, secret)):
            time.sleep(1)  # at most half a minute, as people wait for the next one
        return code

    def _unused(self, key: str, secret: str) -> str:
        """Return this half-minute's code or, as clocks may differ, the next one's."""
        for code in (totp(secret), totp(secret, ahead=1)):
            if (key, code) not in self._used:
                self._used.add((key, code))
                return code
        return ""

    def mails_to(self, address: str) -> list[Message]:
        """Return what the sink holds for an address, oldest first."""
        return [mail for mail in self.system.mails() if mail["To"] == address]

    def mail_to(self, address: str) -> Message:
        """Wait for the first mail to an address."""
        return self.until(lambda: self.mails_to(address), f"a mail to {address}")[0]

    def until(self, look: Callable[[], Found], what: str) -> Found:
        """Wait until something is there, and return it."""
        limit = time.monotonic() + PATIENCE
        while not (found := look()):
            assert time.monotonic() < limit, (
                f"waited for {what} in vain:\n{self.system.parts['worker'].last_lines()}"
            )
            time.sleep(0.02)
        return found

    def tick(self, task: str) -> None:
        """Put one periodic task on the queue, as the schedule does."""
        with Connection(self._redis) as broker:
            app.send_task(task, connection=broker)

    def settle(self) -> None:
        """Hang up, and wait until the worker has nothing left to do but what is for later."""
        for phone in self._phones:
            phone.close()
        self.tick("core.drain_outbox")
        try:
            self.until(lambda: not self._unsettled(), "everything to be settled")
        except AssertionError as failed:
            failed.add_note(f"Left: {self._unsettled()}")
            raise

    def _unsettled(self) -> list[tuple[Any, ...]]:
        # News of what failed is due later as well, but is not over.
        news = OutboxEntry.objects.filter(state=OutboxEntry.State.PENDING).exclude(
            failure="", due_at__gt=clock.now()
        )
        letters = Delivery.objects.exclude(state__in=Delivery.OVER).exclude(
            state=Delivery.State.QUEUED, due_at__gt=clock.now()
        )
        return [
            *news.values_list("subscriber", "failure", "due_at"),
            *letters.values_list("cause", "channel", "state", "failure", "due_at"),
        ]
