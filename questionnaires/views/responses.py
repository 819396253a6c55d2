"""Doors of answers: a client hands in and reads their own; the care team reads and imports."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, IsClinician, SignedIn, actor_of, person_of
from accounts.models import Role
from core import audit, clock
from core.pagination import Page
from program import access as program_access
from questionnaires import access, selectors, services
from questionnaires.serializers.responses import (
    ClientResponseOutput,
    DraftInput,
    FhirOutput,
    FollowUpInput,
    FollowUpOutput,
    OwnResponseOutput,
    ReceiptOutput,
    ResponseImportInput,
    ResponseInput,
)
from questionnaires.services import Receipt
from questionnaires.views.library import FileParser


class ResponsePage(Page):
    ordering = ("-answered_on", "-received_at", "-id")


class Responses(APIView):
    permission_classes = (IsClient,)
    pagination_class = ResponsePage

    @extend_schema(
        request=ResponseInput,
        responses={201: ReceiptOutput, 200: ReceiptOutput},
        operation_id="hand_in_questionnaire",
    )
    def post(self, request: Request) -> Response:
        """Hand in a whole questionnaire. Safe to send again."""
        at, person = clock.now(), person_of(request)
        program_access.own_enrolment(person, at=at)
        shape = ResponseInput(data=request.data)
        shape.is_valid(raise_exception=True)

        receipt = services.hand_in(
            client_id=person.pk,
            submission=shape.submission(),
            actor=actor_of(request, Role.CLIENT),
            at=at,
        )

        return _answered(receipt)

    @extend_schema(
        responses=OwnResponseOutput(many=True), operation_id="own_questionnaire_responses"
    )
    def get(self, request: Request) -> Response:
        """Read what one handed in, the newest first."""
        rows = selectors.with_details(access.own_responses(person_of(request)))

        page = ResponsePage()
        found = page.paginate_queryset(rows, request, view=self)
        return page.get_paginated_response(OwnResponseOutput(found, many=True).data)


class Draft(APIView):
    permission_classes = (IsClient,)

    @extend_schema(
        request=DraftInput,
        responses={201: ReceiptOutput, 200: ReceiptOutput},
        operation_id="save_questionnaire_draft",
    )
    def put(self, request: Request, submission_id: UUID) -> Response:
        """Keep what was answered so far. Safe to send again; what is critical counts at once."""
        at, person = clock.now(), person_of(request)
        program_access.own_enrolment(person, at=at)
        shape = DraftInput(data=request.data)
        shape.is_valid(raise_exception=True)

        receipt = services.save_draft(
            client_id=person.pk,
            submission=shape.submission(submission_id),
            actor=actor_of(request, Role.CLIENT),
            at=at,
        )

        return _answered(receipt)


class FollowUp(APIView):
    permission_classes = (IsClient,)

    @extend_schema(
        request=FollowUpInput,
        responses={201: FollowUpOutput, 200: FollowUpOutput},
        operation_id="answer_follow_up",
    )
    def post(self, request: Request, submission_id: UUID) -> Response:
        """Say more after a critical answer. Every question can be left out; safe to send again."""
        person = person_of(request)
        shape = FollowUpInput(data=request.data)
        shape.is_valid(raise_exception=True)

        row, is_new = services.answer_follow_up(
            client_id=person.pk,
            sending=shape.sending(submission_id),
            actor=actor_of(request, Role.CLIENT),
            at=clock.now(),
        )

        return Response(FollowUpOutput(row).data, status=201 if is_new else 200)


class ResponseAsFhir(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(responses=FhirOutput, operation_id="questionnaire_response_as_fhir")
    def get(self, request: Request, response_id: UUID) -> Response:
        """Take out a response as a FHIR R4 QuestionnaireResponse: one's own, or one's client's."""
        person = person_of(request)
        found = access.get_response(person, response_id)
        role = Role.CLIENT if found.client_id == person.pk else Role.CLINICIAN

        audit.record(
            actor=actor_of(request, role), action="export", subject="questionnaires_response",
            subject_id=found.pk, clients=[found.client_id], at=clock.now(),
        )  # fmt: skip

        return Response(services.as_fhir(found))


class ClientResponses(APIView):
    permission_classes = (IsClinician,)
    parser_classes = (FileParser,)
    pagination_class = ResponsePage

    @extend_schema(
        responses=ClientResponseOutput(many=True), operation_id="client_questionnaire_responses"
    )
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read what a client answered, with scores."""
        rows = access.responses_of_client(person_of(request), client_id)

        audit.record(
            actor=actor_of(request, Role.CLINICIAN), action="read",
            subject="questionnaires_response", clients=[client_id], at=clock.now(),
        )  # fmt: skip

        page = ResponsePage()
        found = page.paginate_queryset(selectors.with_details(rows), request, view=self)
        return page.get_paginated_response(ClientResponseOutput(found, many=True).data)

    @extend_schema(
        request=ResponseImportInput,
        responses={201: ClientResponseOutput, 200: ClientResponseOutput},
        operation_id="import_questionnaire_response",
    )
    def post(self, request: Request, client_id: UUID) -> Response:
        """Take in a FHIR R4 QuestionnaireResponse from elsewhere. Its total is not believed."""
        person = person_of(request)
        client = program_access.get_client(person, client_id)
        shape = ResponseImportInput(data=request.data)
        shape.is_valid(raise_exception=True)

        row, is_new = services.import_response(
            client=client,
            text=shape.validated_data["file"],
            actor=actor_of(request, Role.CLINICIAN),
            at=clock.now(),
        )

        shown = ClientResponseOutput(access.get_response(person, row.pk)).data
        return Response(shown, status=201 if is_new else 200)


def _answered(receipt: Receipt) -> Response:
    shape = ReceiptOutput(receipt.response, context={"left_out": receipt.left_out})
    return Response(shape.data, status=201 if receipt.is_new else 200)
