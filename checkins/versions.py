"""What everything that a client sends has in common: which days are open, the same sending stored
once, amendments as new versions, and one commit of row, audit entry and news.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any, Protocol, TypeVar
from uuid import UUID

from django.db.models import Q

from checkins import rules
from checkins.models import CheckIn, DayOfAnswers, DiaryCard, GoalOutcome, Lapse, UrgeLog
from core import audit, clock, outbox
from core.audit import Actor
from core.errors import Refused
from core.identity import locking
from core.models import insert, together
from core.said import say
from core.statements import Filled, Given, Selection, ask

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Row = TypeVar("Row", CheckIn, DiaryCard, GoalOutcome, Lapse, UrgeLog)
# What the versions of a row share: its day, or the name that the device gave it.
SHARED = {CheckIn: "on", DiaryCard: "on", GoalOutcome: "on", UrgeLog: "entry", Lapse: "entry"}


class DayNotOpen(Refused):
    """The day is further back than may be reported, or has not begun for the client."""

    status = 400
    code = "invalid"


class SubmissionConflict(Refused):
    """The device sent other answers under an id that it had used."""

    code = "submission_conflict"
    sentence = say("Other answers were already received under this submission id.")


class NewerVersion(Refused):
    """The answers to be amended were themselves amended meanwhile."""

    code = "newer_version"
    sentence = say(
        "These answers were changed somewhere else. Please look at the newer ones first."
    )


class Sending(Protocol):
    """One sending of one day's answers by one device."""

    @property
    def id(self) -> UUID: ...
    @property
    def on(self) -> date: ...
    @property
    def timezone(self) -> str: ...
    @property
    def recorded_at(self) -> datetime: ...


Sent = TypeVar("Sent", bound="DataclassInstance")


def dated(sending: Sent, *, at: datetime, days_back: int = rules.DAYS_BACK) -> Sent:
    """Return the sending for the day that it can only mean, if its phone's clock is wrong."""
    told: Any = sending
    on = rules.judged_day(
        told.on,
        recorded_at=told.recorded_at,
        at=at,
        zone=clock.zone(told.timezone),
        days_back=days_back,
    )
    return sending if on == told.on else replace(sending, on=on)


def refuse_closed_day(
    sending: Sending,
    *,
    at: datetime,
    days_back: int = rules.DAYS_BACK,
    too_old: str = say("You can check in for today, yesterday and the day before."),
) -> None:
    """Raise DayNotOpen unless the day may still be, and can already be, answered for."""
    window = rules.open_days(
        recorded_at=sending.recorded_at,
        at=at,
        zone=clock.zone(sending.timezone),
        days_back=days_back,
    )
    if sending.on > window.last:
        sentence = say("This day has not begun yet where you are.")
        raise DayNotOpen(sentence, fields={"on": [sentence]})
    if sending.on < window.first:
        raise DayNotOpen(too_old, fields={"on": [too_old]})


def _selection(table: Any, shared: str) -> Selection:
    same = Q(submission_id=Given(2)) | Q(**{shared: Given(3)})
    return Selection(
        lambda: (
            table._default_manager.filter(client_id=Given(1)).filter(same).order_by("on", "version")
        )
    )


_SELECTIONS = {table: _selection(table, shared) for table, shared in SHARED.items()}


def earlier(table: type[Row], client_id: UUID, sending: Sending, *, serialised: str) -> list[Row]:
    """Return the client's rows of that sending or of what it is about, oldest version first.

    One sending at a time under the name `serialised`: the others then find what the first stored.
    """
    rows, _ = earlier_beside(table, client_id, sending, serialised=serialised, beside=())
    return rows


def earlier_beside(
    table: type[Row],
    client_id: UUID,
    sending: Sending,
    *,
    serialised: str,
    beside: Sequence[Filled],
) -> tuple[list[Row], list[list[Any]]]:
    """Return the same, and the answers of other statements that travel in the same message."""
    shared = getattr(sending, SHARED[table])
    rows = _SELECTIONS[table].of(client_id, sending.id, shared)
    _, found, *others = ask(locking(serialised), rows, *beside)
    return found, others


def replayed(rows: list[Row], sending: Sending, *, is_same: Callable[[Row], bool]) -> Row | None:
    """Return the row that this very sending made before; raise SubmissionConflict."""
    for row in rows:
        if row.submission_id != sending.id:
            continue
        if _is_of_that_day(row, sending) and is_same(row):
            return row
        raise SubmissionConflict
    return None


def _is_of_that_day(row: DayOfAnswers, sending: Sending) -> bool:
    # The day of a phone with a wrong clock was ours to say, when it was first heard of.
    return row.on == sending.on or rules.is_clock_suspect(
        recorded_at=row.recorded_at, received_at=row.received_at
    )


def envelope(sending: Sending, *, client_id: UUID, version: int, at: datetime) -> dict[str, Any]:
    """Return the columns that say which sending a row came from."""
    return {
        "client_id": client_id,
        "submission_id": sending.id,
        "on": sending.on,
        "version": version,
        "timezone": sending.timezone,
        "recorded_at": sending.recorded_at,
        "received_at": at,
    }


def store(row: Row, *, actor: Actor, at: datetime, news: str = "", named: str = "") -> Row:
    """Insert a new version with its audit entry, and its `news`, which calls the row `named`."""
    with together():
        insert(row)
        audit.record(
            actor=actor,
            action="create" if row.version == 1 else "amend",
            subject=row._meta.db_table,
            subject_id=row.pk,
            clients=[row.client_id],
            at=at,
        )
        if news:
            outbox.publish(news, at=at, client_id=row.client_id, **{named: row.pk})
    return row
