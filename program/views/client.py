"""The door that tells those who look after a client who it is."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClinician, actor_of, person_of
from accounts.models import Role
from core import audit, clock
from program import access, selectors
from program.serializers.enrolments import ClientOutput


class OneClient(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(responses=ClientOutput)
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read a client's name, zone, level of care and week in the program."""
        at = clock.now()
        client = access.get_client(person_of(request), client_id)
        audit.record(
            actor=actor_of(request, Role.CLINICIAN), action="read", subject="accounts_user",
            subject_id=client.pk, clients=[client.pk], at=at,
        )  # fmt: skip

        return Response(ClientOutput(selectors.standing_of(client, at=at)).data)
