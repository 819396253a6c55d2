"""Totals of questionnaires, by form and day. Whole totals only: part of a score is not a score."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models.fields.json import KeyTransform

from questionnaires import selectors as questionnaire_selectors
from questionnaires.models import Score

DAY = timedelta(days=1)
SCORING = "response__questionnaire__scoring"


@dataclass(frozen=True)
class Point:
    """One total and the words for its band."""

    on: date
    total: float
    band: str


@dataclass(frozen=True)
class FormTotals:
    """The totals of one questionnaire, oldest first, between the ends of its scale."""

    key: str
    title: str
    low: float
    high: float
    points: tuple[Point, ...]


def totals_between(*, client_id: UUID, first: date, last: date, plain: bool) -> list[FormTotals]:
    """Return the totals of each questionnaire answered on these days, by key. Two statements.

    With `plain`, bands are in the words that a client reads.
    """
    rows = _newest(client_id, first, last)
    names = questionnaire_selectors.titles({row["key"] for row in rows}) if rows else {}
    by_key: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        by_key.setdefault(row["key"], []).append(row)
    return [
        FormTotals(
            key=key,
            title=names.get(key, key),
            low=float(found[-1]["low"]),
            high=float(found[-1]["high"]),
            points=tuple(
                Point(row["answered_on"], float(row["total"]), _words(row, plain=plain))
                for row in found
            ),
        )
        for key, found in sorted(by_key.items())
    ]


def _newest(client_id: UUID, first: date, last: date) -> list[dict[str, Any]]:
    """Return one row for each response that has a total: that of its newest scoring."""
    rows = (
        Score.objects.filter(
            client_id=client_id,
            answered_on__gte=first,
            answered_on__lte=last,
            response__questionnaire__scoring__isnull=False,
        )
        .order_by("answered_on", "computed_at", "pk")
        .values(
            "response_id",
            "answered_on",
            "key",
            "total",
            "band",
            low=KeyTransform("low", SCORING),
            high=KeyTransform("high", SCORING),
            bands=KeyTransform("bands", SCORING),
        )
    )
    newest: dict[UUID, dict[str, Any]] = {row["response_id"]: dict(row) for row in rows}
    return [row for row in newest.values() if row["total"] is not None]


def _words(row: dict[str, Any], *, plain: bool) -> str:
    if not plain:
        return str(row["band"])
    return next((str(one["plain"]) for one in row["bands"] if one["word"] == row["band"]), "")


def totals_by_key(*, client_id: UUID, first: date, last: date) -> dict[str, list[Point]]:
    """Return the totals alone, by key, oldest first. One statement."""
    found: dict[str, list[Point]] = {}
    for row in questionnaire_selectors.scores_of(client=client_id, since=first, until=last + DAY):
        if row.total is not None:
            found.setdefault(row.key, []).append(Point(row.answered_on, float(row.total), row.band))
    return found
