"""E-mail by SMTP. The Message-ID is made from the delivery, so a repeated one can be told."""

import smtplib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from delivery.channels.base import ChannelError, Message, Send


class Email:
    """One SMTP conversation for a batch; each step of it takes ten seconds at most."""

    @contextmanager
    def opened(self) -> Iterator[Send]:
        """Yield what sends one message over a line that stays open for the next one."""
        line = get_connection("django.core.mail.backends.smtp.EmailBackend")
        try:
            yield lambda message: _send(message, line)
        finally:
            with suppress(smtplib.SMTPException, OSError):
                line.close()

    def send(self, message: Message) -> None:
        """Send one message; raise ChannelError when it was not taken."""
        with self.opened() as send:
            send(message)


def _send(message: Message, line: Any) -> None:
    try:
        line.open()
    except smtplib.SMTPResponseException as error:
        raise _answered(error, line, unreachable=True) from None
    except (smtplib.SMTPException, OSError) as error:
        raise ChannelError(type(error).__name__, permanent=False, unreachable=True) from None
    try:
        _mail(message, line).send()
    except smtplib.SMTPRecipientsRefused as error:
        _hang_up(line)
        code = max((code for code, _ in error.recipients.values()), default=0)
        raise ChannelError(f"refused with {code}", permanent=code >= 500) from None
    except smtplib.SMTPResponseException as error:
        raise _answered(error, line) from None
    except (smtplib.SMTPException, OSError) as error:
        _hang_up(line)
        raise ChannelError(type(error).__name__, permanent=False) from None
    except ValueError:
        # Not an address at all, or one with a line break in it: no attempt will change that.
        raise ChannelError("not an address", permanent=True) from None


def _answered(
    error: smtplib.SMTPResponseException, line: Any, *, unreachable: bool = False
) -> ChannelError:
    _hang_up(line)
    permanent = 500 <= error.smtp_code < 600
    return ChannelError(f"answered {error.smtp_code}", permanent=permanent, unreachable=unreachable)


def _hang_up(line: Any) -> None:
    # After a refusal the conversation may be anywhere: the next message begins a new one.
    with suppress(smtplib.SMTPException, OSError):
        line.close()
    line.connection = None


def _mail(message: Message, line: Any) -> EmailMessage:
    domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].partition("@")[2]
    return EmailMessage(
        subject=message.subject,
        body=message.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[message.address],
        headers={
            "Message-ID": f"<{message.key}@{domain}>",
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
        },
        connection=line,
    )
