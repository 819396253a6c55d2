"""Door of what a warning rests on."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClinician, actor_of, person_of
from accounts.models import Role
from alerts import access
from alerts.selectors import evidence
from alerts.serializers.evidence import EvidencesOutput
from core import audit, clock


class AlertEvidence(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(responses=EvidencesOutput, operation_id="alert_evidence")
    def get(self, request: Request, alert_id: UUID) -> Response:
        """Read every point behind an alert of the warning score; other alerts have none."""
        alert = access.get_for(person_of(request), alert_id)

        audit.record(
            actor=actor_of(request, Role.CLINICIAN), action="read", subject="alerts_warningscore",
            subject_id=alert.pk, clients=[alert.client_id], at=clock.now(),
        )  # fmt: skip

        return Response(EvidencesOutput({"results": evidence.of_alert(alert)}).data)
