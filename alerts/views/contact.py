"""Doors for a client: ask to be contacted, say how one is reached, see what was noticed."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, IsClinician, actor_of, person_of, require_shown
from accounts.models import Role
from alerts import access
from alerts.selectors import reach
from alerts.serializers.contact import (
    ContactInput,
    ContactsOutput,
    ContactTakenOutput,
    MirrorOutput,
    ReachInput,
    ReachOutput,
    reach_shown,
)
from alerts.services import contact
from core import audit, clock
from core.pagination import Page


class ContactRequests(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses=ContactsOutput)
    def get(self, request: Request) -> Response:
        """Read when I asked to be contacted."""
        rows = reach.contact_requests(person_of(request).pk)

        return Response(ContactsOutput({"results": rows}).data)

    @extend_schema(
        request=ContactInput, responses={201: ContactTakenOutput, 200: ContactTakenOutput}
    )
    def post(self, request: Request) -> Response:
        """Ask staff to contact me. Safe to send again."""
        at = clock.now()
        shape = ContactInput(data=request.data)
        shape.is_valid(raise_exception=True)

        taken = contact.ask_for_contact(
            person=person_of(request),
            asking=shape.asking(at=at),
            actor=actor_of(request, Role.CLIENT),
            at=at,
        )

        return Response(ContactTakenOutput(taken).data, status=201 if taken.is_new else 200)


class OwnReach(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses=ReachOutput, operation_id="own_reach")
    def get(self, request: Request) -> Response:
        """Read how the program reaches me, and whether it is time to check it."""
        row = reach.newest_reach(person_of(request).pk)

        return Response(reach_shown(row, at=clock.now()))

    @extend_schema(request=ReachInput, responses=ReachOutput)
    def put(self, request: Request) -> Response:
        """Say how I am reached, or that it is still right. A new number needs a fresh proof."""
        at = clock.now()
        shape = ReachInput(data=request.data)
        shape.is_valid(raise_exception=True)
        if not shape.said().keeps_numbers_of(reach.newest_reach(person_of(request).pk)):
            require_shown(request, at=at)

        row = contact.confirm_reach(
            client=person_of(request),
            said=shape.said(),
            actor=actor_of(request, Role.CLIENT),
            at=at,
        )

        return Response(reach_shown(row, at=at))


class ClientReach(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(responses=ReachOutput, operation_id="client_reach")
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read how a client is reached."""
        at = clock.now()
        client = access.client_to_reach(person_of(request), client_id)

        audit.record(
            actor=actor_of(request, Role.CLINICIAN), action="read", subject="alerts_reach",
            clients=[client.pk], at=at,
        )  # fmt: skip

        return Response(reach_shown(reach.newest_reach(client.pk), at=at))


class MirrorPage(Page):
    ordering = ("-flagged_at", "pk")


class OwnMirror(APIView):
    permission_classes = (IsClient,)
    pagination_class = MirrorPage

    @extend_schema(responses=MirrorOutput(many=True), operation_id="own_alerts")
    def get(self, request: Request) -> Response:
        """Read what was noticed about me, who looked, and what was done."""
        person, page = person_of(request), MirrorPage()
        found = page.paginate_queryset(access.own_mirror(person), request, view=self) or []
        context = {"language": person.language, "roles": reach.roles_on_team(person.pk)}

        return page.get_paginated_response(MirrorOutput(found, many=True, context=context).data)
