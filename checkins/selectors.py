"""Reads of check-ins: the latest version of each day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, Max, QuerySet

from checkins.models import CheckIn

ASSESSED_DAYS = 42  # relapse-warning.md D1: the baseline's window


@dataclass(frozen=True)
class Presence:
    """When a client was last heard of, and on how many of the last days."""

    client_id: UUID
    last_on: date
    days_seen: int


def latest_of_each_day(rows: QuerySet[CheckIn]) -> QuerySet[CheckIn]:
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
        .annotate(last_on=Max("on"), days_seen=Count("on", distinct=True))
    )
    return [Presence(row["client_id"], row["last_on"], row["days_seen"]) for row in rows]
