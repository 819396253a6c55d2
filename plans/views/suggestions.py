"""Doors of what is offered to a discharge plan. Reading it writes nothing into the plan."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, IsClinician, actor_of, person_of
from accounts.models import Role
from core import audit, clock
from plans import selectors
from plans.models import Party
from plans.serializers.suggestions import SuggestionsOutput, by_section
from program import access as program_access


class OwnSuggestions(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses=SuggestionsOutput)
    def get(self, request: Request) -> Response:
        """Read what could go into my discharge plan, and where each thing stands already."""
        found = selectors.suggestions_for_discharge(
            client=person_of(request), party=Party.CLIENT, at=clock.now()
        )
        return Response(by_section(found))


class ClientSuggestions(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(responses=SuggestionsOutput)
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read what could go into the discharge plan of a client that one looks after."""
        at = clock.now()
        client = program_access.get_client(person_of(request), client_id)
        found = selectors.suggestions_for_discharge(client=client, party=Party.CLINICIAN, at=at)
        audit.record(
            actor=actor_of(request, Role.CLINICIAN), action="suggest", subject="plans_plan",
            clients=[client.pk], at=at,
        )  # fmt: skip
        return Response(by_section(found))
