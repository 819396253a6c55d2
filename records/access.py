"""Who may have what of a record: each person their own, staff what is theirs to answer.

A client's care team reads and answers statements beside the record. Requests for access, complaints
and the register of breaches are the administrators'. Nobody answers what they asked themselves.
"""

from typing import TypeVar
from uuid import UUID

from django.db.models import Model, Q, QuerySet

from accounts.models import Role, User
from core.errors import NotVisible
from plans import access as plan_access
from plans.models import Plan
from program import access as program_access
from program.models import Enrolment
from records import selectors
from records.models import (
    AccessRequest,
    Breach,
    Complaint,
    Correction,
    Export,
    NoticeGiven,
    NoticePutOff,
    PatientNotice,
)

Row = TypeVar("Row", bound=Model)


def exports_of(person: User) -> QuerySet[Export]:
    """Return the copies that a person asked for, newest first."""
    return Export.objects.filter(person=person).order_by("-asked_at", "pk")


def get_export(person: User, export_id: UUID) -> Export:
    """Return one of them; raise NotVisible."""
    return _one(exports_of(person), export_id)


def requests_of(person: User) -> QuerySet[AccessRequest]:
    """Return what a client asked for, newest first."""
    return AccessRequest.objects.filter(client=person).order_by("-asked_at", "pk")


def all_requests() -> QuerySet[AccessRequest]:
    """Return every request, for administrators: what waits first, by the day it is due."""
    return AccessRequest.objects.select_related("client", "answered_by").order_by("due_on", "pk")


def get_request(person: User, request_id: UUID) -> AccessRequest:
    """Return a request that this administrator may answer; raise NotVisible."""
    return _one(all_requests().exclude(client=person), request_id)


def statements_of(person: User) -> QuerySet[Correction]:
    """Return a client's own statements, newest first."""
    return Correction.objects.filter(client=person).order_by("-written_at", "pk")


def statements_for(person: User) -> QuerySet[Correction]:
    """Return the statements that this member of staff may answer, newest first."""
    rows = Correction.objects.select_related("client", "answered_by").order_by("-written_at", "pk")
    if person.has_role(Role.ADMINISTRATOR):
        return rows.exclude(client=person)
    return rows.filter(client__in=program_access.clients_visible_to(person).values("pk"))


def get_statement(person: User, statement_id: UUID) -> Correction:
    """Return one of them; raise NotVisible."""
    return _one(statements_for(person), statement_id)


def complaints_of(person: User) -> QuerySet[Complaint]:
    """Return a person's own complaints, newest first."""
    return Complaint.objects.filter(person=person).order_by("-written_at", "pk")


def all_complaints() -> QuerySet[Complaint]:
    """Return the log, for administrators, newest first."""
    return Complaint.objects.select_related("person", "recorded_by", "answered_by").order_by(
        "-written_at", "pk"
    )


def get_complaint(complaint_id: UUID) -> Complaint:
    """Return one complaint of the log; raise NotVisible."""
    return _one(all_complaints(), complaint_id)


def get_breach(series: UUID) -> Breach:
    """Return the newest version of one incident; raise NotVisible."""
    found = selectors.newest_breaches().filter(series=series).first()
    if found is None:
        raise NotVisible
    return found


def get_client_of_staff(person: User, client_id: UUID) -> User:
    """Return a client for whom this member of staff may write something down; raise NotVisible.

    Clinicians: a client of theirs today. Administrators: whoever was ever enrolled.
    """
    if person.has_role(Role.ADMINISTRATOR):
        enrolled = Enrolment.objects.filter(client=client_id).values("client_id")
        return _one(User.objects.filter(Q(pk__in=enrolled) & ~Q(pk=person.pk)), client_id)
    return program_access.get_client(person, client_id)


def get_anybody(person: User, person_id: UUID) -> User:
    """Return whoever staff write a complaint down for: a client, or one of their family.

    Raises NotVisible.
    """
    if person.has_role(Role.ADMINISTRATOR):
        return _one(User.objects.exclude(pk=person.pk), person_id)
    return program_access.get_client(person, person_id)


def notices_given_to(person: User) -> QuerySet[NoticeGiven]:
    """Return which notices reached a client, newest first."""
    rows = NoticeGiven.objects.filter(client=person).select_related("notice")
    return rows.order_by("-given_at", "pk")


def newest_put_off(person: User, notice: PatientNotice) -> NoticePutOff | None:
    """Return when a client last said that they will take this notice later."""
    rows = NoticePutOff.objects.filter(client=person, notice=notice)
    return rows.order_by("-put_off_at").first()


def plan_of_client(person: User, client_id: UUID, kind: str) -> QuerySet[Plan]:
    """Return the versions of a plan that this clinician may see; raise NotVisible."""
    return plan_access.of_client(person, client_id, kind)


def own_plan(person: User, kind: str) -> QuerySet[Plan]:
    """Return the versions of one's own plan; raise NotVisible."""
    return plan_access.own(person, kind)


def _one(rows: QuerySet[Row], row_id: UUID) -> Row:
    found = rows.filter(pk=row_id).first()
    if found is None:
        raise NotVisible
    return found
