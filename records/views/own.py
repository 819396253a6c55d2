"""Doors of one's own record: requests, statements, complaints, and the notice."""

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, SignedIn, actor_of, person_of
from accounts.models import Role
from core import clock
from core.shapes import sent_values
from records import access, services
from records.serializers.own import (
    AccessRequestInput,
    AccessRequestOutput,
    ComplaintInput,
    ComplaintOutput,
    StatementInput,
    StatementOutput,
)
from records.services import Asking, Grievance, Statement
from records.views.steps import AskedPage, WrittenPage, as_pdf, as_who_i_am, listed


class AccessRequests(APIView):
    permission_classes = (IsClient,)
    pagination_class = AskedPage

    @extend_schema(responses=AccessRequestOutput(many=True), operation_id="own_access_requests")
    def get(self, request: Request) -> Response:
        """Read what I asked to see or have of my record, and the answers."""
        rows = access.requests_of(person_of(request))
        return listed(self, request, rows, AskedPage(), AccessRequestOutput)

    @extend_schema(request=AccessRequestInput, responses={201: AccessRequestOutput})
    def post(self, request: Request) -> Response:
        """Ask for more of my record than the app shows. The answer comes within thirty days."""
        row = services.ask_for_access(
            client=person_of(request), asking=Asking(**sent_values(request, AccessRequestInput)),
            actor=actor_of(request, Role.CLIENT), at=clock.now(),
        )  # fmt: skip
        return Response(AccessRequestOutput(row).data, status=201)


class Statements(APIView):
    permission_classes = (IsClient,)
    pagination_class = WrittenPage

    @extend_schema(responses=StatementOutput(many=True), operation_id="own_statements")
    def get(self, request: Request) -> Response:
        """Read my statements beside the record, and what staff said to them."""
        rows = access.statements_of(person_of(request))
        return listed(self, request, rows, WrittenPage(), StatementOutput)

    @extend_schema(request=StatementInput, responses={201: StatementOutput})
    def post(self, request: Request) -> Response:
        """Put a correction or a clarification beside the record. It stays there."""
        row = services.add_statement(
            client=person_of(request), statement=Statement(**sent_values(request, StatementInput)),
            actor=actor_of(request, Role.CLIENT), at=clock.now(),
        )  # fmt: skip
        return Response(StatementOutput(row).data, status=201)


class StatementsCopy(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses={(200, "application/pdf"): OpenApiTypes.BINARY})
    def get(self, request: Request) -> HttpResponse:
        """Download my statements and the answers."""
        person = person_of(request)
        pdf = services.statements_copy(client=person, language=person.language, at=clock.now())
        return as_pdf(pdf, name="copy.pdf")


class Complaints(APIView):
    permission_classes = (SignedIn,)
    pagination_class = WrittenPage

    @extend_schema(responses=ComplaintOutput(many=True), operation_id="own_complaints")
    def get(self, request: Request) -> Response:
        """Read my complaints and the answers."""
        rows = access.complaints_of(person_of(request))
        return listed(self, request, rows, WrittenPage(), ComplaintOutput)

    @extend_schema(request=ComplaintInput, responses={201: ComplaintOutput})
    def post(self, request: Request) -> Response:
        """Complain about how privacy is kept. Nobody is treated worse for it."""
        person = person_of(request)
        row = services.complain(
            person=person, by=person, grievance=Grievance(**sent_values(request, ComplaintInput)),
            actor=as_who_i_am(request), at=clock.now(),
        )  # fmt: skip
        return Response(ComplaintOutput(row).data, status=201)
