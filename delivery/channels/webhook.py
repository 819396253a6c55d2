"""A clinic's own machine, by a signed POST. It hears of an alert, and not about whom.

The signature is HMAC-SHA256 with the secret over `<id>.<seconds since 1970>.<body>`, in hex. While
a secret is changed over, the old one signs as well. `id` is the same for every attempt.
"""

import hashlib
import hmac
import json
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import requests

from core import clock
from delivery.channels import outside
from delivery.channels.base import ChannelError, Message, Send

GONE = (404, 410)
NOT_NOW = (408, 425, 429)


class Webhook:
    """One session for a batch; it calls no address inside and follows no redirects."""

    @contextmanager
    def opened(self) -> Iterator[Send]:
        """Yield what makes one call."""
        with outside.open_session(guarded=True) as session:
            yield partial(_send, session)


def _send(session: requests.Session, message: Message) -> None:
    sealed = json.loads(message.address)
    if not outside.is_allowed(sealed["address"]):
        raise ChannelError("an address inside", permanent=True)
    seconds = str(int(clock.now().timestamp()))
    body = sealed["body"].encode()
    headers = {
        "Content-Type": "application/json",
        "Foothold-Id": message.key,
        "Foothold-Timestamp": seconds,
        "Foothold-Signature": ",".join(
            f"v1={signature(secret, key=message.key, seconds=seconds, body=body)}"
            for secret in sealed["secrets"]
        ),
    }
    answer = outside.post(session, sealed["address"], data=body, headers=headers, stream=True)
    with answer:
        _judge(answer)


def signature(secret: str, *, key: str, seconds: str, body: bytes) -> str:
    """Return what a call is signed with, in hex."""
    signed = f"{key}.{seconds}.".encode() + body
    return hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()


def _judge(answer: requests.Response) -> None:
    status = answer.status_code
    if 200 <= status < 300:
        return
    # A machine that is set right again finds the call: whoever keeps it may be at work on it.
    permanent = 300 <= status < 500 and status not in NOT_NOW and status not in GONE
    raise ChannelError(
        f"answered {status}", permanent=permanent, pause_seconds=outside.wished_pause(answer)
    )
