"""Doors of a client's own sessions."""

from datetime import date
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, actor_of, person_of
from accounts.models import Role
from core import clock
from core.pagination import Page
from core.shapes import PeriodInput
from program import access, selectors, services
from program.serializers.sessions import CannotComeInput, CannotComeOutput, SessionOutput


class SessionPage(Page):
    ordering = ("starts_at", "pk")


class Sessions(APIView):
    permission_classes = (IsClient,)
    pagination_class = SessionPage

    @extend_schema(
        parameters=[
            OpenApiParameter("from", date, description="First day"),
            OpenApiParameter("to", date, description="Last day"),
        ],
        responses=SessionOutput(many=True),
    )
    def get(self, request: Request) -> Response:
        """Read one's own sessions, the next one first."""
        period = PeriodInput(data=request.query_params.dict())
        period.is_valid(raise_exception=True)
        days, person = period.validated_data, person_of(request)

        rows = selectors.sessions_on(
            selectors.with_own_part(selectors.with_leaders(access.sessions_of(person)), person.pk),
            first=days.get("from"),
            last=days.get("to"),
            zone=person.timezone,
        )

        page = SessionPage()
        found = page.paginate_queryset(rows, request, view=self) or []
        titles = selectors.skill_titles(found, language=person.language)
        shape = SessionOutput(found, many=True, context={"skill_titles": titles})
        return page.get_paginated_response(shape.data)


class CannotCome(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=CannotComeInput, responses=CannotComeOutput)
    def put(self, request: Request, session_id: UUID) -> Response:
        """Say, before it begins, that I can't make it. The care team sees it."""
        person = person_of(request)
        session = access.get_own_session(person, session_id)
        shape = CannotComeInput(data=request.data)
        shape.is_valid(raise_exception=True)

        said = services.say_cannot_come(
            session=session,
            client_id=person.pk,
            reason=shape.validated_data["reason"],
            actor=actor_of(request, Role.CLIENT),
            at=clock.now(),
        )

        return Response(CannotComeOutput(said).data)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, session_id: UUID) -> Response:
        """Say that I can make it after all."""
        person = person_of(request)
        session = access.get_own_session(person, session_id)

        services.take_back_cannot_come(
            session=session,
            client_id=person.pk,
            actor=actor_of(request, Role.CLIENT),
            at=clock.now(),
        )

        return Response(status=204)
