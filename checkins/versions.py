"""What a check-in and a diary card share: which days are open, the same sending stored once, and
amendments as new versions. What either of them asks is not here.
"""

from collections.abc import Callable
from datetime import date, datetime
from typing import Protocol, TypeVar
from uuid import UUID

from django.db.models import Q

from checkins import rules
from checkins.models import CheckIn, DiaryCard
from core import clock
from core.errors import Refused
from core.identity import locking
from core.statements import Given, Selection, ask

Row = TypeVar("Row", CheckIn, DiaryCard)


class DayNotOpen(Refused):
    """The day is more than two days back, or has not begun for the client."""

    status = 400
    code = "invalid"


class SubmissionConflict(Refused):
    """The device sent other answers under an id that it had used."""

    code = "submission_conflict"
    sentence = "Other answers were already received under this submission id."


class NewerVersion(Refused):
    """The answers to be amended were themselves amended meanwhile."""

    code = "newer_version"
    sentence = "These answers were changed somewhere else. Please look at the newer ones first."


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


def refuse_closed_day(sending: Sending, *, at: datetime) -> None:
    """Raise DayNotOpen unless the day may still be, and can already be, answered for."""
    window = rules.open_days(
        recorded_at=sending.recorded_at, at=at, zone=clock.zone(sending.timezone)
    )
    if sending.on > window.last:
        sentence = "This day has not begun yet where you are."
        raise DayNotOpen(sentence, fields={"on": [sentence]})
    if sending.on < window.first:
        sentence = "You can check in for today, yesterday and the day before."
        raise DayNotOpen(sentence, fields={"on": [sentence]})


def _selection(table: type[CheckIn] | type[DiaryCard]) -> Selection:
    same = Q(submission_id=Given(2)) | Q(on=Given(3))
    return Selection(
        lambda: table.objects.filter(client_id=Given(1)).filter(same).order_by("on", "version")
    )


_SELECTIONS = {table: _selection(table) for table in (CheckIn, DiaryCard)}


def earlier(table: type[Row], client_id: UUID, sending: Sending, *, serialised: str) -> list[Row]:
    """Return the client's rows of that sending or that day, oldest version first.

    One sending at a time under the name `serialised`: the others then find what the first stored.
    """
    rows = _SELECTIONS[table].of(client_id, sending.id, sending.on)
    _, found = ask(locking(serialised), rows)
    return found


def replayed(rows: list[Row], sending: Sending, *, is_same: Callable[[Row], bool]) -> Row | None:
    """Return the row that this very sending made before; raise SubmissionConflict."""
    for row in rows:
        if row.submission_id != sending.id:
            continue
        if row.on == sending.on and is_same(row):
            return row
        raise SubmissionConflict
    return None
