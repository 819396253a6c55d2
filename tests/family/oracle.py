"""What a consent gives, said once more in the plainest way: the oracle of the random tests.

It shares no line with the program. Everything is written relative to now, because row security
reads the database's own clock.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

LATER_BY_A_DAY = ("craving_band", "appointment_times")


@dataclass
class Case:
    """One consent of one client for one person, and all that bears on it."""

    client: str
    person: str
    categories: list[str]
    zone: str
    signed_ago: timedelta
    lasts_days: int  # the last day, counted from the day of signing
    starts_in: timedelta = timedelta()  # of what begins later, from now; negative is past
    bound: bool = True
    ended: str = ""
    pauses: list[tuple[timedelta | None, bool]] = field(default_factory=list)  # until, taken back
    restrictions: list[tuple[bool, list[str], str]] = field(
        default_factory=list
    )  # all, what, state


@dataclass
class Stay:
    """A client's time in the program: from so many days ago, until so many days from today."""

    client: str
    began_ago: int
    ends_in: int | None


def day(now: datetime, zone: str):
    return now.astimezone(ZoneInfo(zone)).date()


def gives(case: Case, stays: list[Stay], now: datetime, home: str) -> set[str]:
    """Return the categories that may be seen now; days of stays are counted in `home`."""
    today, signed_on = day(now, case.zone), day(now - case.signed_ago, case.zone)
    base = day(now, home)
    nothing = (
        case.ended
        or not case.bound
        or today > signed_on + timedelta(days=case.lasts_days)
        or not _enrolled(case, stays, today, base)
        or _left_since(case, stays, signed_on, today, base)
        or any(_rests(until, taken_back) for until, taken_back in case.pauses)
    )
    if nothing:
        return set()
    denied = [what for _, what, state in case.restrictions if state == "agreed"]
    if any(not what or "program_link" in what for what in denied):
        return set()
    hidden = {category for what in denied for category in what}
    late = set(LATER_BY_A_DAY) if case.starts_in > timedelta() else set()
    return set(case.categories) - hidden - late


def _enrolled(case, stays, today, base):
    mine = [stay for stay in stays if stay.client == case.client]
    return any(
        base - timedelta(days=stay.began_ago) <= today
        and (stay.ends_in is None or today < base + timedelta(days=stay.ends_in))
        for stay in mine
    )


def _left_since(case, stays, signed_on, today, base):
    ends = [
        base + timedelta(days=stay.ends_in)
        for stay in stays
        if stay.client == case.client and stay.ends_in is not None
    ]
    return any(signed_on < end <= today for end in ends)


def _rests(until, taken_back):
    return not taken_back and (until is None or until > timedelta())
