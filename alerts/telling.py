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

    Past the last rung the whole team is told again. Where a client has no team, or nobody of it can
    be reached, the administrators are told: an alert is never told to nobody in silence.
    """
    team = program_selectors.care_team_at(client_id=alert.client_id, at=at)
    on_rung = [place.clinician_id for place in team if place.rung == rung]
    whole_team = [place.clinician_id for place in team]
    due_at = ladder.answer_by(tier=alert.tier, rung=rung, told_at=at)
    if not _tell(alert, on_rung or whole_team, rung=rung, at=at):
        if on_rung:
            # Nobody on this rung can be reached: the next one does not wait.
            due_at = at
        else:
            note(alert, Step.Kind.NOBODY_TO_TELL, at=at, rung=rung)
            _tell(alert, _administrators(), rung=rung, at=at)
    Alert.objects.filter(pk=alert.pk).update(rung=rung, due_at=due_at)


def _tell(alert: Alert, people: list[UUID], *, rung: int, at: datetime) -> bool:
    """Queue a delivery to each of these people; say whether any of them can be reached."""
    cause = Cause(Kind.ALERT, f"{cause_name(alert.pk, rung)}:{_round(alert)}", "/inbox")
    if people and not delivery_services.queue(people=people, cause=cause, due_at=at):
        note(alert, Step.Kind.NOT_DELIVERED, at=at, rung=rung)
        return False
    for person_id in people:
        note(alert, Step.Kind.TOLD, at=at, rung=rung, person_id=person_id)
    return bool(people)


def _round(alert: Alert) -> str:
    """Name the round of telling: each raising of the tier, and each reopening, begins another."""
    reopened = alert.steps.filter(kind=Step.Kind.REOPENED).count()
    return f"{alert.tier}.{reopened}" if reopened else alert.tier


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
