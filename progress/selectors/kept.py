"""What progress keeps: milestones as they stand, proposals, published sums."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from program.models import Enrolment
from progress.models import MilestoneEvent, OutcomeCell, StepProposal


def enrolment_of(client_id: UUID, *, on: date) -> Enrolment | None:
    """Return the enrolment that holds on that day, else the newest that began. One statement."""
    rows = Enrolment.objects.select_related("program", "client").filter(client_id=client_id)
    return rows.filter(active_from__lte=on).order_by("-active_from").first()


@dataclass(frozen=True)
class Standing:
    """A milestone's history, oldest first; it stands as its newest event says."""

    events: tuple[MilestoneEvent, ...]

    @property
    def reached(self) -> bool:
        """Say whether it counts as reached now."""
        return self.events[-1].kind != MilestoneEvent.Kind.UNMARKED


def standings(rows: Iterable[MilestoneEvent]) -> dict[str, Standing]:
    """Return how each milestone that anything happened to stands, by slug."""
    by_slug: dict[str, list[MilestoneEvent]] = {}
    for row in rows:
        by_slug.setdefault(row.slug, []).append(row)
    return {slug: Standing(tuple(events)) for slug, events in by_slug.items()}


def events_of(enrolment: Enrolment) -> QuerySet[MilestoneEvent]:
    """Return all that happened to an enrolment's milestones, each one's oldest first.

    One statement.
    """
    rows = MilestoneEvent.objects.filter(enrolment=enrolment).select_related("noted_by")
    return rows.order_by("slug", "place")


def open_proposals(rows: QuerySet[StepProposal]) -> QuerySet[StepProposal]:
    """Return proposals that wait for a clinician."""
    return rows.filter(decided_at=None, superseded_at=None)


def published(*, program_id: UUID) -> list[OutcomeCell]:
    """Return the newest cell of each measure and week of a program: eleven at most for a measure.

    One statement.
    """
    rows = OutcomeCell.objects.filter(program_id=program_id)
    return list(rows.order_by("measure", "week", "-published_at", "-n").distinct("measure", "week"))
