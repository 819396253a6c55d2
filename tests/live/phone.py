"""Speaks HTTP to the real web server as a browser or a phone does. Standard library only."""

import base64
import hashlib
import hmac
import http.client
import json
import secrets
import struct
import time
from dataclasses import dataclass
from http.cookies import SimpleCookie
from typing import Any

SECURE = "__Host-"


@dataclass(frozen=True)
class Answer:
    """A status, and JSON when there was any."""

    status: int
    body: Any


class Phone:
    """One person's device: keeps cookies and one connection; raises OSError when nobody answers."""

    def __init__(self, port: int, *, session: str = "", secure: bool = True) -> None:
        prefix = SECURE if secure else ""
        self._session, self._csrf = f"{prefix}foothold", f"{prefix}csrftoken"
        self._port, self._line = port, http.client.HTTPConnection("127.0.0.1", port, timeout=20)
        self.cookies = {self._csrf: secrets.token_hex(16)}
        if session:
            self.cookies[self._session] = session

    def get(self, path: str) -> Answer:
        """GET a path below /api/v1."""
        return self.send("GET", f"/api/v1{path}")

    def post(self, path: str, body: Any = None) -> Answer:
        """POST JSON to a path below /api/v1."""
        return self.send("POST", f"/api/v1{path}", {} if body is None else body)

    def send(self, method: str, path: str, body: Any = None) -> Answer:
        """Send one request and read its answer."""
        headers = {
            "Cookie": "; ".join(f"{name}={value}" for name, value in self.cookies.items()),
            "X-CSRFToken": self.cookies[self._csrf],
            "Content-Type": "application/json",
        }
        try:
            data = None if body is None else json.dumps(body)
            self._line.request(method, path, data, headers)
            answer = self._line.getresponse()
            content = answer.read()
        except (OSError, http.client.HTTPException) as error:
            self._line.close()
            raise OSError(f"no answer ({type(error).__name__})") from error
        self._keep_cookies(answer)
        is_json = "json" in (answer.getheader("Content-Type") or "")
        return Answer(answer.status, json.loads(content) if is_json and content else None)

    def _keep_cookies(self, answer: http.client.HTTPResponse) -> None:
        for line in answer.headers.get_all("Set-Cookie", []):
            for name, morsel in SimpleCookie(line).items():
                self.cookies[name] = morsel.value

    def sign_in(self, email: str, password: str, *, code: str = "") -> None:
        """Sign in with a password, and a code when one is asked for."""
        self.send("GET", "/api/v1/me/")
        credentials = {"email": email, "password": password}
        first = self.send("POST", "/_allauth/browser/v1/auth/login", credentials)
        if first.status == 401 and code:
            shown = {"code": code}
            first = self.send("POST", "/_allauth/browser/v1/auth/2fa/authenticate", shown)
        if first.status != 200:
            raise AssertionError(f"could not sign in: {first}")

    def close(self) -> None:
        """Hang up."""
        self._line.close()


def totp(secret: str, *, ahead: int = 0) -> str:
    """Return the current code of an authenticator app (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    counter = struct.pack(">Q", int(time.time()) // 30 + ahead)
    digest = hmac.new(key, counter, hashlib.sha1).digest()
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start : start + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"
