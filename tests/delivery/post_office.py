"""A real SMTP server on a free port that keeps what it takes, or answers as it is told."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message
from typing import Any

from aiosmtpd.controller import Controller
from django.test import override_settings

from backend.embedded import free_port


class PostOffice:
    """Takes mail, or refuses it with the lines given for RCPT or DATA."""

    def __init__(self, *, at_recipient: str = "", at_data: str = "") -> None:
        self.raw: list[bytes] = []
        self.recipients: list[str] = []
        self.at_recipient = at_recipient
        self.at_data = at_data

    @property
    def mail(self) -> list[Message]:
        """What was taken, parsed."""
        return [message_from_bytes(raw) for raw in self.raw]

    async def handle_RCPT(
        self, server: Any, session: Any, envelope: Any, address: str, options: Any
    ) -> str:
        if self.at_recipient:
            return self.at_recipient
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        if self.at_data:
            return self.at_data
        self.raw.append(envelope.original_content)
        self.recipients += envelope.rcpt_tos
        return "250 Taken"


@contextmanager
def open_office(**answers: str) -> Iterator[PostOffice]:
    """Run a server, and point the program's e-mail at it."""
    office, port = PostOffice(**answers), free_port()
    controller = Controller(office, hostname="127.0.0.1", port=port, decode_data=False)
    controller.start()
    try:
        with override_settings(EMAIL_HOST="127.0.0.1", EMAIL_PORT=port):
            yield office
    finally:
        controller.stop()


@contextmanager
def closed_office() -> Iterator[None]:
    """Point the program's e-mail at a port on which nobody listens."""
    with override_settings(EMAIL_HOST="127.0.0.1", EMAIL_PORT=free_port()):
        yield


@contextmanager
def silent_office() -> Iterator[None]:
    """Point the program's e-mail at somebody who takes the call and never speaks."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        listener.listen()
        port = listener.getsockname()[1]
        with override_settings(EMAIL_HOST="127.0.0.1", EMAIL_PORT=port, EMAIL_TIMEOUT=0.2):
            yield
