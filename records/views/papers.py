"""Doors of papers: the page for the next talk, and a plan, as PDFs. Access is the screens' own."""

from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.views import APIView

from accounts.access import IsClient, IsClinician, actor_of, person_of
from accounts.models import Role, User
from core import audit, clock
from plans import disclosures
from plans.disclosures import Reader
from plans.models import Kind, Party, Plan
from program import access as program_access
from progress.serializers.prep import SinceInput
from progress.services import prepare_session
from records import access, services
from records.services import Sheet
from records.views.steps import as_pdf

PDF = {(200, "application/pdf"): OpenApiTypes.BINARY}
KIND = OpenApiParameter("kind", str, OpenApiParameter.PATH, enum=Kind.values)


class SessionPrepPaper(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(
        parameters=[
            OpenApiParameter("since", str, description="First day; the last talk's if left out")
        ],
        responses=PDF,
        operation_id="session_prep_pdf",
    )
    def get(self, request: Request, client_id: UUID) -> HttpResponse:
        """Download the page for the next talk."""
        person, at = person_of(request), clock.now()
        client = program_access.get_client(person, client_id)
        asked = SinceInput(data=request.query_params.dict())
        asked.is_valid(raise_exception=True)
        audit.record(
            actor=actor_of(request, Role.CLINICIAN), action="export", subject="progress",
            clients=[client_id], at=at, detail="session prep",
        )  # fmt: skip

        prep = prepare_session(client=client, reader=person, at=at, **asked.validated_data)

        pdf = services.prep_paper(sheet=Sheet(client, person.language, at), prep=prep)
        return as_pdf(pdf, name=f"page-{prep['last'].isoformat()}.pdf")


def _plan(rows: QuerySet[Plan], reader: Reader, language: str) -> HttpResponse:
    reading = disclosures.newest(rows, reader=reader)
    audit.record(
        actor=reader.actor, action="export", subject="plans_plan", subject_id=reading.plan.pk,
        clients=[reader.client.pk], at=reader.at,
    )  # fmt: skip
    sheet = Sheet(reader.client, language, reader.at)
    name = f"plan-{clock.local_day(reader.at, reader.client.timezone).isoformat()}.pdf"
    return as_pdf(services.plan_paper(sheet=sheet, reading=reading), name=name)


class ClientPlanPaper(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(parameters=[KIND], responses=PDF, operation_id="client_plan_pdf")
    def get(self, request: Request, client_id: UUID, kind: str) -> HttpResponse:
        """Download the newest version of a client's plan."""
        person, at = person_of(request), clock.now()
        rows = access.plan_of_client(person, client_id, kind)
        client = program_access.get_client(person, client_id)
        actor = actor_of(request, Role.CLINICIAN)
        return _plan(rows, Reader(client, Party.CLINICIAN, actor, at), person.language)


class OwnPlanPaper(APIView):
    permission_classes = (IsClient,)

    @extend_schema(parameters=[KIND], responses=PDF, operation_id="own_plan_pdf")
    def get(self, request: Request, kind: str) -> HttpResponse:
        """Download the newest version of my own plan."""
        person, at = person_of(request), clock.now()
        return _plan(access.own_plan(person, kind), _mine(request, person, at), person.language)


def _mine(request: Request, person: User, at: datetime) -> Reader:
    return Reader(person, Party.CLIENT, actor_of(request, Role.CLIENT), at)
