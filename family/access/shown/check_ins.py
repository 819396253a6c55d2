"""Check-ins: on how many days there was one, and three ratings as a word each.

Each is read by a role of its own, so that a consent to one column opens no other.
"""

from checkins.models import CheckIn
from core.identity import Reader
from family.access.shown.scope import Scope
from family.rules import counts, trends, windows
from family.rules.windows import Window


def streak(scope: Scope) -> counts.Streak:
    """Return on how many days the client checked in, up to the end of the last whole week."""
    month = windows.month_over(today=scope.today)
    rows = CheckIn.objects.filter(client_id=scope.client_id, on__lte=month.last)
    with scope.reading(Reader.STREAK):
        days = list(rows.order_by("on").distinct("on").values_list("on", flat=True))
    return counts.streak(days, window=month)


def mood_trend(scope: Scope) -> trends.Banded:
    """Return whether the seven days that ended yesterday felt easier than those before."""
    return _trend(scope, Reader.MOOD, "mood")


def sleep_trend(scope: Scope) -> trends.Banded:
    """Return whether sleep was better in the seven days that ended yesterday than before."""
    return _trend(scope, Reader.SLEEP, "sleep_quality")


def craving_band(scope: Scope) -> trends.Banded:
    """Return how strong the pull was on the whole in the seven days that ended yesterday."""
    window = windows.seven_days(today=scope.today)
    rated = _rated(scope, Reader.CRAVING, "craving", window)
    return trends.Banded(window, trends.level(rated, window=window))


def _trend(scope: Scope, reader: Reader, column: str) -> trends.Banded:
    window = windows.seven_days(today=scope.today)
    fortnight = Window(window.before.first, window.last)
    rated = _rated(scope, reader, column, fortnight)
    return trends.Banded(window, trends.trend(rated, window=window))


def _rated(scope: Scope, reader: Reader, column: str, window: Window) -> list[trends.Rated]:
    """Return the newest answer of each day that has one; a part sent ahead may have none."""
    rows = CheckIn.objects.filter(
        client_id=scope.client_id,
        on__gte=window.first,
        on__lte=window.last,
        **{f"{column}__isnull": False},
    )
    with scope.reading(reader):
        found = list(rows.order_by("on", "-version").distinct("on").values_list("on", column))
    return [trends.Rated(on, rating) for on, rating in found]
