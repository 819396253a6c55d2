"""E-mail by SMTP. The Message-ID is made from the delivery, so a repeated one can be told."""

import smtplib
from email.utils import parseaddr

from django.conf import settings
from django.core.mail import EmailMessage, get_connection

from delivery.channels.base import ChannelError, Message


class Email:
    """One SMTP conversation for each message, ten seconds at most."""

    def send(self, message: Message) -> None:
        domain = parseaddr(settings.DEFAULT_FROM_EMAIL)[1].partition("@")[2]
        mail = EmailMessage(
            subject=message.subject,
            body=message.text,
            from_email=settings.DEFAULT_FROM_EMAIL,
            to=[message.address],
            headers={
                "Message-ID": f"<{message.key}@{domain}>",
                "Auto-Submitted": "auto-generated",
                "X-Auto-Response-Suppress": "All",
            },
            connection=get_connection("django.core.mail.backends.smtp.EmailBackend"),
        )
        try:
            mail.send()
        except smtplib.SMTPRecipientsRefused as error:
            code = max((code for code, _ in error.recipients.values()), default=0)
            raise ChannelError(f"refused with {code}", permanent=code >= 500) from None
        except smtplib.SMTPResponseException as error:
            raise ChannelError(
                f"answered {error.smtp_code}", permanent=500 <= error.smtp_code < 600
            ) from None
        except (smtplib.SMTPException, OSError) as error:
            raise ChannelError(type(error).__name__, permanent=False) from None
        except ValueError:
            # Not an address at all, or one with a line break in it: no attempt will change that.
            raise ChannelError("not an address", permanent=True) from None
