"""Publish what changed by week over many people, and read what was published."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from core import audit, clock
from core.audit import Actor
from core.identity import System, acting_as, lock
from program.models import Program
from progress.models import OutcomeCell
from progress.rules import outcomes as rules
from progress.rules import table
from progress.rules.series import MEASURES
from progress.selectors import kept, sums

ANALYST = Actor(role="analyst")
HEADS = (
    "measure", "week", "n", "first_week_mean", "mean_change", "ci_low", "ci_high",
    "share_missing", "missing_band", "as_of",
)  # fmt: skip


def publish_outcomes(*, at: datetime) -> int:
    """Publish what may be published now of every program, each in a transaction of its own.

    Return how many cells. Repeating it publishes nothing new.
    """
    with acting_as(System.ANALYST):
        programs = list(Program.objects.order_by("pk"))
    count = 0
    for program in programs:
        with acting_as(System.ANALYST):
            count += _publish(program, at=at)
    return count


def _publish(program: Program, *, at: datetime) -> int:
    lock(f"outcomes:{program.pk}")
    today = clock.local_day(at, program.timezone)
    rows = kept.published(program_id=program.pk)
    cells = rules.publishable(
        found_in(program.pk, today),
        before={(row.measure, row.week): row.n for row in rows},
        # The earliest, should there be several.
        first_told={row.measure: row.week for row in rows[::-1] if row.first_mean is not None},
    )
    OutcomeCell.objects.bulk_create(
        [
            OutcomeCell(
                program=program,
                rule_version=rules.VERSION,
                published_at=at,
                **{name: getattr(cell, name) for name in rules.Cell.__dataclass_fields__},
            )
            for cell in cells
        ]
    )
    if cells:
        audit.record(
            actor=ANALYST, action="publish", subject="progress_outcomecell",
            subject_id=program.pk, at=at,
        )  # fmt: skip
    return len(cells)


def found_in(program_id: UUID, today: date) -> list[rules.Sums]:
    """Return the sums that cells are made of."""
    return sums.change_by_week(sums.Asked(program_id, today))


def table_of(*, program: Program) -> dict[str, Any]:
    """Return the published cells of a program by measure and week; what is not there is withheld.

    "Fewer than eleven people" and "nobody" look the same.
    """
    cells = kept.published(program_id=program.pk)
    by_place = {(cell.measure, cell.week): cell for cell in cells}
    keys = [measure.key for measure in MEASURES]
    keys += sorted({cell.measure for cell in cells} - set(keys))
    weeks = range(rules.FIRST_WEEK, rules.LAST_WEEK + 1)
    return {
        "program": program,
        "least": rules.LEAST,
        "rule_version": rules.VERSION,
        "measures": [
            {
                "key": key,
                "weeks": [{"week": week, "cell": by_place.get((key, week))} for week in weeks],
            }
            for key in keys
        ],
    }


def csv_of(*, program: Program) -> str:
    """Return the same table as comma-separated values; withheld cells are empty."""
    rows = []
    for measure in table_of(program=program)["measures"]:
        for place in measure["weeks"]:
            rows.append(_line(measure["key"], place["week"], place["cell"], program.timezone))
    return table.written(HEADS, rows)


def _line(key: str, week: int, cell: OutcomeCell | None, zone: str) -> tuple[object, ...]:
    if cell is None:
        return (key, week, "<11", *([None] * (len(HEADS) - 3)))
    return (
        key, week, cell.n, cell.first_mean, cell.mean_change, cell.low, cell.high,
        cell.share_missing, cell.missing_band, clock.local_day(cell.published_at, zone),
    )  # fmt: skip
