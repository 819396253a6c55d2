"""The days of good periods: taken from what was read already, or read where they are older."""

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

import numpy as np
from numpy.typing import NDArray
from psycopg import sql

from alerts.models import GoodPeriod
from alerts.selectors.days import (
    EPOCH,
    Client,
    Series,
    answers_in,
    copied,
    days_in,
    rows_of,
    versions_in,
)
from alerts.warning.parameters import Parameters

AT_ONCE = 20_000
Period = tuple[date, date]


def periods_of(
    clients: list[Client], chosen: Mapping[UUID, GoodPeriod], parameters: Parameters
) -> list[Period]:
    """Return each client's good period: what a clinician chose, else the first days here."""
    length = timedelta(days=parameters.anchor_days - 1)
    periods = []
    for one in clients:
        row = chosen.get(one.client_id)
        periods.append(
            (row.first_on, row.last_on) if row else (one.first_day, one.first_day + length)
        )
    return periods


def good_days(series: Series, periods: list[Period]) -> NDArray[np.int64]:
    """Return the packed answers of each client's good period, from its first day on: (n, days).

    A period that is not over by the last day of the series has none.
    """
    longest = max((last - first).days + 1 for first, last in periods)
    found = np.zeros((len(periods), longest), dtype=np.int64)
    begins = np.array([(first - series.first).days for first, _ in periods])
    lengths = np.array([(last - first).days + 1 for first, last in periods])
    over = np.array([last < series.last for _, last in periods])
    shown = over & (begins >= 0)
    days = begins[:, None] + np.arange(longest)
    inside = shown[:, None] & (np.arange(longest) < lengths[:, None])
    rows, places = np.nonzero(inside)
    found[rows, places] = series.packed[rows, days[rows, places]]
    older = np.flatnonzero(over & (begins < 0))
    for start in range(0, len(older), AT_ONCE):
        _read_older(series, periods, older[start : start + AT_ONCE], found)
    return found


def _read_older(
    series: Series,
    periods: list[Period],
    places: NDArray[np.int64],
    found: NDArray[np.int64],
) -> None:
    clients = [series.clients[place] for place in places]
    wanted = [periods[place] for place in places]
    source = sql.SQL(
        "checkins_checkin c JOIN unnest({}::uuid[], {}::date[], {}::date[])"
        " AS p (client, begins, ends)"
        " ON c.client_id = p.client AND c.on_day BETWEEN p.begins AND p.ends"
    ).format(
        sql.Literal([one.client_id for one in clients]),
        sql.Literal([first for first, _ in wanted]),
        sql.Literal([last for _, last in wanted]),
    )
    records = copied(source)
    rows = rows_of(records, clients)
    begins = np.array([first.toordinal() - EPOCH for first, _ in wanted])
    order = np.argsort(versions_in(records), kind="stable")
    records, rows = records[order], rows[order]
    found[places[rows], days_in(records) - begins[rows]] = answers_in(records)
