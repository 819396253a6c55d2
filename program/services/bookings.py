"""Rooms and clinicians at a time: the database keeps them free, this says what took them."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import QuerySet

from core import clock
from core.said import say
from program.models import Session, SessionClinician
from program.services.refusals import Taken

ROOM, CLINICIAN = "program_session_room_is_free", "program_sessionclinician_is_free"


def write(session: Session, leaders: Iterable[UUID]) -> None:
    """Insert a session and its leaders; the database refuses what is taken."""
    session.save(force_insert=True)
    lead(session, leaders)


def lead(session: Session, leaders: Iterable[UUID]) -> None:
    """Let these clinicians lead a session, beside those who do already."""
    there = set(
        SessionClinician.objects.filter(session=session).values_list("clinician_id", flat=True)
    )
    SessionClinician.objects.bulk_create(
        SessionClinician(
            session_id=session.pk,
            clinician_id=leader,
            starts_at=session.starts_at,
            ends_at=session.ends_at,
        )
        for leader in leaders
        if leader not in there
    )


@contextmanager
def naming_the_clash(wanted: Session, leaders: Sequence[UUID]) -> Iterator[None]:
    """Turn the database's refusal of a taken room or clinician into Taken, with a sentence.

    The refused work is rolled back to where this began. `wanted` says when and where.
    """
    try:
        with transaction.atomic():
            yield
    except IntegrityError as refusal:
        name = constraint_of(refusal)
        if name not in {ROOM, CLINICIAN}:
            raise
        raise Taken(_sentence(name, wanted, leaders)) from None


def constraint_of(refusal: IntegrityError) -> str:
    """Return the name of the constraint that refused."""
    diagnosis = getattr(refusal.__cause__, "diag", None)
    return getattr(diagnosis, "constraint_name", None) or ""


def _sentence(name: str, wanted: Session, leaders: Sequence[UUID]) -> str:
    if name == ROOM:
        other = _in_the_way(wanted).filter(room=wanted.room).first()
        what = wanted.room.name if wanted.room else say("The room")
    else:
        place = (
            SessionClinician.objects.select_related("session", "clinician")
            .filter(
                clinician_id__in=leaders,
                stands=True,
                starts_at__lt=wanted.ends_at,
                ends_at__gt=wanted.starts_at,
            )
            .exclude(session_id=wanted.pk)
            .order_by("starts_at")
            .first()
        )
        other = place.session if place else None
        what = place.clinician.name if place else "A clinician"
    return taken_by(what, other, wanted.program.timezone) if other else Taken.sentence


def _in_the_way(wanted: Session) -> QuerySet[Session]:
    return (
        Session.objects.filter(
            cancelled_at=None, starts_at__lt=wanted.ends_at, ends_at__gt=wanted.starts_at
        )
        .exclude(pk=wanted.pk)
        .order_by("starts_at")
    )


def taken_by(what: str, other: Session, zone: str) -> str:
    """Return the sentence that says what takes a room or a clinician, and when."""
    first, last = (_wall_clock(moment, zone) for moment in (other.starts_at, other.ends_at))
    return say(
        "{what} is taken by “{title}” on {day} from {first} to {last}.",
        what=what,
        title=other.title,
        day=_day(first),
        first=f"{first:%H:%M}",
        last=f"{last:%H:%M}",
    )


MONTHS = (
    say("January {day}"), say("February {day}"), say("March {day}"), say("April {day}"),
    say("May {day}"), say("June {day}"), say("July {day}"), say("August {day}"),
    say("September {day}"), say("October {day}"), say("November {day}"), say("December {day}"),
)  # fmt: skip


def _day(moment: datetime) -> str:
    return say(MONTHS[moment.month - 1].pattern, day=moment.day)


def _wall_clock(moment: datetime, zone: str) -> datetime:
    return moment.astimezone(clock.zone(zone))
