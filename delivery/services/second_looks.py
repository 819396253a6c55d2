"""Apps above may say, right before a message leaves, that it is of no use any more."""

from collections.abc import Callable, Sequence
from datetime import datetime
from uuid import UUID

from core.identity import System, lent_to
from delivery.models import Delivery

Useless = Callable[[Sequence[Delivery], datetime], dict[UUID, str]]
_second_looks: dict[str, tuple[System, Useless]] = {}


def look_again(kind: str, useless: Useless, *, acts_as: System) -> None:
    """Register who looks at messages of a kind once more before they leave.

    The function is given the leased deliveries and the moment, and returns a short reason for each
    that must not leave. It runs in the transaction of the lease, as the part named.
    """
    _second_looks[kind] = (acts_as, useless)


def useless_now(leased: Sequence[Delivery], *, at: datetime) -> dict[UUID, str]:
    """Return why some of these must not leave. Acts as the carrier, and lends that away."""
    found: dict[UUID, str] = {}
    for kind, (part, ask) in _second_looks.items():
        rows = [row for row in leased if row.kind == kind]
        if rows:
            with lent_to(part, back_to=System.CARRIER):
                found |= ask(rows, at)
    return found
