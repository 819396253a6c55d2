"""Doors of what helps: now, offline, over all, and today."""

from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, IsClinician, actor_of, person_of
from accounts.models import Role, User
from core import audit, clock
from program import access as program_access
from skills import access, selectors, services
from skills.models import Practice
from skills.rules import bookkeeping
from skills.rules.exercise import NEEDS
from skills.rules.ranking import RULE
from skills.serializers.helping import (
    EffectsOutput,
    HelpNowOutput,
    HelpQuery,
    MineOutput,
    TodayOutput,
)


class HelpNow(APIView):
    permission_classes = (IsClient,)

    @extend_schema(
        parameters=[
            OpenApiParameter("need", str, required=True, enum=NEEDS),
            OpenApiParameter("level", int, required=True),
        ],
        responses=HelpNowOutput,
    )
    def get(self, request: Request) -> Response:
        """Read what to try for a need of that strength, what worked before first."""
        query = HelpQuery(data=request.query_params.dict())
        query.is_valid(raise_exception=True)

        found = services.rank_for(person=person_of(request), **query.validated_data)

        about = {**query.validated_data, "results": found, "rule_version": RULE.version}
        return Response(HelpNowOutput(about).data)


class Effects(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses=EffectsOutput)
    def get(self, request: Request) -> Response:
        """Read what the phone ranks by while it is offline."""
        effects = services.effects_of(person=person_of(request))

        return Response(EffectsOutput({"rule": RULE, "effects": effects}).data)


class Mine(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses=MineOutput, operation_id="own_skills")
    def get(self, request: Request) -> Response:
        """Read what helped me most, and what practising did for each need."""
        person = person_of(request)

        return Response(_book(access.own(person), of=person, reader=person))


class Today(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses=TodayOutput)
    def get(self, request: Request) -> Response:
        """Read which exercise fits today, and why."""
        found = services.suggest_for_today(person=person_of(request), at=clock.now())

        return Response(TodayOutput(found).data)


class ClientSkills(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(responses=MineOutput, operation_id="client_skills")
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read what helped a client most, and what practising did for each need."""
        person = person_of(request)
        client = program_access.get_client(person, client_id)

        audit.record(
            actor=actor_of(request, Role.CLINICIAN), action="read", subject="skills_practice",
            clients=[client_id], at=clock.now(), detail="top",
        )  # fmt: skip

        return Response(_book(access.of_client(person, client_id), of=client, reader=person))


def _book(rows: QuerySet[Practice], *, of: User, reader: User) -> Any:
    practices = selectors.done(rows)
    lines = selectors.helped_most(practices, zone=of.timezone, language=reader.language)
    return MineOutput({"top": lines, "by_need": bookkeeping.by_need(practices)}).data
