"""Who may see what: a client their own, a clinician their clients' of today. Families: nothing."""

from uuid import UUID

from django.db.models import QuerySet

from accounts.models import Role, User
from core.errors import NotVisible
from program import access as program_access
from questionnaires import selectors
from questionnaires.models import Questionnaire, Response, Schedule


def own_responses(person: User) -> QuerySet[Response]:
    """Return what this client handed in."""
    return Response.objects.filter(client=person)


def responses_of_client(person: User, client_id: UUID) -> QuerySet[Response]:
    """Return the responses of one client that a clinician looks after; raise NotVisible."""
    return Response.objects.filter(client=program_access.get_client(person, client_id))


def get_response(person: User, response_id: UUID) -> Response:
    """Return a whole response, one's own or of a client whom one looks after; raise NotVisible."""
    clients = program_access.clients_visible_to(person).values("pk")
    rows = own_responses(person) | Response.objects.filter(client__in=clients)
    found = selectors.with_details(rows).filter(pk=response_id).first()
    if found is None:
        raise NotVisible
    return found


def schedules_of_client(person: User, client_id: UUID) -> QuerySet[Schedule]:
    """Return what is asked of one client that a clinician looks after; raise NotVisible."""
    return Schedule.objects.filter(client=program_access.get_client(person, client_id))


def get_schedule(person: User, client_id: UUID, schedule_id: UUID) -> Schedule:
    """Return one of them; raise NotVisible."""
    found = schedules_of_client(person, client_id).filter(pk=schedule_id).first()
    if found is None:
        raise NotVisible
    return found


def get_form(person: User, questionnaire_id: UUID) -> Questionnaire:
    """Return a version that this person may read as a form; raise NotVisible.

    A client: what was ever asked of them. Staff: every version.
    """
    row = Questionnaire.objects.defer("source").filter(pk=questionnaire_id).first()
    if row is None or not _may_read(person, row):
        raise NotVisible
    return row


def _may_read(person: User, row: Questionnaire) -> bool:
    if person.is_staff_member:
        return True
    if not person.has_role(Role.CLIENT) or row.activated_at is None:
        return False
    return Schedule.objects.filter(client=person, key=row.key).exists()


def get_version(questionnaire_id: UUID) -> Questionnaire:
    """Return one imported version, for administrators; raise NotVisible."""
    found = Questionnaire.objects.filter(pk=questionnaire_id).first()
    if found is None:
        raise NotVisible
    return found
