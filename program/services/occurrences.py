"""Sessions of a series, written ahead, and who is expected at them. Again changes nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db.models import Count, F, Q

from core import clock, outbox
from core.identity import lock
from core.said import say
from program import events, selectors
from program.models import (
    CancelReason,
    Enrolment,
    Participant,
    Series,
    SeriesClinician,
    SeriesMember,
    Session,
    SessionClinician,
    TrackMember,
)
from program.services import bookings
from program.services.refusals import Full, Taken

AHEAD = timedelta(weeks=12)  # chosen: the longest planned course, so that it is seen whole
MOST_SERIES = 500


@dataclass(frozen=True)
class Written:
    """How many sessions were written, and on which days the room or a clinician was taken."""

    sessions: int
    taken: tuple[date, ...]


def extend_all(*, at: datetime) -> int:
    """Write the coming sessions of every series and who is expected; return how many are new.

    A day whose room or clinician is taken stays empty and is shown to administrators.
    """
    # The day of UTC, and one before it: that holds every zone's today.
    living = Series.objects.select_related("program", "room").filter(
        Q(ends_on=None) | Q(ends_on__gt=at.date() - timedelta(days=1))
    )
    return sum(
        extend(series, at=at, strict=False).sessions
        for series in living.order_by("created_at", "pk")[:MOST_SERIES]
    )


def extend(series: Series, *, at: datetime, strict: bool) -> Written:
    """Write the sessions of a series for the window; `strict` raises Taken where one clashes."""
    lock(f"series:{series.pk}")
    leaders = leaders_of(series)
    today = clock.local_day(at, series.program.timezone)
    made, taken = 0, []
    for day in selectors.days_not_booked(series, first=today, last=today + AHEAD):
        session = occurrence(series, day)
        if session.starts_at <= at:
            continue
        try:
            with bookings.naming_the_clash(session, leaders):
                bookings.write(session, leaders)
            made += 1
        except Taken:
            if strict:
                raise
            taken.append(day)
    follow([series], at=at)
    return Written(made, tuple(taken))


def leaders_of(series: Series) -> list[UUID]:
    """Return who leads a series, in the order in which they were named."""
    rows = SeriesClinician.objects.filter(series=series).order_by("created_at", "pk")
    return list(rows.values_list("clinician_id", flat=True))


def occurrence(series: Series, day: date) -> Session:
    """Return the session of a day as the series describes it, stored nowhere."""
    starts_at = clock.at_wall_clock(day, series.minute_of_day, series.program.timezone)
    return Session(
        program=series.program,
        series=series,
        series_on=day,
        kind=series.kind,
        title=series.title,
        topic=series.topic,
        skill_slug=series.skill_slug,
        starts_at=starts_at,
        ends_at=starts_at + timedelta(minutes=series.minutes),
        room=series.room,
        telehealth_url=series.telehealth_url,
        capacity=series.capacity,
    )


def follow(rows: Iterable[Series], *, at: datetime) -> None:
    """Bring who is expected at coming sessions in line with who follows track and series.

    Raises Full where a session has fewer places than followers. Whoever was invited by name, or
    has an attendance already, stays.
    """
    for series in rows:
        coming = list(
            Session.objects.filter(series=series, starts_at__gt=at, cancelled_at=None).order_by(
                "starts_at"
            )
        )
        if coming:
            _follow(series, coming)


def _follow(series: Series, coming: Sequence[Session]) -> None:
    wanted = _wanted(series, coming)
    present = {
        (row.session_id, row.client_id): row
        for row in Participant.objects.filter(session__in=coming)
    }
    Participant.objects.bulk_create(
        [
            Participant(session_id=session, client_id=client)
            for session, client in sorted(wanted - present.keys())
        ],
        ignore_conflicts=True,
    )
    gone = [
        row.pk
        for key, row in present.items()
        if key not in wanted and not row.individually and not row.attendance
    ]
    Participant.objects.filter(pk__in=gone).delete()
    refuse_overfull(coming)


def _wanted(series: Series, coming: Sequence[Session]) -> set[tuple[UUID, UUID]]:
    members: list[TrackMember | SeriesMember] = list(SeriesMember.objects.filter(series=series))
    if series.track_id:
        members += TrackMember.objects.filter(track=series.track_id)
    clients = {row.client_id for row in members}
    enrolled: dict[UUID, list[Enrolment]] = {client: [] for client in clients}
    for row in Enrolment.objects.filter(client_id__in=clients, program=series.program_id):
        enrolled[row.client_id].append(row)
    zone = series.program.timezone
    return {
        (session.pk, member.client_id)
        for session in coming
        for member in members
        if _holds(member, day := clock.local_day(session.starts_at, zone))
        and any(row.is_in_force(day) for row in enrolled[member.client_id])
    }


def _holds(member: TrackMember | SeriesMember, day: date) -> bool:
    return member.active_from <= day and (member.active_until is None or member.active_until > day)


def refuse_overfull(rows: Iterable[Session]) -> None:
    """Raise Full when one of these sessions has more people than places."""
    overfull = (
        Session.objects.filter(pk__in=[row.pk for row in rows])
        .annotate(expected=Count("participants"))
        .filter(expected__gt=F("capacity"))
        .order_by("starts_at")
        .first()
    )
    if overfull is not None:
        raise Full(no_place(overfull.title, overfull.capacity))


def no_place(name: str, places: int | None) -> str:
    """Return the sentence for what is full."""
    if places == 1:
        return say("“{name}” has 1 place, and all are taken.", name=name)
    return say("“{name}” has {places} places, and all are taken.", name=name, places=places)


def cancel(session: Session, *, reason: str, by: UUID, at: datetime) -> None:
    """Take a session out of the timetable and free its room and its clinicians."""
    Session.objects.filter(pk=session.pk).update(
        cancelled_at=at, cancelled_by=by, cancel_reason=reason, revision=F("revision") + 1
    )
    SessionClinician.objects.filter(session=session).update(stands=False)
    outbox.publish(events.SESSION_CANCELLED, at=at, session_id=session.pk)


def cancel_coming(rows: Iterable[Session], *, by: UUID, at: datetime) -> None:
    """Cancel sessions because the timetable changed."""
    for session in rows:
        cancel(session, reason=CancelReason.TIMETABLE, by=by, at=at)
