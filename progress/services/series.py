"""A client's weeks as series of days, with what happened beside them. Reads only."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from accounts.models import User
from checkins import selectors as checkin_selectors
from core import clock
from progress.rules import series as rules
from progress.selectors import days as day_reads
from progress.selectors import forms, marks
from progress.selectors.days import DayRead, Item

BEGINNING = date(2000, 1, 1)  # before anybody's first day: days well are counted over all of them


@dataclass(frozen=True)
class Wish:
    """Which weeks to show, and whether as a clinician reads them.

    With overlays: what was usual before each day, and bands in the words of the trade.
    """

    weeks: int
    overlays: bool = False


def series_of(*, client: User, language: str, wish: Wish, at: datetime) -> dict[str, Any]:
    """Return the client's days of the last 2, 6 or 12 weeks, ending today where the client is.

    A day without an answer is None in every series and is never filled in. Twelve statements at
    most, however many days and rows there are.
    """
    today = clock.local_day(at, client.timezone)
    days = rules.period(last=today, weeks=wish.weeks)
    back = timedelta(days=rules.USUAL_OVER if wish.overlays else 0)
    read = day_reads.days_read(client_id=client.pk, first=days[0] - back, last=today)
    items = day_reads.items_of(client_id=client.pk)
    return {
        "weeks": wish.weeks,
        "first": days[0],
        "last": today,
        "days": days,
        "measures": _measures(days, read, overlays=wish.overlays),
        "items": [one for item in items if (one := _item(item, days, read, wish)) is not None],
        "questionnaires": forms.totals_between(
            client_id=client.pk, first=days[0], last=today, plain=not wish.overlays
        ),
        **_marks(client, days[0], today, language),
        "days_well": well(client.pk, today),
    }


def well(client_id: UUID, today: date) -> Any:
    """Return the days well since ever, and those of the present run."""
    return checkin_selectors.days_well(client=client_id, since=BEGINNING, until=today)


def _measures(days: list[date], read: list[DayRead], *, overlays: bool) -> list[dict[str, Any]]:
    found = []
    for measure in rules.MEASURES:
        values = {day.on: day.values[measure.key] for day in read}
        one = rules.on_each(days, values)
        found.append(
            {
                "key": measure.key,
                "low": measure.low,
                "high": measure.high,
                "values": one,
                "answered": sum(value is not None for value in one),
                "mean": rules.mean(one),
                "usual": rules.usual_before(days, values) if overlays else None,
            }
        )
    return found


def _item(item: Item, days: list[date], read: list[DayRead], wish: Wish) -> dict[str, Any] | None:
    """Return an item's series; None for one that ended and was not answered in these weeks."""
    levels = day_reads.item_levels(item, read)
    values = rules.on_each(days, levels)
    if item.ended and not any(value is not None for value in values):
        return None
    acted = day_reads.item_acted(item, read)
    return {
        "id": item.item,
        "label": item.label,
        "kind": item.kind,
        "scale": item.scale,
        "ended": item.ended,
        "values": values,
        "acted": [acted.get(day) for day in days],
        "usual": rules.usual_before(days, levels) if wish.overlays else None,
    }


def _marks(client: User, first: date, last: date, language: str) -> dict[str, Any]:
    practised = marks.practices(client, first=first, last=last)
    titles = marks.practice_titles(practised, language=language)
    return {
        "sessions": marks.sessions(client, first=first, last=last),
        "practices": [
            {
                "id": one.id,
                "on": one.on,
                "skill": one.slug,
                "title": titles.get(one.slug, one.slug),
                "need": one.need,
                "change": one.change,
            }
            for one in practised
        ],
        "urges": marks.urges(client_id=client.pk, first=first, last=last),
        "lapses": marks.lapses(client_id=client.pk, first=first, last=last),
    }
