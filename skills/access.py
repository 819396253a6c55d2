"""Who may see what of skills: a client their own, a clinician their clients' of today."""

from uuid import UUID

from django.db.models import QuerySet

from accounts.models import User
from core.errors import NotVisible
from program import access as program_access
from skills import selectors
from skills.models import Assignment, Practice


def own(person: User) -> QuerySet[Practice]:
    """Return the person's own practices."""
    return Practice.objects.filter(client=person)


def get_own(person: User, practice_id: UUID) -> Practice:
    """Return one of the person's own practices, as it reads; raise NotVisible."""
    found = selectors.with_own_text(own(person)).filter(pk=practice_id).first()
    if found is None:
        raise NotVisible
    return found


def of_client(person: User, client_id: UUID) -> QuerySet[Practice]:
    """Return the practices of one client that a clinician looks after; raise NotVisible."""
    return Practice.objects.filter(client=program_access.get_client(person, client_id))


def opened_for(person: User) -> set[str] | None:
    """Return the exercises that were assigned to this person; None for staff, who see every one."""
    if person.is_staff_member:
        return None
    rows = Assignment.objects.filter(client=person, withdrawn_at=None)
    return set(rows.values_list("slug", flat=True))


def own_assignments(person: User) -> QuerySet[Assignment]:
    """Return what the person is asked to do and was."""
    return Assignment.objects.filter(client=person)


def get_own_assignment(person: User, assignment_id: UUID) -> Assignment:
    """Return one of them, as it stands; raise NotVisible."""
    return _get(own_assignments(person), assignment_id)


def assignments_of_client(person: User, client_id: UUID) -> QuerySet[Assignment]:
    """Return the assignments of one client that a clinician looks after; raise NotVisible."""
    return Assignment.objects.filter(client=program_access.get_client(person, client_id))


def get_assignment(person: User, assignment_id: UUID) -> Assignment:
    """Return an assignment of any client whom this clinician looks after; raise NotVisible."""
    clients = program_access.clients_visible_to(person).values("pk")
    return _get(Assignment.objects.filter(client__in=clients), assignment_id)


def _get(rows: QuerySet[Assignment], assignment_id: UUID) -> Assignment:
    found: Assignment | None = selectors.with_state(rows).filter(pk=assignment_id).first()
    if found is None:
        raise NotVisible
    return found
