"""Doors of staff: requests for access, statements, complaints, and the register of breaches."""

from datetime import date
from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsAdministrator, IsStaff, actor_of, person_of
from accounts.models import Role
from core import clock
from core.audit import Actor
from core.pagination import Page
from core.shapes import sent_values
from program.selectors import program_day
from records import access, selectors, services
from records.models import AccessRequest, Breach
from records.serializers.staff import (
    AccessAnswerInput,
    BreachInput,
    BreachOutput,
    ComplaintAnswerInput,
    ExtensionInput,
    RecordedComplaintInput,
    RecordedRequestInput,
    StaffAccessRequestOutput,
    StaffComplaintOutput,
    StaffStatementOutput,
    StatementAnswerInput,
)
from records.services import Asking, Grievance, Known, Place
from records.views.steps import WrittenPage, note_reading, page_of, staff_of


class DuePage(Page):
    ordering = ("due_on", "pk")


class DiscoveredPage(Page):
    ordering = ("-discovered_on", "pk")


class BreachVersionPage(Page):
    ordering = ("-version",)


def _administrator(request: Request) -> Actor:
    return actor_of(request, Role.ADMINISTRATOR)


def _today() -> date:
    return program_day(clock.now())


def _asked(row: AccessRequest, *, status: int = 200) -> Response:
    return Response(StaffAccessRequestOutput(row, context={"today": _today()}).data, status=status)


class StaffAccessRequests(APIView):
    permission_classes = (IsAdministrator,)
    pagination_class = DuePage

    @extend_schema(responses=StaffAccessRequestOutput(many=True), operation_id="access_requests")
    def get(self, request: Request) -> Response:
        """Read every request for access, in the order in which they are due."""
        page = DuePage()
        found = page_of(self, request, access.all_requests(), page)
        note_reading(
            request, "records_accessrequest", [row.client_id for row in found], at=clock.now()
        )
        shape: Any = StaffAccessRequestOutput(found, many=True, context={"today": _today()})
        return page.get_paginated_response(shape.data)

    @extend_schema(request=RecordedRequestInput, responses={201: StaffAccessRequestOutput})
    def post(self, request: Request) -> Response:
        """Record a request that came by letter, in person, by telephone or by e-mail."""
        values = sent_values(request, RecordedRequestInput)
        client = access.get_client_of_staff(person_of(request), values.pop("client"))

        row = services.ask_for_access(
            client=client, asking=Asking(**values), actor=_administrator(request), at=clock.now()
        )

        return _asked(row, status=201)


class ExtendAccess(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=ExtensionInput, responses=StaffAccessRequestOutput)
    def post(self, request: Request, request_id: UUID) -> Response:
        """Take thirty more days, once, for a reason that the client reads."""
        asked = access.get_request(person_of(request), request_id)
        row = services.extend_access(
            asked=asked, reason=sent_values(request, ExtensionInput)["reason"],
            actor=_administrator(request), at=clock.now(),
        )  # fmt: skip
        return _asked(row)


class AnswerAccess(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=AccessAnswerInput, responses=StaffAccessRequestOutput)
    def post(self, request: Request, request_id: UUID) -> Response:
        """Say what became of a request."""
        asked = access.get_request(person_of(request), request_id)
        row = services.answer_access(
            asked=asked, actor=_administrator(request), at=clock.now(),
            **sent_values(request, AccessAnswerInput),
        )  # fmt: skip
        return _asked(row)


class StaffStatements(APIView):
    permission_classes = (IsStaff,)
    pagination_class = WrittenPage

    @extend_schema(responses=StaffStatementOutput(many=True), operation_id="statements")
    def get(self, request: Request) -> Response:
        """Read clients' statements beside their records."""
        page = WrittenPage()
        found = page_of(self, request, access.statements_for(person_of(request)), page)
        note_reading(
            request, "records_correction", [row.client_id for row in found], at=clock.now()
        )
        return page.get_paginated_response(StaffStatementOutput(found, many=True).data)


class AnswerStatement(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=StatementAnswerInput, responses=StaffStatementOutput)
    def post(self, request: Request, statement_id: UUID) -> Response:
        """Accept a statement, or decline it for a reason. It stays beside the record."""
        row = services.answer_statement(
            statement=access.get_statement(person_of(request), statement_id),
            actor=staff_of(request), at=clock.now(), **sent_values(request, StatementAnswerInput),
        )  # fmt: skip
        return Response(StaffStatementOutput(row).data)


class ComplaintLog(APIView):
    permission_classes = (IsAdministrator,)
    pagination_class = WrittenPage

    @extend_schema(responses=StaffComplaintOutput(many=True), operation_id="complaint_log")
    def get(self, request: Request) -> Response:
        """Read the log of complaints."""
        page = WrittenPage()
        found = page_of(self, request, access.all_complaints(), page)
        note_reading(request, "records_complaint", [row.person_id for row in found], at=clock.now())
        return page.get_paginated_response(StaffComplaintOutput(found, many=True).data)


class RecordComplaint(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=RecordedComplaintInput, responses={201: StaffComplaintOutput})
    def post(self, request: Request) -> Response:
        """Write down a complaint for somebody. Tell them that they may complain to HHS, too."""
        values, by = sent_values(request, RecordedComplaintInput), person_of(request)
        key = values.pop("person")
        person = access.get_anybody(by, key) if key else None

        row = services.complain(
            person=person, by=by, grievance=Grievance(**values), actor=staff_of(request),
            at=clock.now(),
        )  # fmt: skip

        return Response(StaffComplaintOutput(row).data, status=201)


class AnswerComplaint(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=ComplaintAnswerInput, responses=StaffComplaintOutput)
    def post(self, request: Request, complaint_id: UUID) -> Response:
        """Answer a complaint in words."""
        row = services.answer_complaint(
            complaint=access.get_complaint(complaint_id),
            answer=sent_values(request, ComplaintAnswerInput)["answer"],
            actor=_administrator(request), at=clock.now(),
        )  # fmt: skip
        return Response(StaffComplaintOutput(row).data)


def _written(request: Request, place: Place, values: dict[str, Any]) -> Breach:
    return services.write_breach(
        known=Known(**values), place=place, actor=_administrator(request), at=clock.now()
    )


def _shown(row: Breach, *, status: int = 200) -> Response:
    return Response(BreachOutput(row, context={"today": _today()}).data, status=status)


class Breaches(APIView):
    permission_classes = (IsAdministrator,)
    pagination_class = DiscoveredPage

    @extend_schema(responses=BreachOutput(many=True), operation_id="breaches")
    def get(self, request: Request) -> Response:
        """Read the register: each incident as it was last written down, with its deadlines."""
        page = DiscoveredPage()
        rows = selectors.newest_breaches().select_related("recorded_by")
        found = page_of(self, request, rows, page)
        note_reading(request, "records_breach", [], at=clock.now())
        shape: Any = BreachOutput(found, many=True, context={"today": _today()})
        return page.get_paginated_response(shape.data)

    @extend_schema(request=BreachInput, responses={201: BreachOutput})
    def post(self, request: Request) -> Response:
        """Write down a new incident."""
        values = sent_values(request, BreachInput)
        return _shown(_written(request, Place(after=values.pop("after")), values), status=201)


class OneBreach(APIView):
    permission_classes = (IsAdministrator,)
    pagination_class = BreachVersionPage

    @extend_schema(responses=BreachOutput(many=True), operation_id="breach_versions")
    def get(self, request: Request, series: UUID) -> Response:
        """Read every version of an incident, newest first."""
        page = BreachVersionPage()
        rows = selectors.versions_of_breach(access.get_breach(series))
        found = page_of(self, request, rows.select_related("recorded_by"), page)
        note_reading(request, "records_breach", [], at=clock.now())
        shape: Any = BreachOutput(found, many=True, context={"today": _today()})
        return page.get_paginated_response(shape.data)

    @extend_schema(
        request=BreachInput, responses={201: BreachOutput}, operation_id="write_breach_version"
    )
    def post(self, request: Request, series: UUID) -> Response:
        """Write the next version: what became known, was decided, or whom was told."""
        access.get_breach(series)
        values = sent_values(request, BreachInput)
        return _shown(_written(request, Place(series, values.pop("after")), values), status=201)
