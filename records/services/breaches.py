"""The register of breaches: a version for each thing that became known or was done."""

from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction
from django.db.models import Max

from core import audit
from core.audit import Actor
from core.identity import System, acting_as
from program.selectors import program_day
from records.models import Breach, BreachDecision
from records.models.breaches import FACTORS
from records.rules.deadlines import Deadline, Extent, after_a_breach
from records.selectors import newest_breaches
from records.services import telling
from records.services.refusals import BreachIncomplete, DayNotOpen, NewerBreach

PATH = "/records/breaches"


@dataclass(frozen=True)
class Known:
    """All that is known of an incident at one moment."""

    discovered_on: date
    what: str
    nature: str = ""
    recipient: str = ""
    acquired: str = ""
    mitigated: str = ""
    encrypted: bool = False
    decision: str = BreachDecision.OPEN
    reason: str = ""
    people_affected: int | None = None
    most_in_one_state: int | None = None
    in_massachusetts: int | None = None
    told_people_on: date | None = None
    told_hhs_on: date | None = None
    told_media_on: date | None = None
    told_massachusetts_on: date | None = None

    @property
    def values(self) -> dict[str, Any]:
        """The columns, by name."""
        return {one.name: getattr(self, one.name) for one in fields(self)}


@dataclass(frozen=True)
class Place:
    """Which incident, and which version was read before it was changed."""

    series: UUID = field(default_factory=uuid4)
    after: int = 0


def write_breach(*, known: Known, place: Place, actor: Actor, at: datetime) -> Breach:
    """Write a version: the first of an incident, or the one after the version that was read.

    Raises BreachIncomplete for a decision without its grounds or a count, DayNotOpen for a day to
    come or a notice before the discovery, NewerBreach when somebody wrote meanwhile.
    """
    _refuse_gaps(known)
    _refuse_days(known, today=program_day(at))
    newest = Breach.objects.filter(series=place.series).aggregate(Max("version"))["version__max"]
    if (newest or 0) != place.after:
        raise NewerBreach
    row = Breach(
        series=place.series, version=place.after + 1, recorded_at=at, recorded_by_id=actor.person,
        **known.values,
    )  # fmt: skip
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        raise NewerBreach from None
    audit.record(
        actor=actor, action="write_breach", subject="records_breach", subject_id=row.pk, at=at
    )
    return row


def deadlines_of(breach: Breach) -> list[Deadline]:
    """Return whom to tell of an incident, by when; nobody of what is no breach."""
    if breach.decision == BreachDecision.NOT_BREACH:
        return []
    extent = Extent(
        breach.people_affected or 0, breach.most_in_one_state or 0, breach.in_massachusetts or 0
    )
    return after_a_breach(
        breach.discovered_on, extent,
        {
            "people": breach.told_people_on,
            "hhs": breach.told_hhs_on,
            "media": breach.told_media_on,
            "massachusetts": breach.told_massachusetts_on,
        },
    )  # fmt: skip


def warn_of_late_notices(*, at: datetime) -> int:
    """Tell administrators of each incident with a day that has passed, once a day."""
    today = program_day(at)
    with acting_as(System.RECORDS):
        late = [
            row for row in newest_breaches()[:200]
            if any(one.is_late(today) for one in deadlines_of(row))
        ]  # fmt: skip
        for row in late:
            what = f"breach:{row.series}:{today:%Y%m%d}"
            telling.tell_administrators(what=what, path=PATH, at=at)
        return len(late)


def _refuse_gaps(known: Known) -> None:
    if known.decision == BreachDecision.OPEN:
        return
    wanted = [*FACTORS, "reason"]
    missing = [name for name in wanted if not getattr(known, name).strip()]
    if known.decision == BreachDecision.BREACH and known.people_affected is None:
        missing.append("people_affected")
    if missing:
        raise BreachIncomplete(fields={name: [BreachIncomplete.sentence] for name in missing})


def _refuse_days(known: Known, *, today: date) -> None:
    told = ("told_people_on", "told_hhs_on", "told_media_on", "told_massachusetts_on")
    days = {"discovered_on": known.discovered_on, **{one: getattr(known, one) for one in told}}
    wrong = [
        name for name, on in days.items()
        if on is not None and not known.discovered_on <= on <= today
    ]  # fmt: skip
    if wrong:
        raise DayNotOpen(fields={name: [DayNotOpen.sentence] for name in wrong})
