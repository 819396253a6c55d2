"""Replaces e-mail as soon as the worker has its apps."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps import AppConfig

from delivery.channels.base import Message, Send


class Null:
    """Takes every message and does nothing with it."""

    @contextmanager
    def opened(self) -> Iterator[Send]:
        """Yield what takes a message."""
        yield self.take

    def take(self, message: Message) -> None:
        """Look at the address, as every channel does."""
        if not message.address:
            raise ValueError("no address")


class NullChannel(AppConfig):
    name = "tests.bench.null_channel"
    label = "null_channel"

    def ready(self) -> None:
        from delivery import carry

        carry.CHANNELS["email"] = Null()
