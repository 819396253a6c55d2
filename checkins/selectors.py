"""Reads of check-ins and diary cards: the latest version of each day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from django.db.models import Count, Max, Min, QuerySet

from checkins.models import CheckIn, DiaryCard

Row = TypeVar("Row", CheckIn, DiaryCard)
ASSESSED_DAYS = 42  # chosen: six weeks, long enough for a usual range


@dataclass(frozen=True)
class Presence:
    """When a client was first and last heard of within a period, and on how many of its days."""

    client_id: UUID
    first_on: date
    last_on: date
    days_seen: int


def latest_of_each_day(rows: QuerySet[Row]) -> QuerySet[Row]:
    """Return each client's newest version of each day, newest day first within a client."""
    return rows.order_by("client_id", "-on", "-version").distinct("client_id", "on")


def history(*, client_id: UUID, until: date, days: int = ASSESSED_DAYS) -> list[CheckIn]:
    """Return the latest versions of the `days` days that end two days after `until`, oldest first.

    Two days after, because a day filled in later may complete a pattern around it.
    """
    rows = CheckIn.objects.filter(
        client_id=client_id, on__gt=until - timedelta(days=days), on__lte=until + timedelta(days=2)
    )
    return list(latest_of_each_day(rows))[::-1]


def presence(*, clients: Iterable[UUID], since: date) -> list[Presence]:
    """Return for each client with any check-in when they were last heard of (one query)."""
    rows = (
        CheckIn.objects.filter(client_id__in=list(clients), on__gt=since)
        .values("client_id")
        .annotate(first_on=Min("on"), last_on=Max("on"), days_seen=Count("on", distinct=True))
    )
    return [Presence(**row) for row in rows]
