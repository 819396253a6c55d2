"""A cache of one's own, a form that was open long enough, and somebody who fills it in."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.conf import settings as real

from tests.http import Browser
from tests.story import STORY_TIME

PATH = "/call-requests/"


@pytest.fixture(autouse=True)
def _own_counts(settings: Any) -> None:
    """Count apart from every other test and every other run on this machine."""
    settings.CACHES = {"default": {**real.CACHES["default"], "KEY_PREFIX": f"test-{uuid4()}"}}


class Form:
    """A browser without a session, on the page with the form."""

    def __init__(self) -> None:
        self.browser = Browser(None)

    def open(self) -> str:
        """Open the form and return its token."""
        return str(self.browser.get(PATH).body["token"])

    def send(self, token: str | None = None, *, after: float = 10, **changes: Any) -> Any:
        """Send what somebody typed, so many seconds after the story's moment."""
        token = self.open() if token is None else token
        body = {
            "token": token, "name": "Ana Ruiz", "phone": "617 555 0142", "best_time": "morning",
            **changes,
        }  # fmt: skip
        with time_machine.travel(STORY_TIME + timedelta(seconds=after), tick=False):
            return self.browser.post(PATH, {k: v for k, v in body.items() if v is not None})


@pytest.fixture
def form(db: None) -> Any:
    """The form, opened at the story's moment."""
    with time_machine.travel(STORY_TIME, tick=False):
        yield Form()
