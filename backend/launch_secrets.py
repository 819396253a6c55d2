"""Local secrets, made once and kept in <state>/secrets.env (0600). A deployment brings its own."""

import base64
import os
import secrets
from collections.abc import Callable
from pathlib import Path

MAKERS: dict[str, Callable[[], str]] = {
    "POSTGRES_PASSWORD": lambda: secrets.token_urlsafe(32),
    "VALKEY_PASSWORD": lambda: secrets.token_urlsafe(32),
    "SECRET_KEY": lambda: secrets.token_urlsafe(48),
    "FIELD_KEYS": lambda: f"k1:{base64.b64encode(secrets.token_bytes(32)).decode()}",
    # A private key of P-256 as it is: any 32 bytes but a few in 2^32, which WebPush refuses.
    "VAPID_PRIVATE_KEY": lambda: (
        base64.urlsafe_b64encode(secrets.token_bytes(32)).rstrip(b"=").decode()
    ),
}


def read_or_make(state: Path) -> dict[str, str]:
    """Return the secrets of this folder; make what is missing."""
    path = state / "secrets.env"
    lines = path.read_text().splitlines() if path.exists() else []
    known = dict(line.split("=", 1) for line in lines if "=" in line and not line.startswith("#"))
    missing = {name: make() for name, make in MAKERS.items() if name not in known}
    if missing:
        known |= missing
        body = "".join(f"{name}={value}\n" for name, value in known.items())
        write_private(
            path, "# Made for this machine only. Without FIELD_KEYS no note can be read.\n" + body
        )
    return known


def write_private(path: Path, text: str) -> None:
    """Replace a file that only its owner may read, in one step."""
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    fresh.unlink(missing_ok=True)
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
