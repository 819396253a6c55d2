"""Text messages through a provider that speaks Twilio's HTTP interface (2010-04-01).

https://www.twilio.com/docs/messaging/api/message-resource
"""

import base64
import hashlib
import hmac
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Protocol

import requests
from django.conf import settings

from delivery.channels import outside
from delivery.channels.base import ChannelError, Message, Send

# What the provider says of a number that will never work: not a number, not a mobile one, not
# reachable. https://www.twilio.com/docs/api/errors
NEVER = {21211, 21214, 21217, 21401, 21407, 21421, 21614, 30003, 30005, 30006}
TOLD_TO_STOP = 21610
STOPPED = "told to stop"


class Provider(Protocol):
    """Whoever carries a text to a number; raises ChannelError when they do not take it."""

    def text(self, *, number: str, words: str) -> None: ...


class TwilioCompatible:
    """One POST for each text. The interface has no key against repeats: a lease may send twice."""

    def __init__(self, session: requests.Session) -> None:
        self.session = session

    def text(self, *, number: str, words: str) -> None:
        """Hand one text to the provider."""
        answer = outside.post(
            self.session,
            f"{settings.SMS_URL}/2010-04-01/Accounts/{settings.SMS_ACCOUNT}/Messages.json",
            data={"To": number, "From": settings.SMS_FROM, "Body": words},
            auth=(settings.SMS_ACCOUNT, settings.SMS_TOKEN),
        )
        if not 200 <= answer.status_code < 300:
            raise _refusal(answer)


class Sms:
    """Texts, over one line for a batch."""

    @contextmanager
    def opened(self) -> Iterator[Send]:
        """Yield what sends one text."""
        with outside.open_session(guarded=False) as session:
            provider: Provider = TwilioCompatible(session)
            yield lambda message: provider.text(number=message.address, words=short(message))


def short(message: Message) -> str:
    """Return the one line that a text is."""
    return f"{message.line} {message.link}".strip()


def _refusal(answer: requests.Response) -> ChannelError:
    try:
        body = answer.json()
        code = int(body.get("code") or 0) if isinstance(body, dict) else 0
    except (ValueError, TypeError):
        code = 0
    if code == TOLD_TO_STOP:
        return ChannelError(STOPPED, permanent=True, gone=True)
    never = code in NEVER
    return ChannelError(
        f"answered {answer.status_code}" + (f", {code}" if code else ""),
        # 401 and 403 are our own keys, 429 and 5xx theirs to mend.
        permanent=never or answer.status_code in {400, 404, 413},
        gone=never,
        pause_seconds=outside.wished_pause(answer),
    )


def is_signed(*, url: str, fields: Mapping[str, str], signature: str) -> bool:
    """Say whether a request to us bears the provider's signature.

    HMAC-SHA1 over the address and the sorted fields, with our token as the key:
    https://www.twilio.com/docs/usage/security#validating-requests
    """
    said = url + "".join(name + fields[name] for name in sorted(fields))
    digest = hmac.new(settings.SMS_TOKEN.encode(), said.encode(), hashlib.sha1).digest()
    return bool(settings.SMS_TOKEN) and hmac.compare_digest(
        base64.b64encode(digest).decode().encode(), signature.encode()
    )
