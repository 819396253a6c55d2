"""Doors of program: who I am, and my sessions."""

from datetime import date

from django.utils.decorators import method_decorator
from django.views.decorators.csrf import ensure_csrf_cookie
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, SignedIn, person_of, second_factor
from core.pagination import Page
from program import access, selectors
from program.serializers import MeOutput, SessionOutput, SessionPeriodInput


@method_decorator(ensure_csrf_cookie, name="dispatch")
class Me(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(responses=MeOutput)
    def get(self, request: Request) -> Response:
        """Say who is signed in. Sets the CSRF cookie, even when nobody is."""
        person = person_of(request)
        about = {
            "person": person,
            "program": selectors.program_of(person_id=person.pk),
            "second_factor": second_factor(request._request, person),
        }

        return Response(MeOutput(about).data)


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
        period = SessionPeriodInput(data=request.query_params.dict())
        period.is_valid(raise_exception=True)
        days, person = period.validated_data, person_of(request)

        rows = selectors.sessions_on(
            access.sessions_of(person),
            first=days.get("from"),
            last=days.get("to"),
            zone=person.timezone,
        )

        page = SessionPage()
        found = page.paginate_queryset(rows, request, view=self) or []
        titles = selectors.skill_titles(found, language=person.language)
        shape = SessionOutput(found, many=True, context={"skill_titles": titles})
        return page.get_paginated_response(shape.data)
