"""The port, the wait for /readyz, and what is printed once everything runs."""

import base64
import errno
import hashlib
import hmac
import json
import os
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Mapping

from backend.launch_processes import Failed, Supervisor

LONGEST_START = 90.0
CAST = (
    ("maya", "client", False),
    ("ben", "client in another program", False),
    ("okafor", "Maya's clinician", True),
    ("nadia", "case manager on Maya's team", True),
    ("lee", "clinician, not on Maya's team", True),
    ("grace", "clinician who left Maya's team", True),
    ("rosa", "Maya's mother, consent in force", False),
    ("tom", "Maya's brother, consent revoked", False),
    ("ada", "administrator", True),
)


def chosen_port() -> int:
    """Read PORT, or raise Failed."""
    text = os.environ.get("PORT") or "8000"
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise Failed(f"PORT must be a number from 1 to 65535, not {text!r}.")
    return int(text)


def refuse_taken(port: int) -> None:
    """Raise Failed when the port cannot be listened on."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", port))
        except OSError as error:
            why = "is taken by another program"
            if error.errno == errno.EACCES:
                why = "needs more rights than you have"
            raise Failed(
                f"Port {port} {why}. Choose another one, for example: make run PORT={other(port)}"
            ) from None


def other(port: int) -> int:
    return port + 1 if 1023 < port < 65535 else 8001


def await_ready(supervisor: Supervisor, port: int) -> None:
    """Wait until the system says that it can do its work, or raise Failed with its reasons."""
    until = time.monotonic() + LONGEST_START
    while True:
        answer = ask(port)
        if answer is None:
            return
        if time.monotonic() > until:
            raise Failed(f"The system did not get ready. {answer}. {supervisor.last_lines('web')}")
        supervisor.pause(0.5)


def ask(port: int) -> str | None:
    """Return None when /readyz answers 200, else what it says."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5):
            return None
    except urllib.error.HTTPError as refusal:
        try:
            parts = json.load(refusal)["parts"]
        except (ValueError, KeyError, TypeError):
            return f"/readyz answered {refusal.code}"
        return "; ".join(f"{name}: {said}" for name, said in parts.items() if said != "ok")
    except OSError as error:
        return f"/readyz does not answer ({error})"


def greeting(environment: Mapping[str, str]) -> str:
    """Say where to look and who to sign in as."""
    address = environment.get("SITE_URL") or f"http://localhost:{environment['PORT']}"
    lines = ["", f"Foothold runs at {address}", ""]
    if environment["DEBUG"].strip().lower() in {"1", "true", "yes", "on"}:
        secret = environment["DEMO_TOTP_SECRET"]
        lines += [f"Sign in with the password {environment['DEMO_PASSWORD']} as"]
        for name, who, staff in CAST:
            lines.append(f"  {name + '@example.org':20} {who}{' (with a code)' if staff else ''}")
        lines += [f"Codes come from the secret {secret}; just now: {code(secret, time.time())}", ""]
    kept = environment.get("MAIL_DIR")
    lines += [f"Mail is kept in {kept}" if kept else f"Mail goes to {environment['EMAIL_HOST']}"]
    return "\n".join([*lines, "Ctrl-C stops everything.", ""])


def code(secret: str, at: float) -> str:
    """Return the six-digit code of RFC 6238 for a moment."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8), casefold=True)
    digest = hmac.new(key, int(at // 30).to_bytes(8, "big"), hashlib.sha1).digest()
    start = digest[-1] & 15
    return f"{(int.from_bytes(digest[start : start + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06d}"
