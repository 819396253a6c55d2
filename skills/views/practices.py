"""Doors of practices: one's own, sharing one, and those of a client that one looks after."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, IsClinician, actor_of, person_of
from accounts.models import Role
from core import audit, clock
from core.pagination import Page
from skills import access, selectors, services
from skills.serializers.practices import ClientPracticeOutput, PracticeInput, PracticeOutput


class PracticePage(Page):
    ordering = ("-started_at", "-id")


class Practices(APIView):
    permission_classes = (IsClient,)
    pagination_class = PracticePage

    @extend_schema(request=PracticeInput, responses={201: PracticeOutput, 200: PracticeOutput})
    def post(self, request: Request) -> Response:
        """Hand in a practice. Safe to send again."""
        person = person_of(request)
        shape = PracticeInput(data=request.data)
        shape.is_valid(raise_exception=True)

        receipt = services.log_practice(
            client_id=person.pk,
            submission=shape.submission(),
            actor=actor_of(request, Role.CLIENT),
            at=clock.now(),
        )

        stored = access.get_own(person, receipt.practice.pk)
        return Response(PracticeOutput(stored).data, status=201 if receipt.is_new else 200)

    @extend_schema(responses=PracticeOutput(many=True), operation_id="own_practices")
    def get(self, request: Request) -> Response:
        """Read one's own practices, the newest first."""
        rows = selectors.with_own_text(access.own(person_of(request)))

        page = PracticePage()
        found = page.paginate_queryset(rows, request, view=self)
        return page.get_paginated_response(PracticeOutput(found, many=True).data)


class SharePractice(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=None, responses=PracticeOutput)
    def post(self, request: Request, practice_id: UUID) -> Response:
        """Let one's care team read what was written in this practice."""
        practice = access.get_own(person_of(request), practice_id)

        services.share_practice(
            practice=practice, actor=actor_of(request, Role.CLIENT), at=clock.now()
        )

        return self._show(request, practice_id)

    @extend_schema(responses=PracticeOutput)
    def delete(self, request: Request, practice_id: UUID) -> Response:
        """Hide it from them again."""
        practice = access.get_own(person_of(request), practice_id)

        services.unshare_practice(
            practice=practice, actor=actor_of(request, Role.CLIENT), at=clock.now()
        )

        return self._show(request, practice_id)

    def _show(self, request: Request, practice_id: UUID) -> Response:
        return Response(PracticeOutput(access.get_own(person_of(request), practice_id)).data)


class ClientPractices(APIView):
    permission_classes = (IsClinician,)
    pagination_class = PracticePage

    @extend_schema(responses=ClientPracticeOutput(many=True), operation_id="client_practices")
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read what a client practised; what they wrote only where they share it."""
        rows = selectors.with_shared_text(access.of_client(person_of(request), client_id))

        audit.record(
            actor=actor_of(request, Role.CLINICIAN), action="read", subject="skills_practice",
            clients=[client_id], at=clock.now(),
        )  # fmt: skip

        page = PracticePage()
        found = page.paginate_queryset(rows, request, view=self)
        return page.get_paginated_response(ClientPracticeOutput(found, many=True).data)
