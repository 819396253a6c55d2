"""Doors of personal items: a clinician sets, changes and ends them; a client reads their own."""

from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, IsClinician, actor_of, person_of
from accounts.models import Role
from checkins import access, services
from checkins.lists import record_read
from checkins.models import PersonalItem
from checkins.serializers import (
    STATES,
    PersonalItemChange,
    PersonalItemInput,
    PersonalItemOutput,
    PersonalItemsInput,
)
from core import clock
from core.pagination import Page
from program import access as program_access

STATE = [OpenApiParameter("state", str, enum=STATES, default="in_force")]


class ItemPage(Page):
    ordering = ("place", "version", "pk")


def _show(rows: QuerySet[PersonalItem], request: Request, view: APIView) -> Response:
    asked = PersonalItemsInput(data=request.query_params.dict())
    asked.is_valid(raise_exception=True)
    if asked.validated_data["state"] == "in_force":
        rows = rows.filter(ended_at=None)
    page = ItemPage()
    found = page.paginate_queryset(rows, request, view=view)
    return page.get_paginated_response(PersonalItemOutput(found, many=True).data)


class PersonalItems(APIView):
    permission_classes = (IsClient,)
    pagination_class = ItemPage

    @extend_schema(
        parameters=STATE, responses=PersonalItemOutput(many=True), operation_id="own_personal_items"
    )
    def get(self, request: Request) -> Response:
        """Read what one's own check-in asks besides the rest; with state=all also older words."""
        return _show(access.own_items(person_of(request)), request, self)


class ClientPersonalItems(APIView):
    permission_classes = (IsClinician,)
    pagination_class = ItemPage

    @extend_schema(
        parameters=STATE,
        responses=PersonalItemOutput(many=True),
        operation_id="client_personal_items",
    )
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read what the check-in of a client that one looks after asks besides the rest."""
        rows = access.items_of_client(person_of(request), client_id)

        record_read(request, "checkins_personalitem", client_id)

        return _show(rows, request, self)

    @extend_schema(request=PersonalItemInput, responses={201: PersonalItemOutput})
    def post(self, request: Request, client_id: UUID) -> Response:
        """Ask the client about one thing more; there is room for five."""
        clinician = person_of(request)
        client = program_access.get_client(clinician, client_id)
        shape = PersonalItemInput(data=request.data)
        shape.is_valid(raise_exception=True)

        item = services.set_item(
            client_id=client.pk,
            wanted=services.Wanted(**shape.validated_data),
            clinician=clinician,
            actor=actor_of(request, Role.CLINICIAN),
            at=clock.now(),
        )

        return Response(PersonalItemOutput(item).data, status=201)


class ClientPersonalItem(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(request=PersonalItemChange, responses=PersonalItemOutput)
    def put(self, request: Request, client_id: UUID, item: UUID) -> Response:
        """Ask in other words or on another scale from now on; what was answered stays."""
        clinician = person_of(request)
        present = access.get_item_of_client(clinician, client_id, item)
        shape = PersonalItemChange(data=request.data)
        shape.is_valid(raise_exception=True)

        changed = services.change_item(
            item=present,
            wanted=services.Wanted(**shape.validated_data, kind=present.kind),
            clinician=clinician,
            actor=actor_of(request, Role.CLINICIAN),
            at=clock.now(),
        )

        return Response(PersonalItemOutput(changed).data)

    @extend_schema(responses=PersonalItemOutput)
    def delete(self, request: Request, client_id: UUID, item: UUID) -> Response:
        """Ask about an item no more; what was answered stays."""
        present = access.get_item_of_client(person_of(request), client_id, item)

        ended = services.end_item(
            item=present, actor=actor_of(request, Role.CLINICIAN), at=clock.now()
        )

        return Response(PersonalItemOutput(ended).data)
