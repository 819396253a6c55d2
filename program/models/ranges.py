"""Ranges of days and of moments, for constraints that refuse an overlap."""

from django.contrib.postgres.fields import DateRangeField, DateTimeRangeField, RangeBoundary
from django.db.models import Func


class Days(Func):
    """The days from one until (not including) another; no end is for ever."""

    function = "DATERANGE"
    output_field = DateRangeField()


class Moments(Func):
    """The time from one moment until (not including) another."""

    function = "TSTZRANGE"
    output_field = DateTimeRangeField()


def days() -> Days:
    """Return the days for which a row with `active_from` and `active_until` holds."""
    return Days("active_from", "active_until", RangeBoundary())


def moments() -> Moments:
    """Return the time that a row with `starts_at` and `ends_at` takes."""
    return Moments("starts_at", "ends_at", RangeBoundary())
