"""Who may see what of care: clients their own, clinicians their clients' of today. Never families.

Of tasks and referrals a client sees those that are marked as for them.
"""

from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from accounts.models import Role, User
from care.models import GoalStep, Referral, Task
from core.audit import Actor
from core.errors import NotVisible
from program import access as program_access

Row = TypeVar("Row", bound=Model)


def own(model: type[Row], person: User) -> QuerySet[Row]:
    """Return the person's own rows; of tasks and referrals those that are for them to see."""
    shown = {"for_client": True} if model in (Task, Referral) else {}
    return model._default_manager.filter(client=person, **shown)


def of_client(model: type[Row], person: User, client_id: UUID) -> QuerySet[Row]:
    """Return the rows about one client whom a clinician looks after today; raise NotVisible."""
    client = program_access.get_client(person, client_id)
    return model._default_manager.filter(client=client)


def of_caseload(model: type[Row], person: User) -> QuerySet[Row]:
    """Return the rows about every client whom a clinician looks after today."""
    return model._default_manager.filter(client__in=_clients(person))


def get(model: type[Row], person: User, row_id: UUID) -> Row:
    """Return one row that is the person's own or their client's; raise NotVisible."""
    mine = Q(client=person, for_client=True) if model in (Task, Referral) else Q(client=person)
    rows = model._default_manager.select_related("client")
    found = rows.filter(mine | Q(client__in=_clients(person)), pk=row_id).first()
    if found is None:
        raise NotVisible
    return found


def get_of_client(model: type[Row], person: User, row_id: UUID) -> Row:
    """Return one row about a client whom a clinician looks after today; raise NotVisible."""
    return _first(of_caseload(model, person), row_id)


def get_own(model: type[Row], person: User, row_id: UUID) -> Row:
    """Return one of the person's own rows; raise NotVisible."""
    return _first(own(model, person), row_id)


def get_step(person: User, step_id: UUID) -> GoalStep:
    """Return a living step of a goal that the person may write; raise NotVisible."""
    step = get(GoalStep, person, step_id)
    if step.removed_at is not None:
        raise NotVisible
    return step


def hand_of(person: User, client_id: UUID, *, address: str | None = None) -> Actor:
    """Return as whom this person acts on something of that client: as them, or a clinician."""
    role = Role.CLIENT if person.pk == client_id else Role.CLINICIAN
    return Actor(role=role, id=person.pk, address=address)


def _clients(person: User) -> QuerySet[User, UUID]:
    return program_access.clients_visible_to(person).values_list("pk", flat=True)


def _first(rows: QuerySet[Row], row_id: UUID) -> Row:
    found = rows.select_related("client").filter(pk=row_id).first()
    if found is None:
        raise NotVisible
    return found
