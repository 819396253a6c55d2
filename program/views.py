"""Doors of program: who I am, and my sessions."""

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
        parameters=[OpenApiParameter("from", str), OpenApiParameter("to", str)],
        responses=SessionOutput(many=True),
    )
    def get(self, request: Request) -> Response:
        """Read one's own sessions, the next one first."""
        period = SessionPeriodInput(data=request.query_params.dict())
        period.is_valid(raise_exception=True)
        moments = period.validated_data

        rows = selectors.sessions_between(
            access.sessions_of(person_of(request)),
            first=moments.get("from"),
            last=moments.get("to"),
        )

        page = SessionPage()
        found = page.paginate_queryset(rows, request, view=self)
        return page.get_paginated_response(SessionOutput(found, many=True).data)
