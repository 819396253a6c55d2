"""Tracks, and who follows a track or one series."""

from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet

from accounts.models import User
from core import clock
from core.audit import Actor
from core.identity import lock
from core.said import say
from program import selectors
from program.models import Program, Series, SeriesMember, Track, TrackMember
from program.services import occurrences
from program.services.bookings import constraint_of
from program.services.marks import mark
from program.services.refusals import AlreadyIn, Ended, Full, Invalid

FURTHEST = timedelta(days=366)
A_PLACE = ("program_trackmember_once_at_a_time", "program_seriesmember_once_at_a_time")


def create_track(
    *,
    program: Program,
    name: str,
    level_of_care: str,
    capacity: int | None,
    actor: Actor,
    at: datetime,
) -> Track:
    """Begin a track; raise Invalid when an open one has that name."""
    track = Track(program=program, name=name, level_of_care=level_of_care, capacity=capacity)
    try:
        with transaction.atomic():
            track.save(force_insert=True)
    except IntegrityError as refusal:
        if constraint_of(refusal) != "program_track_one_open_of_a_name":
            raise
        raise Invalid("name", say("There is a track of that name.")) from None
    mark(actor, "create", track, at=at)
    return track


def close_track(*, track: Track, actor: Actor, at: datetime) -> None:
    """Take no one new into a track; whoever follows it stays. Raises Ended."""
    today = clock.local_day(at, track.program.timezone)
    if not Track.objects.filter(pk=track.pk, closed_on=None).update(closed_on=today):
        raise Ended
    mark(actor, "close", track, at=at)


def join_track(
    *, track: Track, client: User, active_from: date, actor: Actor, at: datetime
) -> TrackMember:
    """Let a client follow a track from a day on; they are expected at its coming sessions.

    Raises Ended, Invalid, AlreadyIn, Full.
    """
    lock(f"track:{track.pk}")
    if track.closed_on is not None:
        raise Ended
    _refuse_client(client, track.program, active_from, at=at)
    _refuse_full(track, active_from)
    row = TrackMember(track=track, client=client, active_from=active_from)
    _join(row, list(_living(track.series, active_from)), actor=actor, at=at)
    return row


def join_series(
    *, series: Series, client: User, active_from: date, actor: Actor, at: datetime
) -> SeriesMember:
    """Let a client follow one series from a day on; raise Ended, Invalid, AlreadyIn, Full."""
    lock(f"series:{series.pk}")
    if series.ends_on is not None and series.ends_on <= active_from:
        raise Ended
    _refuse_client(client, series.program, active_from, at=at)
    row = SeriesMember(series=series, client=client, active_from=active_from)
    _join(row, [series], actor=actor, at=at)
    return row


def leave_track(*, member: TrackMember, on: date, actor: Actor, at: datetime) -> None:
    """End that a client follows a track, from a day on; raise Ended, Invalid."""
    _leave(member, list(_living(member.track.series, on)), on=on, actor=actor, at=at)


def leave_series(*, member: SeriesMember, on: date, actor: Actor, at: datetime) -> None:
    """End that a client follows a series, from a day on; raise Ended, Invalid."""
    _leave(member, [member.series], on=on, actor=actor, at=at)


def _living(rows: Any, on: date) -> QuerySet[Series]:
    found: QuerySet[Series] = rows.filter(Q(ends_on=None) | Q(ends_on__gt=on))
    return found.select_related("program")


def _join(
    row: TrackMember | SeriesMember, followed: list[Series], *, actor: Actor, at: datetime
) -> None:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            occurrences.follow(followed, at=at)
    except IntegrityError as refusal:
        if constraint_of(refusal) not in A_PLACE:
            raise
        raise AlreadyIn from None
    mark(actor, "join", row, clients=[row.client_id], at=at)


def _leave(
    member: TrackMember | SeriesMember,
    followed: list[Series],
    *,
    on: date,
    actor: Actor,
    at: datetime,
) -> None:
    zone = _program(member).timezone
    today = clock.local_day(at, zone)
    if member.active_until is not None and member.active_until <= on:
        raise Ended
    if not max(today, member.active_from) <= on <= today + FURTHEST:
        raise Invalid(
            "on", say("Choose a day from {first} on.", first=max(today, member.active_from))
        )
    type(member).objects.filter(pk=member.pk).update(active_until=on)
    member.active_until = on
    occurrences.follow(followed, at=at)
    mark(actor, "leave", member, clients=[member.client_id], at=at)


def _program(member: TrackMember | SeriesMember) -> Program:
    return member.track.program if isinstance(member, TrackMember) else member.series.program


def _refuse_client(client: User, program: Program, active_from: date, *, at: datetime) -> None:
    today = clock.local_day(at, program.timezone)
    if not today <= active_from <= today + FURTHEST:
        raise Invalid("active_from", say("Choose a day from today on, within a year."))
    if not selectors.is_enrolled(client.pk, program.pk, active_from):
        raise Invalid("client", say("This client is not enrolled in this program on that day."))


def _refuse_full(track: Track, active_from: date) -> None:
    followers = TrackMember.objects.filter(
        Q(active_until=None) | Q(active_until__gt=active_from), track=track
    )
    if track.capacity is not None and followers.count() >= track.capacity:
        raise Full(occurrences.no_place(track.name, track.capacity))
