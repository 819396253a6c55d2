"""Who may see a check-in: the client it is about, and the clinicians who look after them now."""

from uuid import UUID

from django.db.models import Q, QuerySet

from accounts.models import User
from checkins.models import CheckIn
from core.errors import NotVisible
from program import access as program_access


def visible_to(person: User) -> QuerySet[CheckIn]:
    """Return the person's own check-ins and those of the clients they look after today."""
    clients = program_access.clients_visible_to(person).values("pk")
    return CheckIn.objects.filter(Q(client=person) | Q(client__in=clients))


def own(person: User) -> QuerySet[CheckIn]:
    """Return the person's own check-ins."""
    return CheckIn.objects.filter(client=person)


def get_own(person: User, check_in_id: UUID) -> CheckIn:
    """Return one of the person's own check-ins; raise NotVisible."""
    found = own(person).filter(pk=check_in_id).first()
    if found is None:
        raise NotVisible
    return found


def of_client(person: User, client_id: UUID) -> QuerySet[CheckIn]:
    """Return the check-ins of one client that a clinician looks after; raise NotVisible."""
    if not program_access.clients_visible_to(person).filter(pk=client_id).exists():
        raise NotVisible
    return visible_to(person).filter(client_id=client_id)
