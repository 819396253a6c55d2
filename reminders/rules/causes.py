"""How a message is named after what it carries, and back."""

from uuid import UUID

PREFIX = "reminder:"


def cause_of(message: UUID) -> str:
    """Return the cause of the delivery that carries this message."""
    return f"{PREFIX}{message}"


def message_of(cause: str) -> UUID | None:
    """Return which message a delivery carries; None when it carries no reminders."""
    if not cause.startswith(PREFIX):
        return None
    try:
        return UUID(cause.removeprefix(PREFIX))
    except ValueError:
        return None
