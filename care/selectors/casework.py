"""Reads of tasks and referrals."""

from typing import TypeVar
from uuid import UUID

from django.db.models import QuerySet

from care.models import Referral, Task
from care.rules import states

Row = TypeVar("Row", Task, Referral)


def with_people(rows: QuerySet[Row]) -> QuerySet[Row]:
    """Return tasks or referrals with the names of their client, owner and author."""
    return rows.select_related("client", "owner", "added_by")


def tasks_in(rows: QuerySet[Row], *, state: str, over: tuple[str, ...]) -> QuerySet[Row]:
    """Return rows that are `open`, `over`, or `all` of them."""
    if state == "open":
        return rows.exclude(state__in=over)
    if state == "over":
        return rows.filter(state__in=over)
    return rows


def open_referrals(*, client: UUID, marked: bool) -> list[Referral]:
    """Return a client's referrals that are not over; at most 100.

    `marked` leaves only those that are for the client to see.
    """
    rows = Referral.objects.filter(client_id=client).exclude(state__in=states.REFERRAL_OVER)
    if marked:
        rows = rows.filter(for_client=True)
    return list(rows.order_by("added_at", "pk")[:100])
