"""Web Push (RFC 8030, 8188, 8291, 8292): encrypted for one browser, signed with our VAPID key.

The payload is JSON of three fixed texts: {"title", "body", "url"}. The push service sees only that
somebody is written to, and when.
"""

import base64
import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from urllib.parse import urlsplit

import requests
from cryptography.hazmat.primitives import serialization
from django.conf import settings
from py_vapid import Vapid02
from pywebpush import WebPusher, WebPushException

from core import clock
from delivery.channels import outside
from delivery.channels.base import ChannelError, Message, Send

KEEP_SECONDS = 4 * 60 * 60  # how long a push service keeps it for a phone that is off
SIGNED_FOR_SECONDS = 12 * 60 * 60
GONE = {404, 410}
# Mistakes in what we sent; 401 and 403 say that our key is not believed, which staff can mend.
USELESS = {400, 413}


class WebPush:
    """Lines to push services stay open for the length of a batch."""

    @contextmanager
    def opened(self) -> Iterator[Send]:
        """Yield what sends one message to one browser."""
        with outside.open_session(guarded=True) as session:
            yield lambda message: _send(message, session)


def _send(message: Message, session: requests.Session) -> None:
    try:
        subscription = json.loads(message.address)
        endpoint = subscription["endpoint"]
        body = WebPusher(subscription).encode(payload(message))["body"]
    except (ValueError, KeyError, TypeError, WebPushException):
        raise ChannelError("not a subscription", permanent=True, gone=True) from None
    if not outside.is_allowed(endpoint):
        raise ChannelError("an address inside", permanent=True, gone=True)
    answer = outside.post(session, endpoint, data=body, headers=_headers(endpoint, message))
    _judge(answer)


def payload(message: Message) -> bytes:
    """Return what the browser will read."""
    said = {"title": message.subject, "body": message.line, "url": message.link}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")).encode()


def _headers(endpoint: str, message: Message) -> dict[str, str]:
    parts = urlsplit(endpoint)
    return {
        "Content-Encoding": "aes128gcm",
        "Content-Type": "application/octet-stream",
        "TTL": str(KEEP_SECONDS),
        "Urgency": "normal",
        # A repeated message replaces the one that the push service still holds.
        "Topic": message.key.replace("-", "")[:32],
        **_signature(f"{parts.scheme}://{parts.netloc}", settings.VAPID_PRIVATE_KEY, _shift()),
    }


def _shift() -> int:
    # Signatures are made anew every six hours and hold for twelve.
    return int(clock.now().timestamp()) // (SIGNED_FOR_SECONDS // 2)


@lru_cache(maxsize=64)
def _signature(audience: str, key: str, shift: int) -> dict[str, str]:
    ends = shift * (SIGNED_FOR_SECONDS // 2) + SIGNED_FOR_SECONDS
    claims = {"aud": audience, "sub": settings.VAPID_SUBJECT, "exp": ends}
    return {"Authorization": Vapid02.from_string(key).sign(claims)["Authorization"]}


def public_key() -> str:
    """Return our public key as browsers take it: an uncompressed point, base64url unpadded."""
    point = Vapid02.from_string(settings.VAPID_PRIVATE_KEY).public_key.public_bytes(
        serialization.Encoding.X962, serialization.PublicFormat.UncompressedPoint
    )
    return base64.urlsafe_b64encode(point).rstrip(b"=").decode()


def _judge(answer: requests.Response) -> None:
    status = answer.status_code
    if 200 <= status < 300:
        return
    raise ChannelError(
        f"answered {status}",
        permanent=status in GONE | USELESS,
        gone=status in GONE,
        pause_seconds=outside.wished_pause(answer),
    )
