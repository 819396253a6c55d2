"""Sessions that come again: begin, change from a day on, leave a day out, end."""

from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F, Q

from accounts.models import Role, User
from core import clock, outbox
from core.audit import Actor
from core.identity import lock
from core.said import say
from program import events, selectors
from program.models import (
    CancelReason,
    Program,
    Room,
    Series,
    SeriesClinician,
    SeriesMember,
    SeriesSkip,
    Session,
    SessionClinician,
    Track,
)
from program.rules import recurrence
from program.services import bookings, occurrences
from program.services.marks import mark
from program.services.refusals import Ended, Invalid

FURTHEST = timedelta(days=366)


@dataclass(frozen=True)
class Occurrence:
    """What one session is and where: a room or a link, never both."""

    kind: str
    title: str
    clinicians: list[User]
    topic: str = ""
    skill_slug: str = ""
    room: Room | None = None
    telehealth_url: str = ""
    capacity: int | None = None


@dataclass(frozen=True)
class Pattern:
    """When it comes again: a rule, the minute of the day and how long, from and until a day."""

    rule: str
    starts_on: date
    minute_of_day: int
    minutes: int
    ends_on: date | None = None
    what: Occurrence = field(kw_only=True)


def create_series(
    *, program: Program, track: Track | None, pattern: Pattern, actor: Actor, at: datetime
) -> Series:
    """Begin a series and write its sessions; raise Invalid, Taken. All of it or nothing."""
    today = clock.local_day(at, program.timezone)
    rule = _checked(pattern, program, today=today)
    if track is not None and track.program_id != program.pk:
        raise Invalid("track", say("Choose a track of this program."))
    with transaction.atomic():
        series = _store(program, track, pattern, rule=rule, anchor=pattern.starts_on, before=None)
        occurrences.extend(series, at=at, strict=True)
        mark(actor, "create", series, at=at)
    return series


def change_series(*, series: Series, pattern: Pattern, actor: Actor, at: datetime) -> Series:
    """Change a series from `pattern.starts_on` on; what took place before stays as it was.

    Ends this series there and begins another. Sessions of days that both have are moved to the
    new one with those who are expected; the others are cancelled. One that was moved by itself
    keeps its own time and place. Raises Invalid, Ended, Taken.
    """
    lock(f"series:{series.pk}")
    today = clock.local_day(at, series.program.timezone)
    rule = _checked(pattern, series.program, today=today)
    first = max(series.starts_on, today + timedelta(days=1))
    if series.ends_on is not None and series.ends_on <= first:
        raise Ended
    if not first <= pattern.starts_on < (series.ends_on or date.max):
        raise Invalid(
            "starts_on", say("Choose a day from {first} on within this series.", first=first)
        )
    anchor = series.anchor_on if rule == series.rule else pattern.starts_on
    with transaction.atomic():
        Series.objects.filter(pk=series.pk).update(ends_on=pattern.starts_on)
        new = _store(series.program, series.track, pattern, rule=rule, anchor=anchor, before=series)
        _carry_over(series, new, actor=actor, at=at)
        occurrences.extend(new, at=at, strict=True)
        mark(actor, "change", new, at=at)
    return new


def end_series(*, series: Series, on: date, actor: Actor, at: datetime) -> Series:
    """End a series on a day; its sessions from that day on are cancelled. Raises Invalid."""
    lock(f"series:{series.pk}")
    today = clock.local_day(at, series.program.timezone)
    if not max(today, series.starts_on) <= on < (series.ends_on or date.max):
        raise Invalid(
            "on", say("Choose a day from {first} on.", first=max(today, series.starts_on))
        )
    Series.objects.filter(pk=series.pk).update(ends_on=on)
    series.ends_on = on
    occurrences.cancel_coming(_coming(series, on, at=at), by=_who(actor), at=at)
    mark(actor, "end", series, at=at)
    return series


def skip_day(*, series: Series, on: date, actor: Actor, at: datetime) -> None:
    """Leave out the session of one day, which may not be written yet; raise Invalid.

    Leaving out the same day again changes nothing.
    """
    lock(f"series:{series.pk}")
    today = clock.local_day(at, series.program.timezone)
    if not today <= on <= today + FURTHEST:
        raise Invalid("on", say("Choose a day from today on, within a year."))
    _, made = SeriesSkip.objects.get_or_create(
        series=series, on=on, defaults={"skipped_at": at, "skipped_by_id": _who(actor)}
    )
    for session in Session.objects.filter(
        series=series, series_on=on, starts_at__gt=at, cancelled_at=None
    ):
        occurrences.cancel(session, reason=CancelReason.OTHER, by=_who(actor), at=at)
    if made:
        mark(actor, "skip", series, at=at)


def _checked(pattern: Pattern, program: Program, *, today: date) -> str:
    try:
        rule = recurrence.checked(pattern.rule)
    except recurrence.RuleInvalid as mistake:
        raise Invalid("rule", mistake.sentence) from None
    if not today <= pattern.starts_on <= today + FURTHEST:
        raise Invalid("starts_on", say("Choose a day from today on, within a year."))
    if pattern.ends_on is not None and pattern.ends_on <= pattern.starts_on:
        raise Invalid("ends_on", say("Choose a day after the first one."))
    last = pattern.starts_on + FURTHEST
    if not recurrence.days(rule, anchor=pattern.starts_on, first=pattern.starts_on, last=last):
        raise Invalid("rule", say("This rule has no day within a year."))
    refuse_occurrence(pattern.what, program)
    return rule


def refuse_occurrence(what: Occurrence, program: Program) -> None:
    """Raise Invalid for what no session can be."""
    if what.room is not None and what.room.program_id != program.pk:
        raise Invalid("room", say("Choose a room of this program."))
    if what.room is not None and what.room.closed_on is not None:
        raise Invalid("room", say("This room is closed."))
    if (what.room is None) == (not what.telehealth_url):
        raise Invalid("room", say("Choose a room or write a link, one of the two."))
    if what.topic and what.kind != "workshop":
        raise Invalid("topic", say("Only a workshop has a topic."))
    if what.skill_slug and not selectors.is_skill(what.skill_slug):
        raise Invalid("skill_slug", say("There is no such exercise."))
    if any(not one.has_role(Role.CLINICIAN) or not one.is_active for one in what.clinicians):
        raise Invalid("clinicians", say("Choose clinicians whose accounts are open."))


def _store(
    program: Program,
    track: Track | None,
    pattern: Pattern,
    *,
    rule: str,
    anchor: date,
    before: Series | None,
) -> Series:
    what = pattern.what
    series = Series(
        program=program,
        track=track,
        continues=before,
        kind=what.kind,
        title=what.title,
        topic=what.topic,
        skill_slug=what.skill_slug,
        rule=rule,
        anchor_on=anchor,
        starts_on=pattern.starts_on,
        ends_on=pattern.ends_on,
        minute_of_day=pattern.minute_of_day,
        minutes=pattern.minutes,
        room=what.room,
        telehealth_url=what.telehealth_url,
        capacity=what.capacity,
    )
    series.save(force_insert=True)
    SeriesClinician.objects.bulk_create(
        SeriesClinician(series=series, clinician=clinician) for clinician in what.clinicians
    )
    return series


def _coming(series: Series, on: date, *, at: datetime) -> list[Session]:
    rows = Session.objects.filter(series=series, series_on__gte=on, starts_at__gt=at)
    return list(rows.filter(cancelled_at=None).order_by("starts_at"))


def _carry_over(old: Series, new: Series, *, actor: Actor, at: datetime) -> None:
    on = new.starts_on
    SeriesSkip.objects.bulk_create(
        SeriesSkip(
            series=new, on=row.on, skipped_at=row.skipped_at, skipped_by_id=row.skipped_by_id
        )
        for row in SeriesSkip.objects.filter(series=old, on__gte=on)
    )
    following = Q(active_until=None) | Q(active_until__gt=on)
    members = list(SeriesMember.objects.filter(following, series=old))
    for row in members:
        SeriesMember.objects.filter(pk=row.pk).update(active_until=max(on, row.active_from))
    SeriesMember.objects.bulk_create(
        SeriesMember(
            series=new,
            client_id=row.client_id,
            active_from=max(on, row.active_from),
            active_until=row.active_until,
        )
        for row in members
    )
    _carry_sessions(old, new, by=_who(actor), at=at)


def _carry_sessions(old: Series, new: Series, *, by: UUID, at: datetime) -> None:
    # Days that were cancelled by themselves stay so, and are not written again.
    Session.objects.filter(
        series=old, series_on__gte=new.starts_on, cancelled_at__isnull=False
    ).update(series=new)
    last = new.starts_on + FURTHEST
    days = set(recurrence.days(new.rule, anchor=new.anchor_on, first=new.starts_on, last=last))
    leaders = occurrences.leaders_of(new)
    for session in _coming(old, new.starts_on, at=at):
        day = session.series_on or new.starts_on
        if day in days and (new.ends_on is None or day < new.ends_on):
            _take_on(session, occurrences.occurrence(new, day), leaders, at=at)
        else:
            occurrences.cancel(session, reason=CancelReason.TIMETABLE, by=by, at=at)


def _take_on(session: Session, wanted: Session, leaders: list[UUID], *, at: datetime) -> None:
    wanted.pk = session.pk
    if session.moved_at is not None:
        for name in ("starts_at", "ends_at", "room", "telehealth_url"):
            setattr(wanted, name, getattr(session, name))
    moved = any(
        getattr(session, name) != getattr(wanted, name)
        for name in ("starts_at", "ends_at", "room_id", "telehealth_url")
    )
    with bookings.naming_the_clash(wanted, leaders):
        # Off first, so that whoever leads no longer does not stand in the way of the new time.
        SessionClinician.objects.filter(session=session).exclude(clinician__in=leaders).delete()
        Session.objects.filter(pk=session.pk).update(
            **{name: getattr(wanted, name) for name in CARRIED},
            revision=F("revision") + int(moved),
        )
        bookings.lead(wanted, leaders)
    if moved:
        outbox.publish(events.SESSION_MOVED, at=at, session_id=session.pk)


CARRIED = (
    "series", "kind", "title", "topic", "skill_slug", "starts_at", "ends_at", "room",
    "telehealth_url", "capacity",
)  # fmt: skip


def _who(actor: Actor) -> UUID:
    if actor.id is None:
        raise ValueError("A person does this.")
    return actor.id
