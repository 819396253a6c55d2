"""Tell an alert to the next people, and say when they must have answered."""

from datetime import datetime
from uuid import UUID

from alerts import ladder
from alerts.models import Alert, Bundled, Step
from alerts.telling import pagers, people
from alerts.telling.steps import Said, note, round_of, tried_in
from delivery import selectors as delivery_selectors
from delivery import services as delivery_services
from delivery.services import Cause
from delivery.wording import Kind


def cause_name(alert_id: UUID, rung: int) -> str:
    """Return the name under which one rung's deliveries are queued, once."""
    return f"alert:{alert_id}:{rung}"


def begin(alert: Alert, *, at: datetime) -> None:
    """Begin a round of telling with the first people."""
    _tell(alert, rung=0, at=at)


def climb(alert: Alert, *, at: datetime) -> None:
    """Tell whoever this round has not told yet; everybody again, once all were."""
    _tell(alert, rung=alert.rung + 1, at=at)


def tell_only(alert: Alert, person_id: UUID, *, at: datetime) -> None:
    """Begin a round with one person alone, to whom the alert was given."""
    reached = _send(alert, (person_id,), rung=0, round_name=round_of(alert), at=at)
    _write(alert, rung=0, due_at=_due(alert, 0, at=at) if reached else at, unreachable_at=None)


def _tell(alert: Alert, *, rung: int, at: datetime) -> None:
    """Tell one group. Where nobody can be reached, the administrators: never nobody in silence."""
    round_name, groups = round_of(alert), people.groups_for(alert, at=at)
    tried = tried_in(alert, round_name)
    group = ladder.next_group(groups, tried)
    again = all(person_id in tried for person_id in group)
    due_at, unreachable_at = _due(alert, rung, at=at), None
    pagers.page(alert, rung=rung, round_name=round_name, at=at)
    if not _send(alert, group, rung=rung, round_name=round_name, at=at, again=again):
        if group and not again:
            due_at = at if due_at else None  # the next ones do not wait
        else:
            note(alert, Step.Kind.NOBODY_TO_TELL, at=at, rung=rung)
            administrators = people.administrators()
            _send_now(
                alert, administrators, rung=rung, round_name=round_name, at=at, path="/alarms"
            )
            unreachable_at = alert.unreachable_at or at
    _write(alert, rung=rung, due_at=due_at, unreachable_at=unreachable_at)


def _due(alert: Alert, rung: int, *, at: datetime) -> datetime | None:
    hours = people.hours_for(alert.client_id)
    return ladder.answer_by(tier=alert.tier, rung=rung, told_at=at, hours=hours)


def _write(
    alert: Alert, *, rung: int, due_at: datetime | None, unreachable_at: datetime | None
) -> None:
    Alert.objects.filter(pk=alert.pk).update(
        rung=rung, due_at=due_at, unreachable_at=unreachable_at
    )
    alert.rung, alert.due_at, alert.unreachable_at = rung, due_at, unreachable_at


def _send(
    alert: Alert,
    group: people.Group,
    *,
    rung: int,
    round_name: str,
    at: datetime,
    again: bool = False,
) -> bool:
    """Tell a group now or in their digests; say whether any of them can be reached."""
    people.charge(alert, group, at=at)
    if ladder.is_bundled(alert.tier):
        sent = _bundle(alert, group, rung=rung, round_name=round_name, at=at, again=again)
    else:
        sent = _send_now(alert, list(group), rung=rung, round_name=round_name, at=at)
    if group and not sent:
        tried = {"round": round_name, "people": [str(one) for one in group]}
        note(alert, Step.Kind.NOT_DELIVERED, at=at, rung=rung, said=Said(details=tried))
    return sent


def _send_now(
    alert: Alert,
    group: list[UUID],
    *,
    rung: int,
    round_name: str,
    at: datetime,
    path: str = "/inbox",
) -> bool:
    cause = Cause(Kind.ALERT, f"{cause_name(alert.pk, rung)}:{round_name}", path)
    if not group or not delivery_services.queue(people=group, cause=cause, due_at=at):
        return False
    for person_id in group:
        told = Said(details={"round": round_name})
        note(alert, Step.Kind.TOLD, at=at, rung=rung, person_id=person_id, said=told)
    return True


def _bundle(
    alert: Alert, group: people.Group, *, rung: int, round_name: str, at: datetime, again: bool
) -> bool:
    reached = {person_id for person_id, _ in delivery_selectors.reachable(group)}
    name = f"{round_name}:{rung}" if again else round_name
    for person_id in group if reached else ():
        Bundled.objects.get_or_create(
            alert=alert, person_id=person_id, round=name,
            defaults={"client_id": alert.client_id, "rung": rung, "kept_at": at},
        )  # fmt: skip
        kept = Said(details={"round": round_name})
        note(alert, Step.Kind.BUNDLED, at=at, rung=rung, person_id=person_id, said=kept)
    return bool(reached)
