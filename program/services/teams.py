"""Who looks after a client, and from when until when."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import Q

from accounts.models import Role, User
from core import clock
from core.audit import Actor
from core.identity import lock
from core.said import say
from program.models import CareTeamMember, Enrolment
from program.services.bookings import constraint_of
from program.services.marks import mark
from program.services.refusals import Ended, Invalid, NobodyLeft, OnTeam

FURTHEST = timedelta(days=366)


@dataclass(frozen=True)
class Place:
    """As what, in which order of being told (0 first), and from which day on."""

    role: str
    rung: int
    active_from: date


def join_team(
    *, enrolment: Enrolment, clinician: User, place: Place, actor: Actor, at: datetime
) -> CareTeamMember:
    """Put a clinician on a client's team from a day on; raise Invalid, OnTeam."""
    _refuse_clinician(clinician, enrolment)
    today = clock.local_day(at, enrolment.program.timezone)
    if not today <= place.active_from <= today + FURTHEST:
        raise Invalid("active_from", say("Choose today or a day within a year."))
    row = CareTeamMember(
        client_id=enrolment.client_id,
        clinician=clinician,
        program=enrolment.program,
        role=place.role,
        rung=place.rung,
        active_from=place.active_from,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as refusal:
        if "one_open_per_pair" in constraint_of(refusal) or "once_at" in constraint_of(refusal):
            raise OnTeam from None
        raise
    mark(actor, "join_team", row, clients=[row.client_id], at=at)
    return row


def _refuse_clinician(clinician: User, enrolment: Enrolment) -> None:
    if not clinician.has_role(Role.CLINICIAN) or not clinician.is_active:
        raise Invalid("clinician", say("Choose a clinician whose account is open."))
    if clinician.pk == enrolment.client_id:
        raise Invalid("clinician", say("Nobody looks after themselves."))


def change_place(
    *, member: CareTeamMember, role: str, rung: int, actor: Actor, at: datetime
) -> CareTeamMember:
    """Change as what, and in which order, somebody is on a team; raise Ended."""
    _refuse_ended(member, at=at)
    CareTeamMember.objects.filter(pk=member.pk).update(role=role, rung=rung)
    member.role, member.rung = role, rung
    mark(actor, "change_team", member, clients=[member.client_id], at=at)
    return member


def end_place(
    *, member: CareTeamMember, on: date, nobody_left: bool, actor: Actor, at: datetime
) -> CareTeamMember:
    """Take somebody off a team from a day on: from that day they see nothing of the client.

    Raises Ended, Invalid, and NobodyLeft where a client who is enrolled on that day would have
    nobody, unless `nobody_left` says that this is meant.
    """
    lock(f"team:{member.client_id}")
    _refuse_ended(member, at=at)
    today = clock.local_day(at, member.program.timezone)
    if not max(today, member.active_from) <= on <= today + FURTHEST:
        raise Invalid(
            "on", say("Choose a day from {first} on.", first=max(today, member.active_from))
        )
    if not nobody_left and _leaves_nobody(member, on):
        raise NobodyLeft
    CareTeamMember.objects.filter(pk=member.pk).update(active_until=on)
    member.active_until = on
    mark(actor, "leave_team", member, clients=[member.client_id], at=at)
    return member


def _leaves_nobody(member: CareTeamMember, on: date) -> bool:
    still = Q(active_until=None) | Q(active_until__gt=on)
    enrolled = Enrolment.objects.filter(still, client_id=member.client_id, active_from__lte=on)
    others = CareTeamMember.objects.filter(
        still, client_id=member.client_id, active_from__lte=on, clinician__is_active=True
    ).exclude(pk=member.pk)
    return enrolled.exists() and not others.exists()


def _refuse_ended(member: CareTeamMember, *, at: datetime) -> None:
    today = clock.local_day(at, member.program.timezone)
    if member.active_until is not None and member.active_until <= today:
        raise Ended
