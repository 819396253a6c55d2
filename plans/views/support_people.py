"""Doors of the people a client can turn to. They are the client's alone."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, actor_of, person_of
from accounts.models import Role
from core import clock
from core.pagination import Page
from plans import access, selectors, services
from plans.serializers import SupportPersonInput, SupportPersonOutput


class SupportPersonPage(Page):
    ordering = ("added_at", "pk")


class SupportPeople(APIView):
    permission_classes = (IsClient,)
    pagination_class = SupportPersonPage

    @extend_schema(responses=SupportPersonOutput(many=True))
    def get(self, request: Request) -> Response:
        """Read the people I can turn to, in the order in which I named them."""
        rows = selectors.living(access.support_people_of(person_of(request)))

        page = SupportPersonPage()
        found = page.paginate_queryset(rows, request, view=self)
        return page.get_paginated_response(SupportPersonOutput(found, many=True).data)

    @extend_schema(
        request=SupportPersonInput, responses={201: SupportPersonOutput, 200: SupportPersonOutput}
    )
    def post(self, request: Request) -> Response:
        """Name somebody I can turn to. Safe to send again."""
        shape = SupportPersonInput(data=request.data)
        shape.is_valid(raise_exception=True)

        added = services.add_support_person(
            client=person_of(request),
            contact=shape.contact(),
            actor=actor_of(request, Role.CLIENT),
            at=clock.now(),
        )

        return Response(SupportPersonOutput(added.person).data, status=201 if added.is_new else 200)


class OneSupportPerson(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=SupportPersonInput, responses=SupportPersonOutput)
    def put(self, request: Request, support_person_id: UUID) -> Response:
        """Change somebody's details."""
        person = access.get_support_person(person_of(request), support_person_id)
        shape = SupportPersonInput(data=request.data)
        shape.is_valid(raise_exception=True)

        services.change_support_person(
            person=person,
            contact=shape.contact(),
            actor=actor_of(request, Role.CLIENT),
            at=clock.now(),
        )

        return Response(SupportPersonOutput(person).data)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, support_person_id: UUID) -> Response:
        """Take somebody off my list."""
        person = access.get_support_person(person_of(request), support_person_id)

        services.remove_support_person(
            person=person, actor=actor_of(request, Role.CLIENT), at=clock.now()
        )

        return Response(status=204)
