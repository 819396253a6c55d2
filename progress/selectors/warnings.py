"""What the rules of alerts made of a client's weeks, and what somebody did about it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from alerts import selectors as alert_selectors
from alerts.models import Alert

MOST_SHOWN = 50


@dataclass(frozen=True)
class AlertCounts:
    """Alerts of the last weeks, by how grave they are and how long ago they were raised."""

    critical_week: int
    high_recent: int
    serious_calm: int
    still_open: int


def alert_counts(
    *, client_id: UUID, at: datetime, week: int, recent: int, calm: int
) -> AlertCounts:
    """Count a client's alerts within so many days, and all that nobody resolved. One statement.

    Critical ones within `week` days, high ones within `recent`, both kinds within `calm`.
    """
    since = at - timedelta(days=calm)
    rows = list(
        Alert.objects.filter(Q(raised_at__gte=since) | Q(resolved_at=None), client_id=client_id)
        .order_by()
        .values_list("tier", "raised_at", "resolved_at")
    )

    def within(days: int, *tiers: str) -> int:
        first = at - timedelta(days=days)
        return sum(tier in tiers and raised >= first for tier, raised, _ in rows)

    return AlertCounts(
        critical_week=within(week, "critical"),
        high_recent=within(recent, "high"),
        serious_calm=within(calm, "critical", "high"),
        still_open=sum(resolved is None for _, _, resolved in rows),
    )


def has_critical_since(client_id: UUID, *, since: datetime) -> bool:
    """Say whether a critical alert about a client was raised after that moment. One statement."""
    rows = Alert.objects.filter(client_id=client_id, tier="critical", raised_at__gt=since)
    return rows.exists()


def alerts_since(*, client_id: UUID, since: datetime) -> QuerySet[Alert]:
    """Return alerts raised since then, and older ones that nobody resolved, the newest first.

    Fifty at most; two statements with what was done about them.
    """
    rows = Alert.objects.filter(Q(raised_at__gte=since) | Q(resolved_at=None), client_id=client_id)
    return alert_selectors.with_details(rows).order_by("-raised_at", "pk")[:MOST_SHOWN]
