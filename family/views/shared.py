"""The relative's doors: what is shared with me, one client's card, and the rules of the page."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsFamily, actor_of, person_of
from accounts.models import Role
from core import clock
from family import disclosures
from family.access import put_there
from family.access import shared as access
from family.serializers.shared import (
    MarkOutput,
    SharedCardOutput,
    SharedPageOutput,
    card_body,
    page,
)
from family.services import shown


class SharedWithMe(APIView):
    permission_classes = (IsFamily,)

    @extend_schema(responses=SharedPageOutput, operation_id="shared_with_me")
    def get(self, request: Request) -> Response:
        """Read what is shared with me now, under the notice that goes with it."""
        at, person = clock.now(), person_of(request)

        found = access.shared_with(person, at=at)
        disclosures.record_showing(
            shown=found, recipient=person, actor=actor_of(request, Role.FAMILY), at=at
        )

        read = put_there.has_read_rules(person)
        whole = page(found, language=person.language, has_read_rules=read)
        return Response(SharedPageOutput(whole, context={"language": person.language}).data)


class SharedCard(APIView):
    permission_classes = (IsFamily,)

    @extend_schema(responses=SharedCardOutput, operation_id="shared_card")
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read the card of one client who shares with me now."""
        at, person = clock.now(), person_of(request)

        found = access.card_of(person, client_id, at=at)
        disclosures.record_showing(
            shown=[found], recipient=person, actor=actor_of(request, Role.FAMILY), at=at
        )

        return Response(card_body(found.card))


class SharedMark(APIView):
    permission_classes = (IsFamily,)

    @extend_schema(responses=MarkOutput)
    def get(self, request: Request) -> Response:
        """Ask whether what is shared with me changed. Shows nothing, so it leaves no disclosure."""
        mark = access.mark_of(person_of(request), at=clock.now())
        return Response(MarkOutput({"mark": mark}).data)


class ReadRules(APIView):
    permission_classes = (IsFamily,)

    @extend_schema(request=None, responses={204: None})
    def post(self, request: Request) -> Response:
        """Say that I read what this page is for. Safe to send again."""
        shown.read_rules(reader=person_of(request), at=clock.now())
        return Response(status=204)
