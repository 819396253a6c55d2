"""Reads of alerts: the inbox's order, and what its rows need, in a fixed number of queries."""

from django.db.models import Case, IntegerField, QuerySet, Value, When

from alerts.models import Alert, Step, Tier

STATES = ("open", "acknowledged", "resolved")


def inbox(rows: QuerySet[Alert], *, state: str = "") -> QuerySet[Alert]:
    """Return alerts as a clinician reads them: unanswered first, then by tier, then by due time."""
    if state == "open":
        rows = rows.filter(acknowledged_at=None, resolved_at=None)
    elif state == "acknowledged":
        rows = rows.filter(acknowledged_at__isnull=False, resolved_at=None)
    elif state == "resolved":
        rows = rows.filter(resolved_at__isnull=False)
    grade = Case(
        *(When(tier=tier, then=Value(place)) for place, tier in enumerate(Tier.values)),
        output_field=IntegerField(),
    )
    stage = Case(
        When(resolved_at__isnull=False, then=Value(2)),
        When(acknowledged_at__isnull=False, then=Value(1)),
        default=Value(0),
        output_field=IntegerField(),
    )
    return with_details(rows).annotate(stage=stage, grade=grade)


def with_details(rows: QuerySet[Alert]) -> QuerySet[Alert]:
    """Join what one row of the inbox shows."""
    return rows.select_related(
        "client", "assessment", "acknowledged_by", "resolved_by"
    ).prefetch_related("steps__person")


def told(alert: Alert) -> list[Step]:
    """Return who was told of an alert, first one first."""
    steps = [step for step in alert.steps.all() if step.kind == Step.Kind.TOLD]
    return sorted(steps, key=lambda step: (step.at, step.rung))


def state_of(alert: Alert) -> str:
    """Return open, acknowledged or resolved."""
    if alert.resolved_at:
        return "resolved"
    return "acknowledged" if alert.acknowledged_at else "open"
