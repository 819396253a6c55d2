"""Who may see progress: a client their own, a clinician their clients' of today.

Sums over people are for administrators, and hold no client; sums over alerts also for who
supervises a team of the program. Families have no path to any of it.
"""

from uuid import UUID

from django.db.models import QuerySet

from accounts.models import Role, User
from core.errors import NotVisible
from program import access as program_access
from program.models import Program, TeamRole
from progress.models import StepProposal


def client_of(person: User, client_id: UUID) -> User:
    """Return a client whom this clinician looks after today; raise NotVisible."""
    return program_access.get_client(person, client_id)


def proposals_visible_to(person: User) -> QuerySet[StepProposal]:
    """Return proposals about the clients whom this clinician looks after today."""
    clients = program_access.clients_visible_to(person).values("pk")
    rows = StepProposal.objects.filter(client__in=clients)
    return rows.select_related("client", "decided_by", "enrolment__program")


def proposals_of(person: User, client_id: UUID) -> QuerySet[StepProposal]:
    """Return those about one of them; raise NotVisible."""
    return proposals_visible_to(person).filter(client=client_of(person, client_id))


def get_proposal(person: User, proposal_id: UUID) -> StepProposal:
    """Return one proposal; raise NotVisible."""
    found = proposals_visible_to(person).filter(pk=proposal_id).first()
    if found is None:
        raise NotVisible
    return found


def programs() -> list[Program]:
    """Return every program, by name; two hundred at most."""
    return list(Program.objects.order_by("name", "pk")[:200])


def get_program(program_id: UUID) -> Program:
    """Return a program, whose name everybody may know; raise NotVisible."""
    found = Program.objects.filter(pk=program_id).first()
    if found is None:
        raise NotVisible
    return found


def metrics_programs(person: User) -> list[Program]:
    """Return the programs whose alerts this person may see summed up; two hundred at most.

    All of them for an administrator; for a clinician those of teams that they supervise today.
    """
    rows = Program.objects.order_by("name", "pk")
    if not person.has_role(Role.ADMINISTRATOR):
        supervised = program_access.memberships_in_force(person).filter(role=TeamRole.SUPERVISOR)
        rows = rows.filter(pk__in=supervised.values("program_id"))
    return list(rows[:200])


def metrics_program(person: User, program_id: UUID) -> Program:
    """Return one of them; raise NotVisible."""
    for program in metrics_programs(person):
        if program.pk == program_id:
            return program
    raise NotVisible


def metrics_withhold(person: User) -> bool:
    """Say whether small groups are withheld: from whoever does not see the alerts themselves."""
    return person.has_role(Role.ADMINISTRATOR)
