"""Doors of the library: administrators import and activate; clinicians see what can be asked."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsAdministrator, IsClinician, SignedIn, actor_of, person_of
from accounts.models import Role
from core import clock
from core.pagination import Page
from core.shapes import StrictJSONParser
from questionnaires import access, selectors, services
from questionnaires.serializers.forms import QuestionnaireFormOutput
from questionnaires.serializers.library import (
    AssignableOutput,
    ImportInput,
    LicenceInput,
    PreviewOutput,
    QuestionnaireDetailOutput,
    QuestionnaireOutput,
)


class FileParser(StrictJSONParser):
    """Lets a whole file through, written as one text within JSON."""

    most_bytes = 3 * 1024 * 1024


class VersionPage(Page):
    ordering = ("key", "-imported_at", "id")


class AssignablePage(Page):
    ordering = ("title", "language", "id")


class Questionnaires(APIView):
    permission_classes = (IsClinician,)
    pagination_class = AssignablePage

    @extend_schema(responses=AssignableOutput(many=True), operation_id="questionnaires")
    def get(self, request: Request) -> Response:
        """Read what can be asked of a client now."""
        page = AssignablePage()
        found = page.paginate_queryset(selectors.assignable(), request, view=self)
        return page.get_paginated_response(AssignableOutput(found, many=True).data)


class Form(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(responses=QuestionnaireFormOutput, operation_id="questionnaire_form")
    def get(self, request: Request, questionnaire_id: UUID) -> Response:
        """Read a version as a form: clients what they were asked, staff every version."""
        row = access.get_form(person_of(request), questionnaire_id)

        return Response(QuestionnaireFormOutput(row).data)


class Versions(APIView):
    permission_classes = (IsAdministrator,)
    parser_classes = (FileParser,)
    pagination_class = VersionPage

    @extend_schema(responses=QuestionnaireOutput(many=True), operation_id="questionnaire_versions")
    def get(self, request: Request) -> Response:
        """Read every version that was imported."""
        page = VersionPage()
        found = page.paginate_queryset(selectors.library(), request, view=self)
        return page.get_paginated_response(QuestionnaireOutput(found, many=True).data)

    @extend_schema(
        request=ImportInput,
        responses={201: QuestionnaireDetailOutput, 200: QuestionnaireDetailOutput},
        operation_id="import_questionnaire",
    )
    def post(self, request: Request) -> Response:
        """Import a FHIR R4 Questionnaire. It is asked of nobody before it is activated."""
        shape = ImportInput(data=request.data)
        shape.is_valid(raise_exception=True)

        row, is_new = services.import_questionnaire(
            wish=shape.wish(), actor=actor_of(request, Role.ADMINISTRATOR), at=clock.now()
        )

        return Response(QuestionnaireDetailOutput(row).data, status=201 if is_new else 200)


class PreviewVersion(APIView):
    permission_classes = (IsAdministrator,)
    parser_classes = (FileParser,)

    @extend_schema(request=ImportInput, responses=PreviewOutput)
    def post(self, request: Request) -> Response:
        """Check a file and read what importing it would store. Stores nothing."""
        shape = ImportInput(data=request.data)
        shape.is_valid(raise_exception=True)

        found = services.review(shape.wish())

        shown: dict[str, Any] = {"row": found.row, "known": found.known is not None}
        return Response(PreviewOutput(shown).data)


class OneVersion(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(responses=QuestionnaireDetailOutput, operation_id="questionnaire_version")
    def get(self, request: Request, questionnaire_id: UUID) -> Response:
        """Read one version: its form, how it is scored, what was left aside."""
        return Response(QuestionnaireDetailOutput(access.get_version(questionnaire_id)).data)


class Activate(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=None, responses=QuestionnaireOutput, operation_id="activate_version")
    def post(self, request: Request, questionnaire_id: UUID) -> Response:
        """Let a version be asked, in place of the one before it."""
        row = services.activate(
            row=access.get_version(questionnaire_id),
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(QuestionnaireOutput(row).data)


class Retire(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=None, responses=QuestionnaireOutput, operation_id="retire_version")
    def post(self, request: Request, questionnaire_id: UUID) -> Response:
        """Take a version out."""
        row = services.retire(
            row=access.get_version(questionnaire_id),
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(QuestionnaireOutput(row).data)


class ChangeLicence(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(
        request=LicenceInput, responses=QuestionnaireOutput, operation_id="license_version"
    )
    def post(self, request: Request, questionnaire_id: UUID) -> Response:
        """Write down another licence, with whom to name."""
        row = access.get_version(questionnaire_id)
        shape = LicenceInput(data=request.data)
        shape.is_valid(raise_exception=True)

        changed = services.change_licence(
            row=row,
            licensing=shape.licensing(),
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(QuestionnaireOutput(changed).data)
