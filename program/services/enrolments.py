"""Enrol, step up and down, discharge. A change of the day comes into force on its day."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet

from accounts.models import Role, User
from core import clock, outbox
from core.audit import Actor
from core.identity import lock
from core.said import say
from program import events
from program.models import (
    CareTeamMember,
    Enrolment,
    LevelChange,
    Participant,
    Program,
    SeriesMember,
    TrackMember,
)
from program.services.bookings import constraint_of
from program.services.marks import mark
from program.services.refusals import (
    AlreadyEnrolled,
    ChangeInForce,
    ChangePlanned,
    Discharged,
    Invalid,
)

FEWEST_WEEKS, MOST_WEEKS = 6, 12
FURTHEST = timedelta(days=366)  # chosen: longer than any course of treatment here
TO_FINISH_THE_RECORD = timedelta(days=14)  # chosen: how long a team stays after discharge
MOST_AT_ONCE = 500


@dataclass(frozen=True)
class Admission:
    """Where, at which level, from which day, for how many weeks a client is enrolled."""

    program: Program
    level_of_care: str
    active_from: date
    planned_weeks: int = 8


@dataclass(frozen=True)
class Step:
    """To which level, why, from which day of the program; the note is the deciders' own words."""

    to_level: str
    reason: str
    effective_on: date
    note: str = ""


@dataclass(frozen=True)
class Discharge:
    """Why, and from which day on (the first that is not part of the enrolment)."""

    reason: str
    on: date


def enrol(*, client: User, admission: Admission, actor: Actor, at: datetime) -> Enrolment:
    """Begin an episode; a client who comes back gets a new one. Raises Invalid, AlreadyEnrolled."""
    if not client.has_role(Role.CLIENT):
        raise Invalid("client", say("Choose somebody who has a client's account."))
    today = clock.local_day(at, admission.program.timezone)
    if abs(admission.active_from - today) > FURTHEST:
        raise Invalid("active_from", say("Choose a day within a year of today."))
    row = Enrolment(
        client=client,
        program=admission.program,
        level_of_care=admission.level_of_care,
        active_from=admission.active_from,
        planned_weeks=admission.planned_weeks,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as refusal:
        if not constraint_of(refusal).startswith("program_enrolment_one_"):
            raise
        raise AlreadyEnrolled from None
    mark(actor, "enrol", row, clients=[client.pk], at=at)
    return row


def change_plan(
    *, enrolment: Enrolment, planned_weeks: int, actor: Actor, at: datetime
) -> Enrolment:
    """Write how many weeks are planned, 6 to 12."""
    Enrolment.objects.filter(pk=enrolment.pk).update(planned_weeks=planned_weeks)
    enrolment.planned_weeks = planned_weeks
    mark(actor, "plan", enrolment, clients=[enrolment.client_id], at=at)
    return enrolment


def change_level(*, enrolment: Enrolment, step: Step, actor: Actor, at: datetime) -> LevelChange:
    """Decide a step up or down: in force at once, or from its day on.

    Raises Invalid for a level that is no change or a day that the enrolment does not have,
    ChangePlanned while another change is still to come.
    """
    _hold(enrolment)
    today = clock.local_day(at, enrolment.program.timezone)
    if _changes(enrolment).filter(applied_at=None).exists():
        raise ChangePlanned
    _refuse_step(enrolment, step, today=today)
    change = LevelChange(
        enrolment=enrolment,
        client_id=enrolment.client_id,
        from_level=enrolment.level_of_care,
        to_level=step.to_level,
        reason=step.reason,
        note=step.note,
        effective_on=step.effective_on,
        decided_at=at,
        decided_by_id=_who(actor),
    )
    change.save(force_insert=True)
    mark(actor, "change_level", change, clients=[enrolment.client_id], at=at)
    if step.effective_on <= today:
        _apply(change, at=at)
        enrolment.level_of_care = step.to_level
    return change


def _refuse_step(enrolment: Enrolment, step: Step, *, today: date) -> None:
    if step.to_level == enrolment.level_of_care:
        raise Invalid("to_level", say("This is the level of care already."))
    last = _changes(enrolment).order_by("-effective_on").first()
    first = last.effective_on if last else enrolment.active_from
    until = enrolment.active_until or today + FURTHEST
    if not first <= step.effective_on < until:
        raise Invalid(
            "effective_on",
            say("Choose a day from {first} until before {until}.", first=first, until=until),
        )


def _changes(enrolment: Enrolment) -> QuerySet[LevelChange]:
    return LevelChange.objects.filter(enrolment=enrolment, withdrawn_at=None)


def withdraw_level_change(*, change: LevelChange, actor: Actor, at: datetime) -> None:
    """Take a planned change back; raise ChangeInForce for one that is no plan any more."""
    rows = LevelChange.objects.filter(pk=change.pk, applied_at=None, withdrawn_at=None)
    if not rows.update(withdrawn_at=at, withdrawn_by=_who(actor)):
        raise ChangeInForce
    mark(actor, "withdraw", change, clients=[change.client_id], at=at)


def discharge(*, enrolment: Enrolment, end: Discharge, actor: Actor, at: datetime) -> Enrolment:
    """End an episode on a day: today, up to a week back, or to come. Raises Invalid, Discharged.

    From that day the client is expected nowhere and follows no track. The care team stays for
    14 days more, to finish the record. A change of level that was still to come is taken back.
    """
    _hold(enrolment)
    today = clock.local_day(at, enrolment.program.timezone)
    if Enrolment.objects.get(pk=enrolment.pk).active_until is not None:
        raise Discharged
    first = max(enrolment.active_from, today - timedelta(days=7))
    if not first <= end.on <= today + FURTHEST:
        raise Invalid("on", say("Choose a day from {first} on.", first=first))
    who = _who(actor)
    # Before the enrolment ends: the team's right to do this follows the day.
    _changes(enrolment).filter(applied_at=None).update(withdrawn_at=at, withdrawn_by=who)
    _leave_everything(enrolment, end.on)
    Enrolment.objects.filter(pk=enrolment.pk).update(
        active_until=end.on, discharge_reason=end.reason, discharged_at=at, discharged_by=who
    )
    mark(actor, "discharge", enrolment, clients=[enrolment.client_id], at=at)
    enrolment.refresh_from_db(fields=["active_until", "discharge_reason", "discharged_at"])
    if end.on <= today:
        _tell_discharge(enrolment, at=at)
    return enrolment


def _leave_everything(enrolment: Enrolment, on: date) -> None:
    client, zone = enrolment.client_id, enrolment.program.timezone
    following = Q(active_until=None) | Q(active_until__gt=on)
    for model in (TrackMember, SeriesMember):
        theirs = model.objects.filter(following, client_id=client)
        theirs.filter(active_from__lt=on).update(active_until=on)
        for row in theirs.filter(active_from__gte=on):  # begins after the end: never
            model.objects.filter(pk=row.pk).update(active_until=row.active_from)
    Participant.objects.filter(
        client_id=client, attendance="", session__starts_at__gte=clock.at_wall_clock(on, 0, zone)
    ).delete()
    team_until = on + TO_FINISH_THE_RECORD
    team = CareTeamMember.objects.filter(client_id=client, program=enrolment.program_id)
    team.filter(
        Q(active_until=None) | Q(active_until__gt=team_until), active_from__lte=team_until
    ).update(active_until=team_until)


def put_into_force(*, at: datetime) -> int:
    """Apply changes of level and tell of discharges whose day has come; return how many.

    Runs often and by several at once: each row is claimed, and skipped while another holds it.
    """
    done = 0
    # A day more than UTC's holds every zone's today; below, each is judged by its program's own.
    waiting = LevelChange.objects.filter(
        applied_at=None, withdrawn_at=None, effective_on__lte=at.date() + timedelta(days=1)
    ).select_related("enrolment__program")
    for change in waiting.select_for_update(of=("self",), skip_locked=True)[:MOST_AT_ONCE]:
        zone = change.enrolment.program.timezone
        if change.effective_on <= clock.local_day(at, zone):
            _apply(change, at=at)
            done += 1
    ended = Enrolment.objects.filter(
        discharged_at__isnull=False,
        discharge_told_at=None,
        active_until__lte=at.date() + timedelta(days=1),
    ).select_related("program")
    for enrolment in ended.select_for_update(of=("self",), skip_locked=True)[:MOST_AT_ONCE]:
        if _has_ended(enrolment, at=at):
            _tell_discharge(enrolment, at=at)
            done += 1
    return done


def _has_ended(enrolment: Enrolment, *, at: datetime) -> bool:
    today = clock.local_day(at, enrolment.program.timezone)
    return enrolment.active_until is not None and enrolment.active_until <= today


def _apply(change: LevelChange, *, at: datetime) -> None:
    LevelChange.objects.filter(pk=change.pk).update(applied_at=at)
    Enrolment.objects.filter(pk=change.enrolment_id).update(level_of_care=change.to_level)
    change.applied_at = at
    outbox.publish(
        events.LEVEL_CHANGED, at=at, enrolment_id=change.enrolment_id, client_id=change.client_id
    )


def _tell_discharge(enrolment: Enrolment, *, at: datetime) -> None:
    Enrolment.objects.filter(pk=enrolment.pk).update(discharge_told_at=at)
    outbox.publish(
        events.DISCHARGED, at=at, enrolment_id=enrolment.pk, client_id=enrolment.client_id
    )


def _hold(enrolment: Enrolment) -> None:
    lock(f"enrolment:{enrolment.pk}")


def _who(actor: Actor) -> UUID:
    if actor.id is None:
        raise ValueError("A person decides this.")
    return actor.id
