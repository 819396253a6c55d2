"""Doors of admissions: what is open to everybody, and the administrators' inbox."""

from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsAdministrator, actor_of, address_of, person_of
from accounts.models import Role
from admissions import access, selectors, services
from admissions.models import CallRequest
from admissions.rules import guide, keeping
from admissions.serializers import (
    CallFormOutput,
    CallReceivedOutput,
    CallRequestInput,
    CallRequestOutput,
    CloseCallInput,
    FactsOutput,
    GuideOutput,
    InboxQuery,
)
from core import audit, clock
from core.identity import System, acting_as
from core.pagination import Page

# The same for everybody, and nobody's: a shared cache may keep it.
FOR_EVERYBODY = {"Cache-Control": "public, max-age=3600"}


class Guide(APIView):
    permission_classes = (AllowAny,)
    authentication_classes = ()

    @extend_schema(responses=GuideOutput)
    def get(self, request: Request) -> Response:
        """Read the guide to levels of care. Whoever asks answers it on their own device."""
        return Response(guide.table(), headers=FOR_EVERYBODY)


class ProgramFacts(APIView):
    permission_classes = (AllowAny,)
    authentication_classes = ()

    @extend_schema(responses=FactsOutput)
    def get(self, request: Request) -> Response:
        """Read the programs and their telephones."""
        shape = FactsOutput({"programs": selectors.programs()})
        return Response(shape.data, headers=FOR_EVERYBODY)


class CallRequests(APIView):
    """No session is read here, so there is nothing that another site could misuse."""

    permission_classes = (AllowAny,)
    authentication_classes = ()

    @extend_schema(responses=CallFormOutput)
    def get(self, request: Request) -> Response:
        """Open the form: a token that the request is sent with, once, after a moment."""
        wait = int(keeping.LEAST_TIME_TO_FILL.total_seconds())
        token = services.new_form(at=clock.now())
        return Response(CallFormOutput({"token": token, "wait_seconds": wait}).data)

    @extend_schema(
        request=CallRequestInput,
        responses={202: CallReceivedOutput, 429: OpenApiResponse(description="Too many came.")},
    )
    def post(self, request: Request) -> Response:
        """Ask to be called. The answer is the same whoever asks, and however often."""
        shape = CallRequestInput(data=request.data)
        shape.is_valid(raise_exception=True)

        with acting_as(System.ADMISSIONS):
            services.ask_for_call(ask=shape.ask(), address=address_of(request), at=clock.now())

        return Response(CallReceivedOutput({"received": True}).data, status=202)


class CallRequestPage(Page):
    ordering = ("asked_at", "pk")


class CallInbox(APIView):
    permission_classes = (IsAdministrator,)
    pagination_class = CallRequestPage

    @extend_schema(
        parameters=[
            OpenApiParameter("state", str, enum=selectors.STATES),
            OpenApiParameter("suspected", str, enum=("true", "false")),
        ],
        responses=CallRequestOutput(many=True),
        operation_id="call_inbox",
    )
    def get(self, request: Request) -> Response:
        """Read who asked to be called, whoever waits longest first."""
        query = InboxQuery(data=_filters(request))
        query.is_valid(raise_exception=True)
        wish = query.validated_data
        rows = selectors.in_state(
            access.visible_to(person_of(request)),
            state=wish["state"],
            suspected=wish["suspected"] == "true",
        )

        page = CallRequestPage()
        found = page.paginate_queryset(rows, request, view=self)
        _note_reading(request)
        return page.get_paginated_response(CallRequestOutput(found, many=True).data)


def _filters(request: Request) -> dict[str, str]:
    paging = {"cursor", "page_size"}
    sent = request.query_params.dict()
    return {name: str(value) for name, value in sent.items() if name not in paging}


def _note_reading(request: Request) -> None:
    actor = actor_of(request, Role.ADMINISTRATOR)
    audit.record(actor=actor, action="read", subject="admissions_callrequest", at=clock.now())


def _shown(request: Request, row: CallRequest) -> Response:
    return Response(CallRequestOutput(access.get(person_of(request), row.pk)).data)


class RecordCall(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=None, responses=CallRequestOutput)
    def post(self, request: Request, request_id: UUID) -> Response:
        """Note that one called; each time is one more try."""
        person = person_of(request)
        row = access.get(person, request_id)

        services.record_call(
            request=row, by=person, actor=actor_of(request, Role.ADMINISTRATOR), at=clock.now()
        )

        return _shown(request, row)


class CloseCallRequest(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=CloseCallInput, responses=CallRequestOutput)
    def post(self, request: Request, request_id: UUID) -> Response:
        """Close a request with what came of it."""
        person = person_of(request)
        row = access.get(person, request_id)
        shape = CloseCallInput(data=request.data)
        shape.is_valid(raise_exception=True)

        actor = actor_of(request, Role.ADMINISTRATOR)
        services.close(request=row, by=person, actor=actor, at=clock.now(), **shape.validated_data)

        return _shown(request, row)


class ReopenCallRequest(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=None, responses=CallRequestOutput)
    def post(self, request: Request, request_id: UUID) -> Response:
        """Open a closed request again."""
        row = access.get(person_of(request), request_id)

        services.reopen(request=row, actor=actor_of(request, Role.ADMINISTRATOR), at=clock.now())

        return _shown(request, row)
