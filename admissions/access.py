"""Who may see requests for calls: administrators, and nobody else."""

from uuid import UUID

from django.db.models import QuerySet

from accounts.models import Role, User
from admissions.models import CallRequest
from core.errors import NotVisible


def visible_to(person: User) -> QuerySet[CallRequest]:
    """Return every request to an administrator, and none to others."""
    rows = CallRequest.objects.select_related("called_by", "closed_by")
    return rows if person.has_role(Role.ADMINISTRATOR) else rows.none()


def get(person: User, request_id: UUID) -> CallRequest:
    """Return one request; raise NotVisible."""
    found = visible_to(person).filter(pk=request_id).first()
    if found is None:
        raise NotVisible
    return found
