"""What a consent gives at one moment. Pure; row security says the same in SQL (app_may_see).

Default deny: whatever is missing, ended, paused or not begun gives nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

PROGRAM_LINK = "program_link"

# What a consent is, in the words of its states. Ended ones are named after their reason.
WAITING, IN_FORCE, PAUSED = "waiting", "in_force", "paused"
EXPIRED, DISCHARGED = "expired", "discharged"


@dataclass(frozen=True)
class Stay:
    """From which day, and until which (that day is the first outside), a client is enrolled."""

    active_from: date
    active_until: date | None = None


@dataclass(frozen=True)
class Pause:
    """A time of rest that began; ends at a moment set before, or when the client says so."""

    until_at: datetime | None = None
    ended_at: datetime | None = None


@dataclass(frozen=True)
class Facts:
    """Everything about one version of a consent that decides what it gives."""

    categories: Sequence[str]
    signed_at: datetime
    expires_on: date
    timezone: str
    complete: bool = True  # no element of 42 CFR 2.31(a) is missing
    bound: bool = True  # the person who is named has accepted
    ended_reason: str = ""
    starts: dict[str, datetime | None] = field(default_factory=dict)
    stays: Sequence[Stay] = ()
    pauses: Sequence[Pause] = ()
    # Of each agreed restriction toward this person, its categories; none means everything.
    restrictions: Sequence[Sequence[str]] = ()


def standing(facts: Facts, at: datetime) -> str:
    """Return the state at a moment: why it ended, or waiting, paused or in_force."""
    if facts.ended_reason:
        return facts.ended_reason
    over = ended_by_itself(facts, at)
    if over:
        return over
    if not facts.bound:
        return WAITING
    return PAUSED if any(_rests(pause, at) for pause in facts.pauses) else IN_FORCE


def ended_by_itself(facts: Facts, at: datetime) -> str:
    """Return expired or discharged, whichever came first, or nothing while it lasts."""
    today = at.astimezone(ZoneInfo(facts.timezone)).date()
    signed_on = facts.signed_at.astimezone(ZoneInfo(facts.timezone)).date()
    left = [stay.active_until for stay in facts.stays if stay.active_until is not None]
    # Somebody who comes back signs again: what discharge ended stays ended.
    ends = sorted(day for day in left if signed_on < day <= today)
    if ends and ends[0] <= facts.expires_on:
        return DISCHARGED
    if today > facts.expires_on:
        return EXPIRED
    return "" if any(_covers(stay, today) for stay in facts.stays) else DISCHARGED


def effective(facts: Facts, at: datetime) -> tuple[str, ...]:
    """Return the categories that may be shown at this moment; none when nothing may."""
    if not facts.complete or facts.signed_at > at or standing(facts, at) != IN_FORCE:
        return ()
    if not _allowed(PROGRAM_LINK, facts, at):
        return ()
    return tuple(key for key in facts.categories if _allowed(key, facts, at))


def _allowed(category: str, facts: Facts, at: datetime) -> bool:
    if category not in facts.categories:
        return False
    start = facts.starts.get(category)
    if category in facts.starts and (start is None or start > at):
        return False
    # Whoever may not know of the program may know of nothing.
    return not any(
        not denied or category in denied or PROGRAM_LINK in denied for denied in facts.restrictions
    )


def _rests(pause: Pause, at: datetime) -> bool:
    return pause.ended_at is None and (pause.until_at is None or pause.until_at > at)


def _covers(stay: Stay, day: date) -> bool:
    return stay.active_from <= day and (stay.active_until is None or stay.active_until > day)
