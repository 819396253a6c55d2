"""Doors of opening hours and licences, for administrators."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsAdministrator, actor_of
from accounts.models import Role, User
from core import clock
from core.pagination import Page
from program import access, selectors, services
from program.models import Licence, Program
from program.serializers.hours import ClinicianLicenceInput, HoursInput, HoursOutput, LicenceOutput


class Hours(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(responses=HoursOutput)
    def get(self, request: Request, program_id: UUID) -> Response:
        """Read when a program's doors are open."""
        return _shown(access.administered(Program.objects.all(), program_id))

    @extend_schema(request=HoursInput, responses=HoursOutput)
    def put(self, request: Request, program_id: UUID) -> Response:
        """Say when a program's doors are open; days that are left out are closed."""
        program = access.administered(Program.objects.all(), program_id)
        shape = HoursInput(data=request.data)
        shape.is_valid(raise_exception=True)

        services.set_hours(
            program=program,
            by_weekday={
                one["weekday"]: (one["opens"], one["closes"])
                for one in shape.validated_data["hours"]
            },
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return _shown(program)


class LicencePage(Page):
    ordering = ("-given_at", "pk")


class Licences(APIView):
    permission_classes = (IsAdministrator,)
    pagination_class = LicencePage

    @extend_schema(responses=LicenceOutput(many=True))
    def get(self, request: Request) -> Response:
        """Read who holds a licence now."""
        page = LicencePage()
        rows = Licence.objects.filter(ended_at=None).select_related("person")
        found = page.paginate_queryset(rows, request, view=self)
        return page.get_paginated_response(LicenceOutput(found, many=True).data)


class OneLicence(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=ClinicianLicenceInput, responses={204: None})
    def put(self, request: Request, person_id: UUID) -> Response:
        """Put a clinician's licence on file, or take it off."""
        person = access.administered(User.objects.all(), person_id)
        shape = ClinicianLicenceInput(data=request.data)
        shape.is_valid(raise_exception=True)

        services.set_licence(
            person=person,
            **shape.validated_data,
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(status=204)


def _shown(program: Program) -> Response:
    opening = selectors.opening_of(program)
    hours = [
        {"weekday": day, "opens": opens, "closes": closes}
        for day, (opens, closes) in sorted(opening.by_weekday.items())
    ]
    return Response(HoursOutput({"timezone": opening.timezone, "hours": hours}).data)
