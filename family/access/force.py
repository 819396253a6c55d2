"""What is in force right now: who shares what with whom, by the rule that row security also keeps.

Nothing here is kept between two requests: every reading looks at the consent again.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from accounts.models import User
from core.identity import as_relative
from family.models import Consent, ConsentPause, Restriction, RestrictionState
from family.rules import force
from program.models import Enrolment

# The columns of a consent that a relative's database role may read, and that the rule needs.
COLUMNS = (
    "id", "series", "version", "client_id", "client_name", "recipient_id", "recipient_name",
    "discloser", "purpose", "categories", "expires_on", "timezone", "text_digest", "signed_at",
    "signed_by_id", "bound_at", "ended_at", "flagged_false_at", "craving_band_from",
    "appointment_times_from",
)  # fmt: skip

# Nobody's. Asked for beside the others, so that the same statements go out when there are none.
ASKED_ANYWAY = {UUID(int=0)}


@dataclass(frozen=True)
class InForce:
    """One consent that gives something at this moment, and the categories that it gives."""

    consent_id: UUID
    series: UUID
    version: int
    client_id: UUID
    client_name: str
    recipient_id: UUID
    recipient_name: str
    purpose: str
    until: date
    timezone: str
    categories: list[str]
    signed_at: datetime


def in_force(person: User, *, at: datetime) -> list[InForce]:
    """Return what is shared with this person at this moment, the oldest consent first.

    Read with the database role of relatives. `categories` are those that may be shown now; they
    are never empty, and begin with program_link. A sharing that is paused, ended, not accepted or
    restricted is not there at all.
    """
    with as_relative():
        return _giving(Consent.objects.filter(recipient=person), at=at)


def relatives_of(client: User, *, at: datetime) -> list[InForce]:
    """Return with whom this client shares at this moment, the oldest consent first."""
    return _giving(Consent.objects.filter(client=client, recipient__isnull=False), at=at)


def gives(*, client_id: UUID, recipient_id: UUID, category: str, at: datetime) -> bool:
    """Say whether this client shares the category with this person at this moment.

    For requests of the client or of their care team, who may read the consents.
    """
    rows = Consent.objects.filter(client_id=client_id, recipient_id=recipient_id)
    return any(category in row.categories for row in _giving(rows, at=at))


def facts_of(consents: Iterable[Consent]) -> dict[UUID, force.Facts]:
    """Return the facts about each of these consents, for who may read pauses and restrictions.

    Needs nothing of a consent beyond COLUMNS, except why it ended: without that, an ended one is
    said to be revoked.
    """
    rows = list(consents)
    stays, pauses, restrictions = _stays(rows), _pauses(rows), _restrictions(rows)
    return {
        row.pk: force.Facts(
            categories=row.categories,
            signed_at=row.signed_at,
            expires_on=row.expires_on,
            timezone=row.timezone,
            complete=_is_complete(row),
            bound=row.recipient_id is not None and row.bound_at is not None,
            ended_reason=_reason(row),
            starts=_starts(row),
            stays=stays.get(row.client_id, ()),
            pauses=pauses.get(row.series, ()),
            restrictions=[
                categories
                for client, person, categories in restrictions
                if client == row.client_id and person in (None, row.recipient_id)
            ],
        )
        for row in rows
    }


def _giving(consents: QuerySet[Consent], *, at: datetime) -> list[InForce]:
    rows = list(
        consents.filter(ended_at=None, signed_at__lte=at).only(*COLUMNS).order_by("signed_at", "id")
    )
    facts = facts_of(rows)
    found = ((row, force.effective(facts[row.pk], at)) for row in rows)
    return [_shown(row, categories) for row, categories in found if categories]


def _shown(row: Consent, categories: tuple[str, ...]) -> InForce:
    assert row.recipient_id is not None
    return InForce(
        consent_id=row.pk,
        series=row.series,
        version=row.version,
        client_id=row.client_id,
        client_name=row.client_name,
        recipient_id=row.recipient_id,
        recipient_name=row.recipient_name,
        purpose=row.purpose,
        until=row.expires_on,
        timezone=row.timezone,
        categories=list(categories),
        signed_at=row.signed_at,
    )


def _is_complete(row: Consent) -> bool:
    words = (row.client_name, row.discloser, row.recipient_name, row.purpose, row.text_digest)
    return all(words) and row.signed_by_id == row.client_id


def _reason(row: Consent) -> str:
    if row.ended_at is None and row.flagged_false_at is None:
        return ""
    return "revoked" if "ended_reason" in row.get_deferred_fields() else row.ended_reason


def _starts(row: Consent) -> dict[str, datetime | None]:
    return {
        "craving_band": row.craving_band_from,
        "appointment_times": row.appointment_times_from,
    }


def _stays(rows: list[Consent]) -> dict[UUID, list[force.Stay]]:
    found: dict[UUID, list[force.Stay]] = {}
    clients = {row.client_id for row in rows} | ASKED_ANYWAY
    stays = Enrolment.objects.filter(client_id__in=clients)
    for client_id, first, until in stays.values_list("client_id", "active_from", "active_until"):
        found.setdefault(client_id, []).append(force.Stay(first, until))
    return found


def _pauses(rows: list[Consent]) -> dict[UUID, list[force.Pause]]:
    found: dict[UUID, list[force.Pause]] = {}
    series = {row.series for row in rows} | ASKED_ANYWAY
    pauses = ConsentPause.objects.filter(series__in=series, ended_at=None)
    for paused, until_at in pauses.values_list("series", "until_at"):
        found.setdefault(paused, []).append(force.Pause(until_at))
    return found


def _restrictions(rows: list[Consent]) -> list[tuple[UUID, UUID | None, list[str]]]:
    people = {row.recipient_id for row in rows if row.recipient_id} | ASKED_ANYWAY
    agreed = Restriction.objects.filter(
        Q(recipient=None) | Q(recipient_id__in=people),
        client_id__in={row.client_id for row in rows} | ASKED_ANYWAY,
        state=RestrictionState.AGREED,
    )
    return list(agreed.values_list("client_id", "recipient_id", "categories"))
