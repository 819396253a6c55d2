"""Who sees a look at strain: the person who took it, and nobody else."""

from uuid import UUID

from django.db.models import QuerySet

from accounts.models import User
from core.errors import NotVisible
from family.models import StrainCheckIn


def own(person: User) -> QuerySet[StrainCheckIn]:
    """Return a person's own."""
    return StrainCheckIn.objects.filter(writer=person)


def get_own(person: User, row_id: UUID) -> StrainCheckIn:
    """Return one of them; raise NotVisible."""
    found = own(person).filter(pk=row_id).first()
    if found is None:
        raise NotVisible
    return found
