"""Whose things are looked at, for whom, of which days, and with which rights."""

from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from core import clock
from core.identity import Reader, as_relative
from family.rules.windows import Window


@dataclass(frozen=True)
class Scope:
    """One sharing as one person reads it.

    `as_previewed`: the client looks, with their own rights and not with those of a relative.
    `recipient_id` is None for somebody who is not chosen yet.
    """

    client_id: UUID
    client_name: str
    recipient_id: UUID | None
    purpose: str
    until: date
    timezone: str
    categories: tuple[str, ...]
    language: str
    at: datetime
    as_previewed: bool = False

    @property
    def today(self) -> date:
        """The day that it is on the program's clock."""
        return clock.local_day(self.at, self.timezone)

    def moments(self, window: Window) -> tuple[datetime, datetime]:
        """Return the instants at which those days begin and are over on the program's clock."""
        after = window.last + timedelta(days=1)
        return (
            clock.at_wall_clock(window.first, 0, self.timezone),
            clock.at_wall_clock(after, 0, self.timezone),
        )

    def reading(self, reader: Reader | None = None) -> AbstractContextManager[None]:
        """Read as relatives read that thing, or, in a preview, with the client's own rights."""
        return nullcontext() if self.as_previewed else as_relative(reader)
