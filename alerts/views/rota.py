"""Doors of the rota and of a clinic's pagers, for administrators."""

from datetime import timedelta
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsAdministrator, actor_of
from accounts.models import Role, User
from alerts import selectors, services
from alerts.models import Pager, RotaShift
from alerts.serializers import (
    PagerInput,
    PagerListOutput,
    PersonInput,
    RotaOutput,
    RotaQuery,
    SecretOutput,
    ShiftOutput,
    ShiftsOutput,
    TurnInput,
    WeeklyInput,
)
from core import clock
from core.shapes import sent
from program import access as program_access
from program.models import Program
from program.views.places import asked_program

MOST = 1000
PROGRAM = OpenApiParameter("program", UUID, required=True)


class Rota(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(
        parameters=[
            PROGRAM,
            OpenApiParameter("from", str, required=True),
            OpenApiParameter("to", str, required=True),
        ],
        responses=RotaOutput,
    )
    def get(self, request: Request) -> Response:
        """Read who is on call in a period, and the times at which nobody will be watching."""
        query = RotaQuery(data=request.query_params.dict())
        query.is_valid(raise_exception=True)
        program = _program(query.validated_data["program"])
        start = clock.at_wall_clock(query.validated_data["from"], 0, program.timezone)
        last = query.validated_data["to"] + timedelta(days=1)
        end = clock.at_wall_clock(last, 0, program.timezone)

        shifts = selectors.rota(program, start=start, end=end)[:MOST]
        since = max(start, clock.now())
        gaps = selectors.rota_gaps(program, start=since, end=end) if since < end else []

        return Response(RotaOutput({"shifts": shifts, "gaps": gaps}).data)

    @extend_schema(request=TurnInput, responses={201: ShiftOutput})
    def post(self, request: Request) -> Response:
        """Put somebody on call once."""
        values = sent(request, TurnInput).validated_data
        values["program"] = _program(values["program"])
        values["person"] = program_access.administered(User.objects.all(), values["person"])

        shift = services.put_on_call(
            turn=services.Turn(**values),
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(ShiftOutput(shift).data, status=201)


class WeeklyRota(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=WeeklyInput, responses={201: ShiftsOutput})
    def post(self, request: Request) -> Response:
        """Put somebody on call every week; all turns or none."""
        values = sent(request, WeeklyInput).validated_data
        values["program"] = _program(values["program"])
        values["person"] = program_access.administered(User.objects.all(), values["person"])
        values["weekdays"] = tuple(values["weekdays"])

        shifts = services.put_on_call_weekly(
            weekly=services.Weekly(**values),
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(ShiftsOutput({"shifts": shifts}).data, status=201)


class OneShift(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, shift_id: UUID) -> Response:
        """Take somebody off call, of a turn that is still to come."""
        shift = program_access.administered(RotaShift.objects.all(), shift_id)

        services.take_off_call(
            shift=shift, actor=actor_of(request, Role.ADMINISTRATOR), at=clock.now()
        )

        return Response(status=204)


class SwapShift(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=PersonInput, responses=ShiftOutput)
    def post(self, request: Request, shift_id: UUID) -> Response:
        """Give a turn, or what is left of it, to somebody else."""
        shift = program_access.administered(RotaShift.objects.all(), shift_id)
        values = sent(request, PersonInput).validated_data

        swapped = services.swap(
            shift=shift,
            person=program_access.administered(User.objects.all(), values["person"]),
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(ShiftOutput(swapped).data)


class Pagers(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(parameters=[PROGRAM], responses=PagerListOutput)
    def get(self, request: Request) -> Response:
        """Read a program's pagers, and how far the newest call to each got."""
        rows = list(selectors.pagers(asked_program(request))[:50])
        context = {"last_calls": selectors.last_calls([row.pk for row in rows])}

        return Response(PagerListOutput({"results": rows}, context=context).data)

    @extend_schema(request=PagerInput, responses={201: SecretOutput})
    def post(self, request: Request) -> Response:
        """Add a pager under an agreement; its secret is shown this once."""
        values = sent(request, PagerInput).validated_data
        program = _program(values.pop("program"))

        pager, secret = services.add_pager(
            program=program,
            machine=services.Machine(**values),
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(SecretOutput({"id": pager.pk, "secret": secret}).data, status=201)


class OnePager(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, pager_id: UUID) -> Response:
        """Call it no more."""
        services.end_pager(
            pager=_pager(pager_id), actor=actor_of(request, Role.ADMINISTRATOR), at=clock.now()
        )

        return Response(status=204)


class RotatePager(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=None, responses=SecretOutput)
    def post(self, request: Request, pager_id: UUID) -> Response:
        """Give it a new secret, shown this once; the old one signs as well for a day."""
        secret = services.rotate_secret(
            pager=_pager(pager_id), actor=actor_of(request, Role.ADMINISTRATOR), at=clock.now()
        )

        return Response(SecretOutput({"id": pager_id, "secret": secret}).data)


class TryPager(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=None, responses={204: None})
    def post(self, request: Request, pager_id: UUID) -> Response:
        """Call it once for a trial; how far that got stands in the list."""
        services.try_pager(
            pager=_pager(pager_id), actor=actor_of(request, Role.ADMINISTRATOR), at=clock.now()
        )

        return Response(status=204)


def _program(key: UUID) -> Program:
    return program_access.administered(Program.objects.all(), key)


def _pager(key: UUID) -> Pager:
    return program_access.administered(Pager.objects.filter(ended_at=None), key)
