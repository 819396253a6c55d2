"""Typed readers of environment variables that stop the program with a sentence."""

import base64
import binascii
import hashlib
import hmac
import os
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}


def text(name: str, default: str | None = None) -> str:
    """Read a string; raise ImproperlyConfigured when it is missing and has no default."""
    value = os.environ.get(name, default)
    if value is None or (value == "" and default is None):
        raise ImproperlyConfigured(f"Set the environment variable {name}; see .env.example.")
    return value


def flag(name: str, *, default: bool = False) -> bool:
    """Read a yes/no value."""
    value = os.environ.get(name, "1" if default else "0").strip().lower()
    if value not in TRUE | FALSE:
        raise ImproperlyConfigured(f"{name} must be 1 or 0, not {value!r}.")
    return value in TRUE


def number(name: str, default: int) -> int:
    """Read a whole number."""
    value = os.environ.get(name, str(default))
    try:
        return int(value)
    except ValueError:
        raise ImproperlyConfigured(f"{name} must be a whole number, not {value!r}.") from None


def require_agreement(channel: str, *, on: bool) -> bool:
    """Return `on`; raise ImproperlyConfigured when it is and no vendor's agreement is named."""
    name = f"{channel}_AGREEMENT"
    if on and not os.environ.get(name, "").strip():
        raise ImproperlyConfigured(
            f"Set {name} to the number of the agreement with whoever carries these messages; "
            "without one this channel stays off. See .env.example."
        )
    return on


def words(name: str, default: str = "") -> list[str]:
    """Read a comma-separated list."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


def field_keys(name: str) -> dict[str, bytes]:
    """Read `id:base64` pairs of 32-byte keys; the first pair is the one that encrypts."""
    keys: dict[str, bytes] = {}
    for pair in text(name).split(","):
        key_id, _, encoded = pair.strip().partition(":")
        try:
            key = base64.b64decode(encoded, validate=True)
        except binascii.Error:
            key = b""
        if not key_id.isalnum() or len(key) != 32:
            raise ImproperlyConfigured(
                f"{name} must hold pairs like k1:<base64 of 32 bytes>; see .env.example."
            )
        keys[key_id] = key
    return keys


def owner_database(url: str) -> dict[str, Any]:
    """Turn a postgresql:// address into Django's settings of one database."""
    parts = urlsplit(url)
    if parts.scheme not in {"postgres", "postgresql"}:
        raise ImproperlyConfigured("DATABASE_URL must start with postgresql://")
    query = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": query.pop("host", unquote(parts.hostname or "")),
        "PORT": query.pop("port", str(parts.port or "")),
        "OPTIONS": query,
    }


def app_database(owner: dict[str, Any], *, secret_key: str) -> dict[str, Any]:
    """Say how web and worker connect: a login that owns nothing and cannot bypass row security."""
    if url := os.environ.get("APP_DATABASE_URL"):
        return owner_database(url)
    password = hmac.new(secret_key.encode(), b"app-database-login", hashlib.sha256).hexdigest()
    return {**owner, "USER": f"{owner['NAME']}_web", "PASSWORD": password}
