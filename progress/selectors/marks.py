"""What happened to a client beside their check-ins: sessions, practices, urges and lapses."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from accounts.models import User
from checkins import selectors as checkin_selectors
from core import clock
from program.models import Participant
from skills import selectors as skill_selectors
from skills.models import Practice

WAS_THERE = frozenset({"present", "late", "left_early"})


@dataclass(frozen=True)
class SessionMark:
    """A session that was not cancelled; attendance is empty until somebody took it."""

    id: UUID
    on: date
    starts_at: datetime
    kind: str
    title: str
    attendance: str


@dataclass(frozen=True)
class PracticeMark:
    """One practice and how it was rated, 0–10 before and after."""

    id: UUID
    on: date
    started_at: datetime
    slug: str
    need: str
    before: int | None
    after: int | None

    @property
    def change(self) -> int | None:
        """How much it eased; None when it was not rated twice."""
        return None if self.before is None or self.after is None else self.before - self.after


@dataclass(frozen=True)
class UrgeMark:
    """One urge, and how strong it was afterwards."""

    on: date
    toward: str
    intensity: int
    after: int | None
    acted: bool | None


@dataclass(frozen=True)
class LapseMark:
    """A lapse, by its day. Its words are read where it was written down."""

    on: date
    part_of_day: str


def bounds(person: User, first: date, last: date) -> tuple[datetime, datetime]:
    """Return the instants at which the person's own days `first` to `last` begin and are over."""
    zone = person.timezone
    return (
        clock.at_wall_clock(first, 0, zone),
        clock.at_wall_clock(last + timedelta(days=1), 0, zone),
    )


def sessions(person: User, *, first: date, last: date) -> list[SessionMark]:
    """Return the sessions that a client was expected at, by their own days. One statement."""
    since, until = bounds(person, first, last)
    rows = (
        Participant.objects.filter(
            client=person,
            session__starts_at__gte=since,
            session__starts_at__lt=until,
            session__cancelled_at=None,
        )
        .order_by("session__starts_at", "pk")
        .values_list(
            "session_id", "session__starts_at", "session__kind", "session__title", "attendance"
        )
    )
    return [
        SessionMark(pk, clock.local_day(starts, person.timezone), starts, kind, title, attendance)
        for pk, starts, kind, title, attendance in rows
    ]


def practices(person: User, *, first: date, last: date) -> list[PracticeMark]:
    """Return what a client practised, by their own days. One statement."""
    since, until = bounds(person, first, last)
    rows = (
        Practice.objects.filter(client=person, started_at__gte=since, started_at__lt=until)
        .order_by("started_at", "pk")
        .values_list("id", "started_at", "skill__slug", "need", "before", "after")
    )
    return [
        PracticeMark(
            pk, clock.local_day(started, person.timezone), started, slug, need, before, after
        )
        for pk, started, slug, need, before, after in rows
    ]


def practice_titles(found: list[PracticeMark], *, language: str) -> dict[str, str]:
    """Return how the exercises are called. One statement, or none."""
    return skill_selectors.titles([one.slug for one in found], language)


def urges(*, client_id: UUID, first: date, last: date) -> list[UrgeMark]:
    """Return the urges that a client logged. One statement."""
    rows = checkin_selectors.urges_between(client=client_id, since=first, until=last)
    return [UrgeMark(row.on, row.toward, row.intensity, row.after, row.acted) for row in rows]


def lapses(*, client_id: UUID, first: date, last: date) -> list[LapseMark]:
    """Return the lapses that a client told of. One statement."""
    rows = checkin_selectors.lapses_between(client=client_id, since=first, until=last)
    return [LapseMark(row.on, row.part_of_day) for row in rows]
