"""Doors of a clinic's own exercises: for administrators."""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsAdministrator, actor_of
from accounts.models import Role
from core import clock
from skills import selectors, services
from skills.serializers.skills import (
    ClinicExerciseListOutput,
    ClinicExerciseOutput,
    ExerciseInput,
    SkillOutput,
)


class Exercises(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(responses=ClinicExerciseListOutput, operation_id="exercises_list")
    def get(self, request: Request) -> Response:
        """Read the clinic's own exercises, also those that are not in the library now."""
        found = selectors.clinics_own()

        return Response(ClinicExerciseListOutput({"results": found, "next": None}).data)

    @extend_schema(
        request=ExerciseInput,
        responses={201: ClinicExerciseOutput},
        operation_id="exercises_create",
    )
    def post(self, request: Request) -> Response:
        """Add an exercise to the library."""
        return _publish(request, replacing=None)


class PreviewExercise(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=ExerciseInput, responses=SkillOutput)
    def post(self, request: Request) -> Response:
        """Check an exercise and read it as a client would. Stores nothing."""
        return Response(SkillOutput(services.read_exercise(request.data)).data)


class OneExercise(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(
        request=ExerciseInput,
        responses={201: ClinicExerciseOutput, 200: ClinicExerciseOutput},
    )
    def put(self, request: Request, slug: str) -> Response:
        """Publish a new version. Practices keep the one that they were done with."""
        return _publish(request, replacing=slug)


class RetireExercise(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=None, responses=ClinicExerciseListOutput)
    def post(self, request: Request, slug: str) -> Response:
        """Take an exercise out of the library."""
        services.retire_exercise(
            slug=slug, actor=actor_of(request, Role.ADMINISTRATOR), at=clock.now()
        )

        found: list[Any] = [row for row in selectors.clinics_own() if row.slug == slug]
        return Response(ClinicExerciseListOutput({"results": found, "next": None}).data)


def _publish(request: Request, *, replacing: str | None) -> Response:
    skill, is_new = services.publish_exercise(
        exercise=request.data,
        replacing=replacing,
        actor=actor_of(request, Role.ADMINISTRATOR),
        at=clock.now(),
    )
    return Response(ClinicExerciseOutput(skill).data, status=201 if is_new else 200)
