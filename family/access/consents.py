"""Which consents a person gave, and which the people who look after them may read."""

from datetime import date, datetime, timedelta
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from accounts.models import Role, User
from core import clock
from core.errors import NotVisible
from core.models import AuditEntry
from family.models import Consent, Disclosure, Restriction
from program import access as program_access

Row = TypeVar("Row", bound=Model)

# 42 CFR 2.25: the accounting reaches three years back. Rows are kept for six.
ACCOUNTED = timedelta(days=3 * 366)


def given_by(person: User) -> QuerySet[Consent]:
    """Return the consents that this client gave, every version of them, newest first."""
    return Consent.objects.filter(client=person).order_by("-signed_at", "-version")


def get_given(person: User, consent_id: UUID) -> Consent:
    """Return one of them; raise NotVisible."""
    return _one(given_by(person), consent_id)


def versions_of(consent: Consent) -> QuerySet[Consent]:
    """Return every version of one sharing, newest first."""
    return Consent.objects.filter(client=consent.client_id, series=consent.series).order_by(
        "-version"
    )


def of_client(person: User, client_id: UUID) -> QuerySet[Consent]:
    """Return the consents of a client whom this clinician looks after today; raise NotVisible."""
    client = program_access.get_client(person, client_id)
    return Consent.objects.filter(client=client).order_by("-signed_at", "-version")


def get_for_staff(person: User, consent_id: UUID) -> Consent:
    """Return a consent for who may record what reached the program; raise NotVisible.

    That is the client's care team of today, and administrators.
    """
    return _one(Consent.objects.filter(_for_staff(person)), consent_id)


def get_readable(person: User, consent_id: UUID) -> Consent:
    """Return a consent of one's own, or of a client of one's care team; raise NotVisible."""
    mine = Consent.objects.filter(client=person)
    theirs = Consent.objects.filter(client__in=program_access.clients_visible_to(person))
    return _one(mine | theirs, consent_id)


def restrictions_of(person: User) -> QuerySet[Restriction]:
    """Return what this client asked to be restricted, newest first."""
    return Restriction.objects.filter(client=person).order_by("-asked_at", "pk")


def get_restriction(person: User, restriction_id: UUID) -> Restriction:
    """Return one of them; raise NotVisible."""
    return _one(restrictions_of(person), restriction_id)


def restrictions_of_client(person: User, client_id: UUID) -> QuerySet[Restriction]:
    """Return those of a client whom this clinician looks after today; raise NotVisible."""
    client = program_access.get_client(person, client_id)
    return Restriction.objects.filter(client=client).order_by("-asked_at", "pk")


def get_restriction_to_answer(person: User, restriction_id: UUID) -> Restriction:
    """Return a request that this person may answer; raise NotVisible."""
    return _one(Restriction.objects.filter(_for_staff(person)), restriction_id)


def accounting_of(person: User, *, at: datetime) -> QuerySet[Disclosure]:
    """Return each showing under this client's consents in the last three years, newest first."""
    return Disclosure.objects.filter(client=person, disclosed_at__gt=at - ACCOUNTED).order_by(
        "-disclosed_at", "pk"
    )


def trail_of(client_id: UUID, *, since: date, until: date, timezone: str) -> QuerySet[AuditEntry]:
    """Return the entries about a client from the first to the last day there, oldest first.

    For administrators; row security shows nobody else more than what is about themselves.
    """
    return AuditEntry.objects.filter(
        client_ids__contains=[client_id],
        at__gte=clock.at_wall_clock(since, 0, timezone),
        at__lt=clock.at_wall_clock(until + timedelta(days=1), 0, timezone),
    ).order_by("at", "pk")


def _for_staff(person: User) -> Q:
    if person.has_role(Role.ADMINISTRATOR):
        return ~Q(client=person)
    return Q(client__in=program_access.clients_visible_to(person))


def _one(rows: QuerySet[Row], row_id: UUID) -> Row:
    found = rows.filter(pk=row_id).first()
    if found is None:
        raise NotVisible
    return found
