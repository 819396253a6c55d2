"""Days of people as a table of comma-separated values, for trials on data from elsewhere.

Columns: `client` (any name), `date` (2026-03-01), and any of the questions; one row a day. Beside
them `medication_missed` and `used` (0 or 1). An empty cell is not answered. Nothing is kept.
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from alerts.warning.parameters import DEFAULT, Parameters
from alerts.warning.window import Window, empty
from core.said import say

MOST_ROWS = 2_000_000
MOST_DAYS = 1500
ITEMS = tuple(item.key for item in DEFAULT.items)
FLAGS = ("medication_missed", "used")
COLUMNS = ("client", "date", *ITEMS, *FLAGS)
YES_NO = {"0": False, "1": True, "no": False, "yes": True, "false": False, "true": True}


class Unreadable(ValueError):
    """A table that cannot be read; says in which row (1 is the heading) and column, and why."""

    def __init__(self, row: int, column: str, sentence: str) -> None:
        whole = say(
            "Row {row}, column {column}: {sentence}", row=row, column=column, sentence=sentence
        )
        super().__init__(whole)
        self.row, self.column, self.sentence = row, column, whole


@dataclass(frozen=True)
class Cell:
    """One cell, and where it stands."""

    row: int
    column: str
    text: str

    def refuse(self, sentence: str) -> Unreadable:
        """Return what is raised when it cannot be read."""
        return Unreadable(self.row, self.column, sentence)


def read(text: str, *, parameters: Parameters = DEFAULT) -> Window:
    """Lay a table out as days of clients, each from their own first day on. Raises Unreadable."""
    rows = list(_rows(text))
    if not rows:
        raise Unreadable(2, "client", say("There are no days in this table."))
    names = sorted({name for name, *_ in rows})
    first = min(on for _, on, _, _ in rows)
    last = max(on for _, on, _, _ in rows)
    size = (last - first).days + 1
    if size > MOST_DAYS:
        raise Unreadable(
            2, "date", say("The days span more than {most_days}.", most_days=MOST_DAYS)
        )
    place = {name: number for number, name in enumerate(names)}
    window = empty(len(names), size, parameters)
    begun: dict[str, date] = {}
    for name, on, answers, line in rows:
        spot = (place[name], (on - first).days)
        if window.answered[spot]:
            raise Unreadable(line, "date", say("There are two rows for {on} of one client.", on=on))
        _put(window, spot, answers)
        begun[name] = min(begun.get(name, on), on)
    window.tenure[:] = [(last - begun[name]).days for name in names]
    return window


def _put(window: Window, spot: tuple[int, int], answers: dict[str, float]) -> None:
    window.answered[spot] = True
    for number, key in enumerate(ITEMS):
        if key in answers:
            window.items[(*spot, number)] = answers[key]
    if "medication_missed" in answers:
        window.medication[spot] = answers["medication_missed"]
    window.used[spot] = bool(answers.get("used", 0))


def _rows(text: str) -> Iterator[tuple[str, date, dict[str, float], int]]:
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff")), strict=True)
    try:
        heading = [name.strip().lower() for name in next(reader, [])]
        _check(heading)
        for number, row in enumerate(reader, start=2):
            if number > MOST_ROWS:
                raise Unreadable(
                    number,
                    "client",
                    say("There are more than {most_rows} rows.", most_rows=MOST_ROWS),
                )
            if any(cell.strip() for cell in row):
                yield _day(heading, row, number)
    except csv.Error as error:
        raise Unreadable(
            reader.line_num, "client", say("This is not a row: {fault}.", fault=str(error))
        ) from None


def _check(heading: list[str]) -> None:
    for name in heading:
        if name not in COLUMNS:
            raise Unreadable(
                1, name[:40] or "?", say("Columns are {names}.", names=", ".join(COLUMNS))
            )
        if heading.count(name) > 1:
            raise Unreadable(1, name, say("This column is there twice."))
    for name in ("client", "date"):
        if name not in heading:
            raise Unreadable(1, name, say("This column is missing."))
    if not set(heading) & set(ITEMS):
        raise Unreadable(1, ITEMS[0], say("There is no question among the columns."))


def _day(heading: list[str], row: list[str], number: int) -> tuple[str, date, dict[str, Any], int]:
    if len(row) != len(heading):
        raise Unreadable(
            number,
            heading[0],
            say("{cells} cells, and {columns} columns.", cells=len(row), columns=len(heading)),
        )
    cells = {
        name: Cell(number, name, text.strip()) for name, text in zip(heading, row, strict=True)
    }
    client = cells["client"].text
    if not client or len(client) > 100:
        raise cells["client"].refuse(say("Give each client a name of at most 100 letters."))
    try:
        on = date.fromisoformat(cells["date"].text)
    except ValueError:
        raise cells["date"].refuse(say("Write days like 2026-03-01.")) from None
    answers = {
        name: _value(cell) for name, cell in cells.items() if name in (*ITEMS, *FLAGS) and cell.text
    }
    return client, on, answers, number


def _value(cell: Cell) -> float:
    if cell.column in FLAGS:
        if cell.text.lower() not in YES_NO:
            raise cell.refuse(say("Write 0 or 1."))
        return float(YES_NO[cell.text.lower()])
    most = 24 if cell.column == "sleep_hours" else 10
    try:
        value = float(cell.text)
    except ValueError:
        raise cell.refuse(say("Write a number from 0 to {most}.", most=most)) from None
    if not 0 <= value <= most:
        raise cell.refuse(say("Write a number from 0 to {most}.", most=most))
    return value
