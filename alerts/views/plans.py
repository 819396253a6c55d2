"""Door of the safety plan of the client whom an alert is about."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClinician, actor_of, person_of
from accounts.models import Role
from alerts import access
from core import clock
from plans import disclosures
from plans import selectors as plan_selectors
from plans.disclosures import Reader
from plans.models import Kind, Party
from plans.serializers import SafetyPlanOutput


class AlertSafetyPlan(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(responses=SafetyPlanOutput, operation_id="alert_safety_plan")
    def get(self, request: Request, alert_id: UUID) -> Response:
        """Read the newest safety plan of the client, for whoever answers the alert.

        Also for somebody who is not on the team but was told, for as long as they answer for it.
        """
        at = clock.now()
        client = access.get_for(person_of(request), alert_id).client

        reading = disclosures.newest(
            plan_selectors.versions(client_id=client.pk, kind=Kind.SAFETY),
            reader=Reader(client, Party.CLINICIAN, actor_of(request, Role.CLINICIAN), at),
        )

        context = {"today": clock.local_day(at, client.timezone)}
        return Response(SafetyPlanOutput(reading, context=context).data)
