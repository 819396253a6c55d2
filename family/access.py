"""What a family member may see right now: the only door for families.

Everything is read with the database role of relatives, which is granted a few columns; row
security looks at the consent again for every row. A person with nothing in force, whether
revoked, expired, discharged or never granted, gets the same empty answer by the same path.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypedDict
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import User
from checkins.models import CheckIn
from core import clock
from core.errors import NotVisible
from core.identity import as_relative
from family import rules
from family.models import Category, Consent
from program.models import Enrolment


@dataclass(frozen=True)
class Shared:
    """What one consent in force shows."""

    consent_id: UUID
    client_id: UUID
    client_name: str
    purpose: str
    categories: list[str]
    until: date
    first: date
    last: date
    mood_band: str | None


class _Row(TypedDict):
    """The columns that are granted to a relative's reading."""

    id: UUID
    client_id: UUID
    client_name: str
    purpose: str
    categories: list[str]
    expires_on: date
    timezone: str
    signed_at: datetime


class _Stay(TypedDict):
    """When a client who shares is in the program; granted to a relative's reading too."""

    client_id: UUID
    active_from: date
    active_until: date | None


def shared_with(person: User, *, at: datetime) -> list[Shared]:
    """Return what every consent in force shares with this person, oldest consent first."""
    with as_relative():
        rows = list(
            Consent.objects.filter(recipient=person, revoked_at=None, signed_at__lte=at)
            .exclude(purpose="")
            .order_by("signed_at")
            .values(
                "id",
                "client_id",
                "client_name",
                "purpose",
                "categories",
                "expires_on",
                "timezone",
                "signed_at",
            )
        )
        stays = _stays([row["client_id"] for row in rows])
        return [_shown(row, at=at) for row in rows if _in_force(row, stays, at=at)]


def given_by(person: User) -> QuerySet[Consent]:
    """Return the consents that this client gave, newest first."""
    return Consent.objects.filter(client=person).order_by("-signed_at")


def get_given(person: User, consent_id: UUID) -> Consent:
    """Return one of them; raise NotVisible."""
    found = given_by(person).filter(pk=consent_id).first()
    if found is None:
        raise NotVisible
    return found


def _stays(clients: list[UUID]) -> list[_Stay]:
    rows = Enrolment.objects.filter(client_id__in=clients)
    return list(rows.values("client_id", "active_from", "active_until"))


def _in_force(row: _Row, stays: list[_Stay], *, at: datetime) -> bool:
    """Say whether the last day is not over, and the client was not discharged since signing."""
    today = clock.local_day(at, row["timezone"])
    signed_on = clock.local_day(row["signed_at"], row["timezone"])
    own = [stay for stay in stays if stay["client_id"] == row["client_id"]]
    ends = [(stay["active_from"], stay["active_until"] or date.max) for stay in own]
    enrolled = any(first <= today < until for first, until in ends)
    # Somebody who comes back signs again: what discharge ended stays ended.
    discharged = any(signed_on < until <= today for _, until in ends)
    return enrolled and not discharged and today <= row["expires_on"]


def _shown(row: _Row, *, at: datetime) -> Shared:
    last = clock.local_day(at, row["timezone"])
    wants_mood = Category.MOOD_TREND in row["categories"]
    return Shared(
        consent_id=row["id"],
        client_id=row["client_id"],
        client_name=row["client_name"],
        purpose=row["purpose"],
        categories=row["categories"],
        until=row["expires_on"],
        first=last - timedelta(days=rules.DAYS - 1),
        last=last,
        mood_band=_mood_band(row["client_id"], last=last) if wants_mood else None,
    )


def _mood_band(client_id: UUID, *, last: date) -> str:
    since = last - timedelta(days=2 * rules.DAYS)
    rows = (
        # A part that was sent ahead has no mood yet.
        CheckIn.objects.filter(client_id=client_id, on__gt=since, on__lte=last, mood__isnull=False)
        .order_by("on", "-version")
        .distinct("on")
        .values_list("on", "mood")
    )
    moods = [rules.Mood(on, mood) for on, mood in rows if mood is not None]
    return rules.mood_band(days=moods, last=last)
