"""Who may see whom: a client's enrolment, and the clients a clinician looks after today."""

from datetime import datetime
from uuid import UUID

from django.db.models import DateField, F, Func, Q, QuerySet

from accounts.models import User
from core import clock
from core.errors import NotVisible, Refused
from core.statements import Given, Selection, ask
from program.models import CareTeamMember, Enrolment, Session


class NotEnrolled(Refused):
    """The person has no enrolment on this day."""

    status = 403
    code = "not_enrolled"
    sentence = "You are not enrolled in a program right now. Please call the program."


_ENROLMENTS = Selection(
    lambda: (
        Enrolment.objects.select_related("program")
        .filter(client_id=Given(1))
        .order_by("-active_from")
    )
)


def own_enrolment(person: User, *, at: datetime) -> Enrolment:
    """Return the person's enrolment on the program's own day; raise NotEnrolled."""
    rows: list[Enrolment]
    (rows,) = ask(_ENROLMENTS.of(person.pk))
    for row in rows:
        if row.is_in_force(clock.local_day(at, row.program.timezone)):
            return row
    raise NotEnrolled


def memberships_in_force(person: User) -> QuerySet[CareTeamMember]:
    """Return the clinician's places on care teams on the programs' own today.

    The day is the database's, so that this filter and row security never disagree.
    """
    today = Func(
        F("program__timezone"),
        template="(now() AT TIME ZONE %(expressions)s)::date",
        output_field=DateField(),
    )
    return CareTeamMember.objects.annotate(today=today).filter(
        Q(active_until=None) | Q(active_until__gt=F("today")),
        clinician=person,
        active_from__lte=F("today"),
    )


def clients_visible_to(person: User) -> QuerySet[User]:
    """Return the clients whom this clinician looks after today."""
    return User.objects.filter(pk__in=memberships_in_force(person).values("client_id"))


def get_client(person: User, client_id: UUID) -> User:
    """Return one client whom this clinician looks after today; raise NotVisible."""
    found = clients_visible_to(person).filter(pk=client_id).first()
    if found is None:
        raise NotVisible
    return found


def sessions_of(person: User) -> QuerySet[Session]:
    """Return the sessions at which this client is expected."""
    return Session.objects.filter(participants__client=person)
