"""The story of an alert, one step after the other, and in which round of telling it is."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from alerts.models import Alert, Assessment, Step

# Each of these begins another round of telling; so does a graver tier.
AGAIN = (Step.Kind.REOPENED, Step.Kind.ASSIGNED)
TRIED = (Step.Kind.TOLD, Step.Kind.BUNDLED, Step.Kind.NOT_DELIVERED)


@dataclass(frozen=True)
class Said:
    """A person's words on a step, and codes that go with it."""

    words: str = ""
    details: dict[str, Any] = field(default_factory=dict)


def note(  # noqa: PLR0913  (each is one column of the step)
    alert: Alert,
    kind: str,
    *,
    at: datetime,
    rung: int = 0,
    person_id: UUID | None = None,
    assessment: Assessment | None = None,
    said: Said | None = None,
) -> None:
    """Add one step to an alert's story."""
    said = said or Said()
    Step(
        alert=alert, client_id=alert.client_id, kind=kind, at=at, rung=rung,
        person_id=person_id, assessment=assessment, words=said.words, details=said.details,
    ).save(force_insert=True)  # fmt: skip


def round_of(alert: Alert) -> str:
    """Name the round of telling: each raising of the tier and each reopening begins another."""
    again = alert.steps.filter(kind__in=AGAIN).count()
    return f"{alert.tier}.{again}" if again else alert.tier


def tried_in(alert: Alert, round_name: str) -> set[UUID]:
    """Return whom this round has told, or could not reach."""
    steps = alert.steps.filter(kind__in=TRIED, details__round=round_name)
    found: set[UUID] = set()
    for person_id, details in steps.values_list("person_id", "details"):
        found |= {person_id} if person_id else {UUID(key) for key in details.get("people", [])}
    return found
