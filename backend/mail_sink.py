"""A local SMTP server for machines without one: every message becomes an .eml file.

Nothing is sent on. A message that was answered with 250 is on the disk.
"""

import asyncio
import os
import signal
import time
import uuid
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

HIDDEN = ".new-"


class Keeper:
    """Answers one message at a time on behalf of the SMTP protocol."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        content = envelope.original_content or b""
        recipients = ", ".join(envelope.rcpt_tos)
        head = f"X-Envelope-From: {envelope.mail_from}\r\nX-Envelope-To: {recipients}\r\n"
        try:
            name = await asyncio.to_thread(keep, self.folder, head.encode() + content)
        except OSError as error:
            return f"452 4.3.1 Not kept ({error.strerror}); try again later"
        return f"250 2.0.0 Kept as {name}"


def keep(folder: Path, content: bytes) -> str:
    """Write a message so that it is there whole or not at all, and return its name."""
    name = f"{time.time_ns()}-{uuid.uuid4().hex[:8]}.eml"
    fresh = folder / f"{HIDDEN}{name}"
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(folder / name)
    listing = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(listing)  # the new name must survive a crash too
    finally:
        os.close(listing)
    return name


async def serve(folder: Path, host: str, port: int) -> None:
    """Take mail until told to stop."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for cut_off in folder.glob(f"{HIDDEN}*"):
        cut_off.unlink()
    loop = asyncio.get_running_loop()
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stopped.set)
    keeper = Keeper(folder)
    server = await loop.create_server(
        lambda: SMTP(keeper, hostname="localhost", enable_SMTPUTF8=True), host, port
    )
    async with server:
        await stopped.wait()


def main() -> None:
    folder = Path(os.environ.get("MAIL_DIR", "var/mail"))
    host = os.environ.get("MAIL_SINK_HOST", "127.0.0.1")
    asyncio.run(serve(folder, host, int(os.environ.get("EMAIL_PORT", "2525"))))


if __name__ == "__main__":
    main()
