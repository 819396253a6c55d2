"""What a channel is: something that takes one message for one address, or says why not."""

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Message:
    """Neutral words for one address. `key` is the same for every attempt."""

    key: str
    address: str
    subject: str
    text: str


class ChannelError(Exception):
    """The service did not take the message; `permanent` says that trying again is useless."""

    def __init__(self, reason: str, *, permanent: bool) -> None:
        self.reason = reason
        self.permanent = permanent
        super().__init__(reason)


class Channel(Protocol):
    """Carries one message; raises ChannelError when it was not taken."""

    def send(self, message: Message) -> None: ...
