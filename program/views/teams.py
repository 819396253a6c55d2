"""Doors of care teams, for administrators."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsAdministrator, actor_of
from accounts.models import Role, User
from core import clock
from program import access, services
from program.models import CareTeamMember, Enrolment
from program.serializers.common import TeamPlaceOutput
from program.serializers.enrolments import ChangePlaceInput, EndPlaceInput, TeamPlaceInput

ENROLMENTS = Enrolment.objects.select_related("program")
MEMBERS = CareTeamMember.objects.select_related("program", "clinician")


class Team(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=TeamPlaceInput, responses={201: TeamPlaceOutput})
    def post(self, request: Request, enrolment_id: UUID) -> Response:
        """Put a clinician on the client's team from a day on."""
        enrolment = access.administered(ENROLMENTS, enrolment_id)
        shape = TeamPlaceInput(data=request.data)
        shape.is_valid(raise_exception=True)
        values = dict(shape.validated_data)
        clinician = access.administered(User.objects.all(), values.pop("clinician"))

        member = services.join_team(
            enrolment=enrolment,
            clinician=clinician,
            place=services.Place(**values),
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(TeamPlaceOutput(member).data, status=201)


class TeamPlace(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=ChangePlaceInput, responses=TeamPlaceOutput)
    def put(self, request: Request, member_id: UUID) -> Response:
        """Change as what somebody is on a team, and in which order they are told."""
        member = access.administered(MEMBERS, member_id)
        shape = ChangePlaceInput(data=request.data)
        shape.is_valid(raise_exception=True)

        changed = services.change_place(
            member=member,
            **shape.validated_data,
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(TeamPlaceOutput(changed).data)


class EndTeamPlace(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=EndPlaceInput, responses=TeamPlaceOutput)
    def post(self, request: Request, member_id: UUID) -> Response:
        """Take somebody off a team from a day on."""
        member = access.administered(MEMBERS, member_id)
        shape = EndPlaceInput(data=request.data)
        shape.is_valid(raise_exception=True)

        ended = services.end_place(
            member=member,
            **shape.validated_data,
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(TeamPlaceOutput(ended).data)
