"""A calendar in the format of RFC 5545, with words that tell nothing. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event

# What anybody may read over a shoulder.
TITLES = {"en": "Appointment", "es": "Cita"}
NAMES = {"en": "Appointments", "es": "Citas"}
PRODUCT = "-//Appointments//EN"
REFRESH = timedelta(hours=1)


@dataclass(frozen=True)
class Appointment:
    """One entry of a calendar, without a word about what it is."""

    id: UUID
    starts_at: datetime
    ends_at: datetime
    zone: str
    place: str
    revision: int
    changed_at: datetime
    cancelled: bool


def calendar(entries: Iterable[Appointment], *, language: str, shows_place: bool) -> bytes:
    """Return the calendar; each zone that it uses is described in it."""
    found = Calendar()
    found.add("prodid", PRODUCT)
    found.add("version", "2.0")
    found.add("calscale", "GREGORIAN")
    found.add("x-wr-calname", NAMES.get(language, NAMES["en"]))
    found.add("refresh-interval", REFRESH, parameters={"VALUE": "DURATION"})
    for entry in entries:
        found.add_component(_event(entry, language=language, shows_place=shows_place))
    found.add_missing_timezones()
    return bytes(found.to_ical())


def _event(entry: Appointment, *, language: str, shows_place: bool) -> Event:
    zone = ZoneInfo(entry.zone)
    event = Event()
    event.add("uid", str(entry.id))
    event.add("dtstamp", entry.changed_at)
    event.add("sequence", entry.revision)
    event.add("dtstart", entry.starts_at.astimezone(zone))
    event.add("dtend", entry.ends_at.astimezone(zone))
    event.add("summary", TITLES.get(language, TITLES["en"]))
    event.add("status", "CANCELLED" if entry.cancelled else "CONFIRMED")
    event.add("class", "PRIVATE")
    if shows_place and entry.place:
        event.add("location", entry.place)
    return event
