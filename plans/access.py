"""Who may see a plan: the client it is about, and the clinicians who look after them now.

Families have no path to any of it. Support people are the client's alone.
"""

from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from accounts.models import User
from core.errors import NotVisible
from plans import selectors
from plans.models import Kind, Plan, SupportPerson
from program import access as program_access
from program import selectors as program_selectors


def visible_to(person: User) -> QuerySet[Plan]:
    """Return the person's own plans and those of the clients they look after today."""
    clients = program_access.clients_visible_to(person).values("pk")
    return Plan.objects.select_related("written_by").filter(
        Q(client=person) | Q(client__in=clients)
    )


def own(person: User, kind: str) -> QuerySet[Plan]:
    """Return the versions of one of the person's own plans; raise NotVisible for no such kind."""
    return Plan.objects.select_related("written_by").filter(client=person, kind=known_kind(kind))


def refuse_if_alone(person: User, kind: str, *, at: datetime) -> None:
    """Raise NotEnrolled when there is nobody to make one's own plan of that kind with.

    The discharge plan is finished while the care team finishes the record, some days longer.
    """
    team = kind == Kind.DISCHARGE and program_selectors.care_team_at(client_id=person.pk, at=at)
    if not team:
        program_access.own_enrolment(person, at=at)


def of_client(person: User, client_id: UUID, kind: str) -> QuerySet[Plan]:
    """Return the versions of a plan of a client that a clinician looks after; raise NotVisible."""
    client = program_access.get_client(person, client_id)
    return visible_to(person).filter(client=client, kind=known_kind(kind))


def known_kind(name: str) -> Kind:
    """Return the kind of plan of that name; raise NotVisible when there is none."""
    try:
        return Kind(name)
    except ValueError:
        raise NotVisible from None


def support_people_of(person: User) -> QuerySet[SupportPerson]:
    """Return the support people whom this client named."""
    return SupportPerson.objects.filter(client=person)


def get_support_person(person: User, support_person_id: UUID) -> SupportPerson:
    """Return one of them who is still on the list; raise NotVisible."""
    found = selectors.living(support_people_of(person)).filter(pk=support_person_id).first()
    if found is None:
        raise NotVisible
    return found
