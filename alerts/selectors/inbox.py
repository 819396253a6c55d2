"""Reads of alerts: the inbox's order, and what its rows need, in a fixed number of queries."""

from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.db.models.functions import Coalesce

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
    # What is only watched is due at no time; it stands where it was raised.
    place = Coalesce("due_at", "raised_at")
    return with_details(rows).annotate(stage=stage, grade=grade, place=place)


def with_details(rows: QuerySet[Alert]) -> QuerySet[Alert]:
    """Join what one row of the inbox shows."""
    return rows.select_related(
        "client", "assessment", "owner", "acknowledged_by", "resolved_by"
    ).prefetch_related("steps__person")


def told(alert: Alert) -> list[Step]:
    """Return who was told of an alert, first one first."""
    steps = [step for step in alert.steps.all() if step.kind == Step.Kind.TOLD]
    return sorted(steps, key=lambda step: (step.at, step.rung))


# What a reader of an alert's story wants to know; whom it was told to stands elsewhere.
STORY = (
    Step.Kind.RAISED, Step.Kind.JOINED, Step.Kind.TIER_RAISED, Step.Kind.REOPENED,
    Step.Kind.NOBODY_TO_TELL, Step.Kind.NOT_DELIVERED, Step.Kind.ACKNOWLEDGED, Step.Kind.RESOLVED,
    Step.Kind.ASSIGNED, Step.Kind.UNDONE, Step.Kind.LOWERED,
)  # fmt: skip


def story(alert: Alert) -> list[Step]:
    """Return what happened to an alert, first thing first."""
    steps = [step for step in alert.steps.all() if step.kind in STORY]
    return sorted(steps, key=lambda step: (step.at, step.created_at))


def state_of(alert: Alert) -> str:
    """Return open, acknowledged or resolved."""
    if alert.resolved_at:
        return "resolved"
    return "acknowledged" if alert.acknowledged_at else "open"
