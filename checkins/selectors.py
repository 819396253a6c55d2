"""Reads of days, moments and items: the newest version of each."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar
from uuid import UUID

from django.db.models import Count, Exists, Max, Min, OuterRef, QuerySet

from checkins import rules
from checkins.models import (
    CheckIn,
    DiaryCard,
    DiaryTarget,
    GoalOutcome,
    Lapse,
    PersonalItem,
    Toward,
    UrgeLog,
    UseHistory,
)

Row = TypeVar("Row", CheckIn, DiaryCard, GoalOutcome)
MomentRow = TypeVar("MomentRow", UrgeLog, Lapse)
ASSESSED_DAYS = 42  # chosen: six weeks, long enough for a usual range


@dataclass(frozen=True)
class Presence:
    """When a client was first and last heard of within a period, and on how many of its days."""

    client_id: UUID
    first_on: date
    last_on: date
    days_seen: int


def latest_of_each_day(rows: QuerySet[Row]) -> QuerySet[Row]:
    """Return each client's newest version of each day, newest day first within a client."""
    return rows.order_by("client_id", "-on", "-version").distinct("client_id", "on")


def latest_of_each_entry(rows: QuerySet[MomentRow]) -> QuerySet[MomentRow]:
    """Return each client's newest version of each urge or lapse, in no order that matters."""
    return rows.order_by("client_id", "entry", "-version").distinct("client_id", "entry")


def history(*, client_id: UUID, until: date, days: int = ASSESSED_DAYS) -> list[CheckIn]:
    """Return the latest versions of the `days` days that end two days after `until`, oldest first.

    Two days after, because a day filled in later may complete a pattern around it.
    """
    rows = CheckIn.objects.filter(
        client_id=client_id, on__gt=until - timedelta(days=days), on__lte=until + timedelta(days=2)
    )
    return list(latest_of_each_day(rows))[::-1]


def presence(*, clients: Iterable[UUID], since: date) -> list[Presence]:
    """Return for each client with any check-in when they were last heard of (one query)."""
    rows = (
        CheckIn.objects.filter(client_id__in=list(clients), on__gt=since)
        .values("client_id")
        .annotate(first_on=Min("on"), last_on=Max("on"), days_seen=Count("on", distinct=True))
    )
    return [Presence(**row) for row in rows]


def days_between(*, client: UUID, since: date, until: date) -> list[CheckIn]:
    """Return the newest version of each day from `since` to `until`, both included, oldest first.

    A part that was sent ahead has no mood. One query.
    """
    rows = CheckIn.objects.filter(client=client, on__gte=since, on__lte=until)
    return list(latest_of_each_day(rows))[::-1]


def urges_between(*, client: UUID, since: date, until: date) -> list[UrgeLog]:
    """Return the newest version of each urge of these days, both included, oldest first."""
    rows = UrgeLog.objects.filter(client=client, on__gte=since, on__lte=until)
    return _in_time(latest_of_each_entry(rows))


def lapses_between(*, client: UUID, since: date, until: date) -> list[Lapse]:
    """Return the newest version of each lapse of these days, both included, oldest first.

    Not those that turned out to have been entered by mistake.
    """
    rows = Lapse.objects.filter(client=client, on__gte=since, on__lte=until)
    return [row for row in _in_time(latest_of_each_entry(rows)) if not row.mistaken]


def _in_time(rows: QuerySet[MomentRow]) -> list[MomentRow]:
    return sorted(rows, key=lambda row: (row.on, row.received_at, row.pk))


def goal_outcomes_between(*, client: UUID, since: date, until: date) -> list[GoalOutcome]:
    """Return the newest answer to how each day's goal went, oldest day first."""
    rows = GoalOutcome.objects.filter(client=client, on__gte=since, on__lte=until)
    return list(latest_of_each_day(rows))[::-1]


def newest_of_day(client_id: UUID, on: date) -> CheckIn | None:
    """Return the newest version of a client's check-in for a day."""
    return CheckIn.objects.filter(client_id=client_id, on=on).order_by("-version").first()


def with_goals(rows: QuerySet[CheckIn]) -> QuerySet[CheckIn]:
    """Return the newest check-in of each day on which a goal was set."""
    newest = latest_of_each_day(rows).values("pk")
    return CheckIn.objects.filter(pk__in=newest).exclude(goal="")


def outcomes_for(days: list[CheckIn]) -> dict[date, GoalOutcome]:
    """Return the newest answer to how the goal went, for check-ins of one client, by day."""
    if not days:
        return {}
    rows = GoalOutcome.objects.filter(client_id=days[0].client_id, on__in=[row.on for row in days])
    return {row.on: row for row in latest_of_each_day(rows)}


def items_in_force(client_id: UUID) -> QuerySet[PersonalItem]:
    """Return what a client's check-in asks besides the rest, in the order of asking."""
    return PersonalItem.objects.filter(client_id=client_id, ended_at=None).order_by("place")


def items_of(client_id: UUID) -> list[PersonalItem]:
    """Return every version of every item that a client was ever asked about, oldest first."""
    rows = PersonalItem.objects.filter(client_id=client_id)
    return list(rows.order_by("set_at", "place", "version"))


def watched(client_id: UUID, *, but: PersonalItem | None = None) -> list[str]:
    """Return the words of all that a client is asked to watch now, check-in and diary card."""
    items = [row.label for row in items_in_force(client_id) if but is None or row.pk != but.pk]
    targets = DiaryTarget.objects.filter(client_id=client_id, ended_at=None)
    return [*items, *(row.label for row in targets)]


def days_well_so_far(*, client: UUID, until: date) -> rules.DaysWell:
    """Count all days well of a client up to `until`, included."""
    return days_well(client=client, since=date.min, until=until)


def days_well(*, client: UUID, since: date, until: date) -> rules.DaysWell:
    """Count a client's days well from `since` to `until`, both included. Four queries.

    A day of use is one that any of check-in, diary card, urge log and lapse names as such.
    """
    days = latest_of_each_day(CheckIn.objects.filter(client=client, on__gte=since, on__lte=until))
    cards = latest_of_each_day(
        DiaryCard.objects.filter(client=client, on__gte=since, on__lte=until)
    )
    said = [*days.values_list("on", "used"), *cards.values_list("on", "use_acted")]
    urges = urges_between(client=client, since=since, until=until)
    use = {on for on, used in said if used}
    use |= {row.on for row in urges if row.acted and row.toward == Toward.USE}
    use |= {row.on for row in lapses_between(client=client, since=since, until=until)}
    return rules.days_well(said_no_use={on for on, used in said if used is False}, use=use)


def days_of_use(*, clients: list[UUID] | None, until: date) -> Iterable[tuple[UUID, date]]:
    """Yield each day of use up to `until` that anything names, each client's oldest first.

    Of these clients, or of everybody. One statement.
    """
    days = latest_use_of(CheckIn, used=True)
    cards = latest_use_of(DiaryCard, use_acted=True)
    urges = _newest_moment(UrgeLog).filter(toward=Toward.USE, acted=True)
    lapses = _newest_moment(Lapse).filter(mistaken=False)
    parts = [rows.filter(on__lte=until) for rows in (days, cards, urges, lapses)]
    if clients is not None:
        parts = [rows.filter(client_id__in=clients) for rows in parts]
    first, *others = (rows.order_by().values_list("client_id", "on") for rows in parts)
    yield from first.union(*others).order_by("client_id", "on").iterator(chunk_size=10_000)


def latest_use_of(model: type[Row], **said: bool) -> QuerySet[Row]:
    """Return the rows that say so, unless a newer version of their day says otherwise."""
    newer = model._default_manager.filter(
        client_id=OuterRef("client_id"), on=OuterRef("on"), version__gt=OuterRef("version")
    )
    return model._default_manager.filter(~Exists(newer), **said)


def _newest_moment(model: type[MomentRow]) -> QuerySet[MomentRow]:
    newer = model._default_manager.filter(
        client_id=OuterRef("client_id"), entry=OuterRef("entry"), version__gt=OuterRef("version")
    )
    return model._default_manager.filter(~Exists(newer))


def use_histories(*, clients: list[UUID] | None) -> list[UseHistory]:
    """Return the newest telling of each of these clients, or of everybody."""
    rows = UseHistory.objects.all()
    if clients is not None:
        rows = rows.filter(client_id__in=clients)
    return list(rows.order_by("client_id", "-told_at", "-created_at").distinct("client_id"))
