"""A browser that speaks JSON to the API, signed in as one of the cast."""

import json
import time
from datetime import timedelta
from typing import Any
from uuid import uuid4

from allauth.account.internal.flows.login import AUTHENTICATION_METHODS_SESSION_KEY
from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.db import transaction
from django.http import HttpResponse
from django.test import Client

from accounts.access import staying
from accounts.models import User
from core import clock, identity
from core.identity import System
from tests.story import STORY_DAY


class Browser:
    """Sends JSON to /api/v1 and reads JSON back.

    Staff have shown their second factor, and everybody their password a moment ago.
    """

    def __init__(self, person: User | None, *, second_factor: bool = True) -> None:
        # A client of the test runner re-raises a 500; a browser would see it.
        self.client = Client(raise_request_exception=False)
        self._staff, self._here_at = person is not None and person.is_staff_member, clock.now()
        if person is not None:
            self.client.cookies["foothold"] = _session(person, second_factor).session_key

    def get(self, path: str, **query: str) -> Any:
        """GET a path below /api/v1."""
        self._touch()
        return Answer(self.client.get(f"/api/v1{path}", query))

    def post(self, path: str, body: Any = None) -> Any:
        """POST JSON to a path below /api/v1."""
        return self.send("POST", path, body)

    def send(self, method: str, path: str, body: Any = None) -> Any:
        """Send any method with a JSON body."""
        self._touch()
        data = body if isinstance(body, bytes) else json.dumps({} if body is None else body)
        answer = self.client.generic(
            method, f"/api/v1{path}", data, content_type="application/json"
        )
        return Answer(answer)

    def _touch(self) -> None:
        """Come back in when a test has moved the clock on: staff who rest are signed out."""
        if self._staff and abs(clock.now() - self._here_at) > timedelta(minutes=10):
            self._here_at = clock.now()
            session = SessionStore(self.client.cookies["foothold"].value)
            _here_now(session)
            session.save()


class Answer:
    """A response with its JSON at hand."""

    def __init__(self, response: HttpResponse) -> None:
        self.response = response
        self.status = response.status_code
        self.headers = response.headers
        self.content = response.content

    @property
    def body(self) -> Any:
        """The JSON of the response."""
        return json.loads(self.content)

    def __repr__(self) -> str:
        return f"<{self.status} {self.content[:500]!r}>"


def _session(person: User, second_factor: bool) -> SessionStore:
    session = SessionStore()
    session[SESSION_KEY] = str(person.pk)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = _hash_of(person)
    shown = [{"method": "password", "at": time.time(), "reauthenticated": True}]
    if person.is_staff_member and second_factor:
        shown.insert(0, {"method": "mfa", "type": "totp", "at": time.time()})
    session[AUTHENTICATION_METHODS_SESSION_KEY] = shown
    session["account_authentication_methods_user"] = str(person.pk)
    _here_now(session)
    session.create()
    return session


def _hash_of(person: User) -> str:
    """Whoever was read while somebody else was asking came without their password: look again."""
    if not person.password:
        with transaction.atomic(), identity.briefly(System.ACCOUNTS):
            person = User.objects.get(pk=person.pk)
    return person.get_session_auth_hash()


def _here_now(session: SessionStore) -> None:
    session[staying.BEGAN] = session[staying.SEEN] = int(clock.now().timestamp())
    session[staying.SHARED] = False


def check_in(**answers: Any) -> dict[str, Any]:
    """Return the body of a valid check-in for the day of the stories."""
    return {
        "submission_id": str(uuid4()),
        "on": STORY_DAY.isoformat(),
        "timezone": "America/New_York",
        "mood": 5,
        **answers,
    }
