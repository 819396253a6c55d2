"""What a channel is: something that takes one message for one address, or says why not."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Message:
    """Neutral words for one address. `key` is the same for every attempt.

    `address` is an e-mail address, a telephone number (E.164), or a push subscription as JSON.
    `line` and `link` are what a channel shows that has no room for the whole text.
    """

    key: str
    address: str
    subject: str
    text: str
    line: str = ""
    link: str = ""


class ChannelError(Exception):
    """The service did not take the message; `permanent` says that trying again is useless.

    `gone` says that the address will never work again. `unreachable` says that the service itself
    did not answer, so that others need not try in the same moment. `pause_seconds` is how long the
    service asked to be left alone; 0 when it did not say.
    """

    def __init__(
        self,
        reason: str,
        *,
        permanent: bool,
        gone: bool = False,
        unreachable: bool = False,
        pause_seconds: int = 0,
    ) -> None:
        self.reason = reason
        self.permanent = permanent
        self.gone = gone
        self.unreachable = unreachable
        self.pause_seconds = pause_seconds
        super().__init__(reason)


Send = Callable[[Message], None]


class Channel(Protocol):
    """A way out of the building. What `opened` yields raises ChannelError for what is not taken."""

    def opened(self) -> AbstractContextManager[Send]: ...
