"""Days of a series, and who is expected at a session."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Count, OuterRef, Prefetch, Q, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce

from program.models import (
    CannotCome,
    Holiday,
    Participant,
    Program,
    Series,
    SeriesMember,
    SeriesSkip,
    Session,
    Track,
    TrackMember,
)
from program.rules import recurrence
from program.selectors.sessions import sessions_on, with_leaders


def series_days(series: Series, *, first: date, last: date) -> list[date]:
    """Return the days from `first` to `last` on which the series takes place.

    Those of its rule within its own bounds, less holidays of the program and days left out.
    """
    first = max(first, series.starts_on)
    if series.ends_on is not None:
        last = min(last, series.ends_on - timedelta(days=1))
    if last < first:
        return []
    closed = set(
        Holiday.objects.filter(program=series.program_id, on__range=(first, last)).values_list(
            "on", flat=True
        )
    ) | set(
        SeriesSkip.objects.filter(series=series, on__range=(first, last)).values_list(
            "on", flat=True
        )
    )
    found = recurrence.days(series.rule, anchor=series.anchor_on, first=first, last=last)
    return [day for day in found if day not in closed]


def days_not_booked(series: Series, *, first: date, last: date) -> list[date]:
    """Return the days on which the series should take place and has no session.

    Their room or clinician was taken when the sessions were written ahead.
    """
    booked = set(
        Session.objects.filter(series=series, series_on__range=(first, last)).values_list(
            "series_on", flat=True
        )
    )
    return [day for day in series_days(series, first=first, last=last) if day not in booked]


def roster(session: Session) -> QuerySet[Participant]:
    """Return who is expected, by name, with the reason of those who cannot come ("")."""
    excuse = CannotCome.objects.filter(
        Q(withdrawn_at=None), session=session, client_id=OuterRef("client_id")
    )
    return (
        Participant.objects.filter(session=session)
        .select_related("client")
        .annotate(excuse=Coalesce(Subquery(excuse.values("reason")[:1]), Value("")))
        .order_by("client__name", "pk")
    )


@dataclass(frozen=True)
class Followed:
    """A track or a series that a client follows; `id` is of the following."""

    id: UUID
    kind: str
    follows: UUID
    name: str
    active_from: date
    active_until: date | None


def followed(client: UUID, program: UUID) -> list[Followed]:
    """Return what a client follows or followed in a program, the newest first; two statements."""
    tracks = [
        Followed(row.pk, "track", row.track_id, row.track.name, row.active_from, row.active_until)
        for row in TrackMember.objects.select_related("track").filter(
            client_id=client, track__program_id=program
        )
    ]
    series = [
        Followed(
            row.pk, "series", row.series_id, row.series.title, row.active_from, row.active_until
        )
        for row in SeriesMember.objects.select_related("series").filter(
            client_id=client, series__program_id=program
        )
    ]
    return sorted([*tracks, *series], key=lambda one: one.active_from, reverse=True)


def with_followers(rows: QuerySet[Track], *, on: date) -> QuerySet[Track]:
    """Return tracks with how many follow them on a day or later."""
    still = Q(members__active_until=None) | Q(members__active_until__gt=on)
    return rows.annotate(followers=Count("members__client", filter=still, distinct=True))


def timetable_between(program: Program, *, first: date, last: date) -> QuerySet[Session]:
    """Return sessions of a program on days of its own, with all that administrators see."""
    rows = sessions_on(
        Session.objects.filter(program=program), first=first, last=last, zone=program.timezone
    )
    return with_expected(rows)


def with_expected(rows: QuerySet[Session]) -> QuerySet[Session]:
    """Return sessions with leaders and with who is expected: three statements for all."""
    expected = Participant.objects.select_related("client")
    return with_leaders(rows).prefetch_related(Prefetch("participants", expected))
