"""Whom an alert is told to, rung by rung, and the steps that record it."""

from datetime import datetime
from uuid import UUID

from accounts.models import Role, User
from alerts import ladder
from alerts.models import Alert, Assessment, Step
from delivery import services as delivery_services
from delivery.services import Cause
from delivery.wording import Kind
from program import selectors as program_selectors


def cause_name(alert_id: UUID, rung: int) -> str:
    """Return the name under which one rung's deliveries are queued, once."""
    return f"alert:{alert_id}:{rung}"


def note(
    alert: Alert,
    kind: str,
    *,
    at: datetime,
    rung: int = 0,
    person_id: UUID | None = None,
    assessment: Assessment | None = None,
) -> None:
    """Add one step to an alert's story."""
    Step(
        alert=alert, client_id=alert.client_id, kind=kind, at=at, rung=rung,
        person_id=person_id, assessment=assessment,
    ).save(force_insert=True)  # fmt: skip


def tell_rung(alert: Alert, *, rung: int, at: datetime) -> None:
    """Queue a delivery to everyone on this rung, and say when they must have answered.

    Past the last rung the whole team is told again. Where a client has no team, the
    administrators are told: an alert is never told to nobody in silence.
    """
    team = program_selectors.care_team_at(client_id=alert.client_id, at=at)
    people = [place.clinician_id for place in team if place.rung == rung]
    people = people or [place.clinician_id for place in team]
    if not people:
        note(alert, Step.Kind.NOBODY_TO_TELL, at=at, rung=rung)
        people = _administrators()
    cause = Cause(Kind.ALERT, f"{cause_name(alert.pk, rung)}:{alert.tier}", "/inbox")
    queued = delivery_services.queue(people=people, cause=cause, due_at=at)
    for person_id in people:
        note(alert, Step.Kind.TOLD, at=at, rung=rung, person_id=person_id)
    due_at = ladder.answer_by(tier=alert.tier, rung=rung, told_at=at)
    if not queued:
        # Nobody on this rung can be reached: the next one does not wait.
        note(alert, Step.Kind.NOT_DELIVERED, at=at, rung=rung)
        due_at = at
    Alert.objects.filter(pk=alert.pk).update(rung=rung, due_at=due_at)


def climb(alert: Alert, *, at: datetime) -> None:
    """Tell the next rung."""
    team = program_selectors.care_team_at(client_id=alert.client_id, at=at)
    rungs = [place.rung for place in team]
    tell_rung(alert, rung=ladder.rung_after(rung=alert.rung, team_rungs=rungs), at=at)


def _administrators() -> list[UUID]:
    return list(
        User.objects.filter(roles__contains=[Role.ADMINISTRATOR], is_active=True).values_list(
            "pk", flat=True
        )
    )
