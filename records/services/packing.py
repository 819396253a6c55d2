"""What is in the file: the whole as JSON, a table of each kind as CSV, and a paper to read."""

import csv
import io
import json
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from accounts.models import User
from core import clock
from records.rules.cells import cell
from records.selectors.own_data import Filled, Row
from records.services import paper, words

FORMAT, VERSION = "foothold-own-data", 1
# Of each kind, in the paper. JSON and CSV hold all.
MOST_ON_PAPER = 100
NOT_ON_PAPER = {"id"}


@dataclass(frozen=True)
class Head:
    """Whose data it is, in which language the paper is, and when it was made."""

    person: User
    language: str
    made_at: datetime

    @property
    def day(self) -> str:
        """The day on the person's own calendar, as 2026-11-23."""
        return clock.local_day(self.made_at, self.person.timezone).isoformat()


def file_name(day: str) -> str:
    """Return the name under which a device keeps the file: it says nothing."""
    return f"export-{day}.zip"


def as_json(head: Head, tables: Sequence[Filled]) -> bytes:
    """Return everything as one JSON document; docs/own-data.md describes it."""
    whole: dict[str, Any] = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": head.made_at.isoformat(),
        "person": {
            "name": head.person.name,
            "email": head.person.email,
            "roles": list(head.person.roles),
            "timezone": head.person.timezone,
            "language": head.person.language,
        },
        "tables": {one.name: {"columns": one.columns, "rows": one.rows} for one in tables},
    }
    return json.dumps(whole, ensure_ascii=False, indent=1).encode()


def as_csv(tables: Sequence[Filled], *, language: str) -> dict[str, bytes]:
    """Return a file for each table that has rows, and a list of what is in which.

    UTF-8 with a byte order mark, as spreadsheets want it. The names are numbers: a folder tells
    nobody what is in it.
    """
    files, contents = {}, []
    for number, one in enumerate((one for one in tables if one.rows), start=1):
        name = f"tables/{number:02}.csv"
        contents.append([name, words.title(one.name, language), str(len(one.rows))])
        lines = [[cell(row[column]) for column in one.columns] for row in one.rows]
        files[name] = _sheet([one.columns, *lines])
    return {"tables/contents.csv": _sheet([["file", "title", "rows"], *contents]), **files}


def _sheet(lines: Sequence[Sequence[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(lines)
    return out.getvalue().encode("utf-8-sig")


def as_pdf(head: Head, tables: Sequence[Filled]) -> bytes:
    """Return the paper: who, when, and each kind that has rows, the newest rows first."""
    say = words.Words(head.language, head.person.timezone)
    page = paper.Paper(
        made_at=head.made_at, language=head.language,
        timezone=head.person.timezone,
    )  # fmt: skip
    page.heading(say.phrase("title"), level=1)
    page.line(f"{head.person.name} · {head.person.email}")
    page.line(say.phrase("about"))
    for one in tables:
        if one.rows:
            _section(page, one, say)
    return page.made()


def _section(page: paper.Paper, one: Filled, say: words.Words) -> None:
    page.heading(say.title(one.name))
    shown = [column for column in one.columns if column not in NOT_ON_PAPER]
    if len(one.rows) > MOST_ON_PAPER:
        page.small(say.phrase("newest").format(shown=MOST_ON_PAPER, all=len(one.rows)))
    for row in reversed(one.rows[-MOST_ON_PAPER:]):
        page.entry(_spoken(row, shown, say))


def _spoken(row: Row, columns: Sequence[str], say: words.Words) -> list[tuple[str, str]]:
    said = [(say.field(column), say.value(row[column], column=column)) for column in columns]
    return [(label, text) for label, text in said if text]


def zipped(head: Head, data: bytes, sheets: dict[str, bytes], made_paper: bytes) -> bytes:
    """Return all of it as one zip file."""
    out = io.BytesIO()
    stamp = head.made_at.timetuple()[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as bundle:
        for name, content in {"copy.pdf": made_paper, "data.json": data, **sheets}.items():
            entry = zipfile.ZipInfo(name, date_time=stamp)
            entry.compress_type = zipfile.ZIP_DEFLATED
            bundle.writestr(entry, content)
    return out.getvalue()
