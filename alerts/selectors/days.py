"""The days that scores are made of, for many clients at once: read by COPY, laid out by NumPy."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import numpy as np
from django.db import connection
from numpy.typing import NDArray
from psycopg import sql

from alerts.warning.parameters import Parameters
from alerts.warning.window import Numbers, Window, empty
from checkins import selectors as checkin_selectors

# Below so many, clients are named in the query; above, it reads everybody's days and drops others.
NAMED = 2000
HEADER = 19  # bytes before the first row of a binary COPY
EPOCH = date(2000, 1, 1).toordinal()  # PostgreSQL's first day
RECORD = np.dtype([("high", ">u8"), ("low", ">u8"), ("word", ">i8")])
# (column, bits): an answer is kept as one more than itself, so that 0 is no answer.
TENTHS = "sleep_hours"
PACKED = (
    ("craving", 4),
    ("mood", 4),
    ("stress", 4),
    ("confidence", 4),
    ("sleep_quality", 4),
    (TENTHS, 8),
    ("connection", 4),
    ("medication", 2),
    ("used", 1),
)
ANSWERS = sum(bits for _, bits in PACKED)
PLACES = {
    column: (sum(bits for _, bits in PACKED[:place]), bits)
    for place, (column, bits) in enumerate(PACKED)
}
# What each number means on the question's own scale.
VALUES = {
    column: np.append(np.nan, np.arange(2**bits - 1) / (10.0 if column == TENTHS else 1.0))
    for column, bits in PACKED
}
VERSION_BITS = 11  # after those of the answers; the rest is the day


@dataclass(frozen=True)
class Client:
    """One client of a reading: the first day here, and what was told of before it."""

    client_id: UUID
    first_day: date


@dataclass(frozen=True)
class Series:
    """Answers as they were read: (clients, days) of packed integers, and days of use."""

    clients: Sequence[Client]
    first: date
    packed: NDArray[np.int64]
    answered: NDArray[np.bool_]
    used: NDArray[np.bool_]
    episodes: NDArray[np.float64]
    looked_back: NDArray[np.float64]
    since_use: NDArray[np.float64]

    @property
    def last(self) -> date:
        """The last day that was read."""
        return self.first + timedelta(days=self.packed.shape[1] - 1)

    def window(self, rows: slice, parameters: Parameters) -> Window:
        """Unpack some clients' days for the score; the last day is the one that is judged."""
        packed = self.packed[rows]
        window = empty(len(packed), packed.shape[1], parameters)
        window.items[:] = items_of(packed, parameters)
        window.medication[:] = VALUES["medication"][_field(packed, "medication")]
        window.answered[:] = self.answered[rows]
        window.used[:] = self.used[rows] | (_field(packed, "used") == 1)
        last = self.last.toordinal()
        window.tenure[:] = [last - one.first_day.toordinal() for one in self.clients[rows]]
        window.episodes[:] = self.episodes[rows]
        window.looked_back[:] = self.looked_back[rows]
        window.since_use[:] = self.since_use[rows]
        return window


def read_series(clients: Sequence[Client], *, first: date, last: date) -> Series:
    """Read the newest answers of every day from `first` to `last`, both included.

    Three statements, however many clients. What was known before `first` is counted, not shown.
    """
    size = (len(clients), (last - first).days + 1)
    packed, answered = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=bool)
    records = copied(_of_days(clients, first, last))
    rows = rows_of(records, clients)
    records, rows = records[rows >= 0], rows[rows >= 0]
    days, version = days_in(records) + EPOCH - first.toordinal(), versions_in(records)
    if len(version) and version.max() > 1:
        # A later version of a day is written over the earlier one.
        newest = np.argsort(version, kind="stable")
        records, rows, days = records[newest], rows[newest], days[newest]
    packed[rows, days] = answers_in(records)
    answered[rows, days] = True
    used = np.zeros(size, dtype=bool)
    place = {one.client_id: number for number, one in enumerate(clients)}
    before = _Before(clients, first)
    for client_id, on in checkin_selectors.days_of_use(clients=_named(clients), until=last):
        number = place.get(client_id)
        if number is None:
            continue
        if on >= first:
            used[number, (on - first).days] = True
        else:
            before.note(number, on)
    before.add_history(place, checkin_selectors.use_histories(clients=_named(clients)))
    return Series(
        clients, first, packed, answered, used, before.episodes, before.looked_back, before.since
    )


def _named(clients: Sequence[Client]) -> list[UUID] | None:
    return [one.client_id for one in clients] if len(clients) <= NAMED else None


class _Before:
    """What is known of each client from before the days shown."""

    def __init__(self, clients: Sequence[Client], first: date) -> None:
        self.clients, self.first = clients, first
        self.episodes = np.zeros(len(clients))
        self.since = np.full(len(clients), np.nan)
        self.looked_back = np.array(
            [max((first - one.first_day).days, 0) for one in clients], dtype=np.float64
        )
        self._latest: dict[int, date] = {}

    def note(self, number: int, on: date) -> None:
        """Count a day of use; days come in order, and days in a row are one episode."""
        latest = self._latest.get(number)
        if on >= self.clients[number].first_day and (latest is None or (on - latest).days > 1):
            self.episodes[number] += 1
        self._latest[number] = on
        self.since[number] = (self.first - on).days

    def add_history(self, place: dict[UUID, int], told: Any) -> None:
        """Add what was told at intake: a year before the client's first day here."""
        for row in told:
            number = place.get(row.client_id)
            if number is None:
                continue
            if row.episodes_in_year is not None:
                self.episodes[number] += row.episodes_in_year
                self.looked_back[number] += 365
            if row.last_use_on is not None and row.last_use_on < self.first:
                days = float((self.first - row.last_use_on).days)
                self.since[number] = np.fmin(self.since[number], days)


def copied(source: sql.Composable) -> NDArray[Any]:
    """Read check-ins from this part of a statement, one record of fixed length for each.

    The server strings the records together by the first letter of the client's key: a message for
    each row would cost more than all that is done with it.
    """
    query = sql.SQL(
        "COPY (SELECT string_agg(uuid_send(client_id) || int8send({}), ''::bytea) FROM {}"
        " GROUP BY get_byte(uuid_send(client_id), 0) / 16) TO STDOUT (FORMAT binary)"
    ).format(sql.SQL(_packing()), source)
    buffer = bytearray()
    with connection.cursor() as cursor, cursor.copy(query) as copy:
        for block in copy:
            buffer += block
    parts, start = [], HEADER
    while (fields := int.from_bytes(buffer[start : start + 2], "big", signed=True)) != -1:
        size = int.from_bytes(buffer[start + 2 : start + 6], "big")
        count = size // RECORD.itemsize * fields
        parts.append(np.frombuffer(buffer, dtype=RECORD, offset=start + 6, count=count))
        start += 6 + size
    return np.concatenate(parts) if parts else np.empty(0, dtype=RECORD)


def answers_in(records: NDArray[Any]) -> NDArray[np.int64]:
    """Return the packed answers of records."""
    return np.asarray(records["word"].astype(np.int64) & ((1 << ANSWERS) - 1))


def versions_in(records: NDArray[Any]) -> NDArray[np.int64]:
    """Return the versions of records."""
    return np.asarray((records["word"].astype(np.int64) >> ANSWERS) & ((1 << VERSION_BITS) - 1))


def days_in(records: NDArray[Any]) -> NDArray[np.int64]:
    """Return the days of records, counted from PostgreSQL's first."""
    return np.asarray(records["word"].astype(np.int64) >> (ANSWERS + VERSION_BITS))


def _of_days(clients: Sequence[Client], first: date, last: date) -> sql.Composable:
    named = _named(clients)
    days = sql.SQL("checkins_checkin WHERE on_day BETWEEN {} AND {}").format(
        sql.Literal(first), sql.Literal(last)
    )
    if named is None:
        return days
    return days + sql.SQL(" AND client_id = ANY({})").format(sql.Literal(named))


def _packing() -> str:
    """Write the day, its version and all its answers as one number."""
    parts, shift = [], 0
    for column, bits in PACKED:
        parts.append(f"{_coded(column)} << {shift}")
        shift += bits
    parts.append(f"least(version, {(1 << VERSION_BITS) - 1})::bigint << {shift}")
    parts.append(f"(on_day - DATE '2000-01-01')::bigint << {shift + VERSION_BITS}")
    return " | ".join(f"({part})" for part in parts)


def _coded(column: str) -> str:
    if column == TENTHS:
        return "coalesce((sleep_hours * 10)::int + 1, 0)::bigint"
    if column == "medication":
        return "CASE medication WHEN 'taken' THEN 1 WHEN 'missed' THEN 2 ELSE 0 END::bigint"
    if column == "used":
        return "CASE WHEN used THEN 1 ELSE 0 END::bigint"
    return f"coalesce({column} + 1, 0)::bigint"


def items_of(packed: NDArray[np.int64], parameters: Parameters) -> Numbers:
    """Return the answers to the score's questions, each on its own scale; NaN is not answered."""
    items = np.empty((*packed.shape, len(parameters.items)))
    for place, item in enumerate(parameters.items):
        np.take(VALUES[item.key], _field(packed, item.key), out=items[..., place])
    return items


def _field(packed: NDArray[np.int64], column: str) -> NDArray[np.int64]:
    shift, bits = PLACES[column]
    return (packed >> shift) & ((1 << bits) - 1)


def rows_of(records: NDArray[Any], clients: Sequence[Client]) -> NDArray[np.int64]:
    """Return each record's place among the clients, or -1.

    Looked up by one half of the key and checked by the other; keys are random, so that two clients
    hardly ever share a half, and such are refused.
    """
    halves = np.array(
        [(one.client_id.int >> 64, one.client_id.int & (2**64 - 1)) for one in clients],
        dtype=np.uint64,
    ).reshape(-1, 2)
    order = np.argsort(halves[:, 0], kind="stable")
    known = halves[order, 0]
    if len(known) and (known[1:] == known[:-1]).any():
        raise ValueError("two clients' keys begin alike")
    if not len(known):
        return np.full(len(records), -1, dtype=np.int64)
    high = records["high"].astype(np.uint64)
    place = np.minimum(np.searchsorted(known, high), len(known) - 1)
    rows = order[place]
    same = (known[place] == high) & (halves[rows, 1] == records["low"])
    return np.where(same, rows, -1)
