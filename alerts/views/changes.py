"""Door through which an open inbox hears of changes: asked every few seconds, mostly answered 304.

Asking and not holding a line open: each answer takes a thread for milliseconds, and whoever was
away for an hour asks the very same question.
"""

import hashlib

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClinician, actor_of, person_of
from accounts.models import Role
from alerts import access, selectors
from alerts.models import Alert
from alerts.selectors.changes import Changes, changes
from alerts.selectors.glance import glances
from alerts.serializers.changes import ChangesInput, ChangesOutput, cursor_of
from core import audit, clock

SINCE = OpenApiParameter("since", str, description="The cursor of the last answer; else begin now")


class AlertChanges(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(parameters=[SINCE], responses={200: ChangesOutput, 304: None})
    def get(self, request: Request) -> Response:
        """Read which of one's alerts changed. Send back the ETag: 304 when there is nothing new."""
        person, at = person_of(request), clock.now()
        shape = ChangesInput(data=request.query_params.dict())
        shape.is_valid(raise_exception=True)

        found = changes(access.visible_to(person), since=shape.horizon())
        tag = _tag(found)
        if request.headers.get("If-None-Match") == tag and not found.reload:
            return Response(status=304, headers={"ETag": tag})

        rows = _rows(found)
        if rows:
            audit.record(
                actor=actor_of(request, Role.CLINICIAN), action="read", subject="alerts_alert",
                clients=[row.client_id for row in rows], at=at,
            )  # fmt: skip
        about = {"cursor": cursor_of(found.horizon), "reload": found.reload, "alerts": rows}
        context = {"at": at, "glances": glances(rows, at=at)}
        answer = ChangesOutput(about, context=context).data
        return Response(answer, headers={"ETag": tag})


def _tag(found: Changes) -> str:
    return f'"{hashlib.sha256(found.tag.encode()).hexdigest()[:20]}"'


def _rows(found: Changes) -> list[Alert]:
    if found.reload or not found.alerts:
        return []
    return list(selectors.with_details(Alert.objects.filter(pk__in=found.alerts)))
