"""A browser and an app that sign in as people do: password, code, cookie or token, CSRF."""

import json
from typing import Any

from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)
from django.test import Client

from accounts.models import User

PASSWORD = "a long demo password"
TOTP_SECRET = "JBSWY3DPEHPK3PXP"


def code_of(secret: str = TOTP_SECRET) -> str:
    """Return the code that an authenticator shows now."""
    counters = list(yield_hotp_counters_from_time())
    return format_hotp_value(hotp_value(secret, counters[len(counters) // 2]))


class Web:
    """A browser: keeps cookies, and sends the CSRF token when it has one."""

    flavour = "browser"

    def __init__(self) -> None:
        self.client = Client(enforce_csrf_checks=True, raise_request_exception=False)

    def headers(self) -> dict[str, str]:
        """What this device sends along."""
        token = self.client.cookies.get("csrftoken")
        return {"X-CSRFToken": token.value} if token else {}

    def send(self, method: str, path: str, body: Any = None) -> Any:
        """Send JSON to any path of the site."""
        data = "" if body is None else json.dumps(body)
        answer = self.client.generic(
            method, path, data, content_type="application/json", headers=self.headers()
        )
        self.notice(answer)
        return answer

    def notice(self, answer: Any) -> None:
        """Keep what the answer gives this device to keep."""

    def api(self, method: str, path: str, body: Any = None) -> Any:
        """Send JSON below /api/v1."""
        return self.send(method, f"/api/v1{path}", body)

    def auth(self, method: str, path: str, body: Any = None) -> Any:
        """Send JSON to the sign-in machinery."""
        return self.send(method, f"/_allauth/{self.flavour}/v1{path}", body)

    def password(self, email: str, password: str = PASSWORD) -> Any:
        """Take the first step of signing in."""
        self.api("GET", "/me/")
        return self.auth("POST", "/auth/login", {"email": email, "password": password})

    def sign_in(self, person: User) -> Any:
        """Take every step of signing in."""
        answer = self.password(person.email)
        if answer.status_code == 401:
            answer = self.auth("POST", "/auth/2fa/authenticate", {"code": code_of()})
        assert answer.status_code == 200, answer.content
        return answer


class App(Web):
    """An app: no cookies, a session token instead."""

    flavour = "app"
    token = ""

    def headers(self) -> dict[str, str]:
        self.client.cookies.clear()
        return {"X-Session-Token": self.token} if self.token else {}

    def notice(self, answer: Any) -> None:
        if answer.headers.get("Content-Type", "").startswith("application/json"):
            meta = answer.json().get("meta", {})
            self.token = meta.get("session_token", self.token)
