"""Which alerts changed since somebody last asked; nothing is ever passed over.

Transactions do not become visible in the order in which they began. So what is remembered is not
the newest change that was seen but the horizon: every transaction before it is over, and was seen.
Whatever is from the horizon on comes again, until nothing before it is still under way.
"""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from alerts.models import Alert, Mirror

MOST = 200


@dataclass(frozen=True)
class Changes:
    """Alerts that changed from `since` on, from where to ask next, and what names this answer.

    `reload` when there are too many, or `since` is not a horizon of this database.
    """

    alerts: tuple[UUID, ...]
    horizon: int
    tag: str
    reload: bool


def changes(rows: QuerySet[Alert], *, since: int | None) -> Changes:
    """Return what changed among these alerts. Two statements, the horizon's first.

    In this order: what becomes visible between the two is from the horizon on, and comes again.
    """
    horizon, newest = _horizon()
    if since is None:
        return Changes((), horizon, "", reload=False)
    found = list(
        Mirror.objects.filter(alert__in=rows, changed_in__gte=since)
        .order_by("changed_in", "pk")
        .values_list("alert_id", "changed_in")[: MOST + 1]
    )
    reload = len(found) > MOST or since > newest
    tag = ".".join(f"{alert.hex[:8]}{changed:x}" for alert, changed in found)
    return Changes(tuple(alert for alert, _ in found), horizon, tag, reload)


def _horizon() -> tuple[int, int]:
    """Return the oldest transaction that is still under way, and the next that will begin."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_snapshot_xmin(s)::text::bigint, pg_snapshot_xmax(s)::text::bigint"
            " FROM pg_current_snapshot() s"
        )
        horizon, newest = cursor.fetchone()
        return horizon, newest
