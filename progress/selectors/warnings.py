"""What the rules of alerts made of a client's weeks, and what somebody did about it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Max, Q, QuerySet
from django.db.models.functions import Greatest

from alerts import selectors as alert_selectors
from alerts.models import Alert, Step, Tier

MOST_SHOWN = 50
# What makes an old alert news again: it became graver, or had to be answered once more.
NEWS = (Step.Kind.TIER_RAISED, Step.Kind.REOPENED)


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

    Critical ones within `week` days, high ones within `recent`, both kinds within `calm`. An alert
    counts from when it last became news. What is only to be watched is not waiting for anybody.
    """
    since = at - timedelta(days=calm)
    rows = list(
        _dated(client_id)
        .filter(Q(news_at__gte=since) | Q(resolved_at=None))
        .exclude(tier=Tier.WATCH)
        .order_by()
        .values_list("tier", "news_at", "resolved_at")
    )

    def within(days: int, *tiers: str) -> int:
        first = at - timedelta(days=days)
        return sum(tier in tiers and news_at >= first for tier, news_at, _ in rows)

    return AlertCounts(
        critical_week=within(week, "critical"),
        high_recent=within(recent, "high"),
        serious_calm=within(calm, "critical", "high"),
        still_open=sum(resolved is None for _, _, resolved in rows),
    )


def _dated(client_id: UUID) -> QuerySet[Any]:
    """Return a client's alerts with when each last became news."""
    again = Max("steps__at", filter=Q(steps__kind__in=NEWS))
    return Alert.objects.filter(client_id=client_id).annotate(news_at=Greatest("raised_at", again))


def has_critical_since(client_id: UUID, *, since: datetime) -> bool:
    """Say whether an alert about a client became critical after that moment. One statement."""
    return _dated(client_id).filter(tier=Tier.CRITICAL, news_at__gt=since).exists()


def alerts_since(*, client_id: UUID, since: datetime) -> QuerySet[Alert]:
    """Return alerts raised since then, and older ones that nobody resolved, the newest first.

    Fifty at most; two statements with what was done about them.
    """
    rows = Alert.objects.filter(Q(raised_at__gte=since) | Q(resolved_at=None), client_id=client_id)
    return alert_selectors.with_details(rows).order_by("-raised_at", "pk")[:MOST_SHOWN]
