"""Doors of the diary card: hand in a day, read one's own, read a client's, set its targets."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, IsClinician, actor_of, person_of
from accounts.models import Role
from checkins import access, diary_services
from checkins.diary_serializers import (
    STATES,
    DiaryCardInput,
    DiaryCardOutput,
    DiaryTargetInput,
    DiaryTargetOutput,
    DiaryTargetsInput,
)
from checkins.lists import PERIOD, DayPage, record_read, show
from checkins.models import DiaryTarget
from core import clock
from core.pagination import Page
from program import access as program_access

DAY = [OpenApiParameter("on", OpenApiTypes.DATE, OpenApiParameter.PATH, description="The day")]
STATE = [OpenApiParameter("state", str, enum=STATES, default="in_force")]


class TargetPage(Page):
    ordering = ("set_at", "pk")


def _show_targets(rows: QuerySet[DiaryTarget], request: Request, view: APIView) -> Response:
    asked = DiaryTargetsInput(data=request.query_params.dict())
    asked.is_valid(raise_exception=True)
    if asked.validated_data["state"] == "in_force":
        rows = rows.filter(ended_at=None)
    page = TargetPage()
    found = page.paginate_queryset(rows, request, view=view)
    return page.get_paginated_response(DiaryTargetOutput(found, many=True).data)


class DiaryCards(APIView):
    permission_classes = (IsClient,)
    pagination_class = DayPage

    @extend_schema(
        parameters=PERIOD, responses=DiaryCardOutput(many=True), operation_id="own_diary_cards"
    )
    def get(self, request: Request) -> Response:
        """Read one's own diary cards, the newest day first."""
        return show(access.own_cards(person_of(request)), DiaryCardOutput, request, self)


class DiaryCardOfDay(APIView):
    permission_classes = (IsClient,)

    @extend_schema(
        parameters=DAY,
        request=DiaryCardInput,
        responses={201: DiaryCardOutput, 200: DiaryCardOutput},
    )
    def put(self, request: Request, on: date) -> Response:
        """Hand in a day's card or change it; earlier answers stay. Safe to send again."""
        at, person = clock.now(), person_of(request)
        enrolment = program_access.own_enrolment(person, at=at)
        shape = DiaryCardInput(data=request.data)
        shape.is_valid(raise_exception=True)

        receipt = diary_services.submit_card(
            enrolment=enrolment,
            submission=shape.submission(on=on, timezone=person.timezone, at=at),
            actor=actor_of(request, Role.CLIENT),
            at=at,
        )

        return Response(DiaryCardOutput(receipt.card).data, status=201 if receipt.is_new else 200)


class DiaryTargets(APIView):
    permission_classes = (IsClient,)
    pagination_class = TargetPage

    @extend_schema(
        parameters=STATE, responses=DiaryTargetOutput(many=True), operation_id="own_diary_targets"
    )
    def get(self, request: Request) -> Response:
        """Read what one's own card asks about besides the rest."""
        return _show_targets(access.own_targets(person_of(request)), request, self)


class ClientDiaryCards(APIView):
    permission_classes = (IsClinician,)
    pagination_class = DayPage

    @extend_schema(
        parameters=PERIOD, responses=DiaryCardOutput(many=True), operation_id="client_diary_cards"
    )
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read the diary cards of a client that one looks after."""
        rows = access.cards_of_client(person_of(request), client_id)

        record_read(request, "checkins_diarycard", client_id)

        return show(rows, DiaryCardOutput, request, self)


class ClientDiaryTargets(APIView):
    permission_classes = (IsClinician,)
    pagination_class = TargetPage

    @extend_schema(
        parameters=STATE,
        responses=DiaryTargetOutput(many=True),
        operation_id="client_diary_targets",
    )
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read what the card of a client that one looks after asks about."""
        rows = access.targets_of_client(person_of(request), client_id)

        record_read(request, "checkins_diarytarget", client_id)

        return _show_targets(rows, request, self)

    @extend_schema(request=DiaryTargetInput, responses={201: DiaryTargetOutput})
    def post(self, request: Request, client_id: UUID) -> Response:
        """Add a target to the client's card."""
        clinician = person_of(request)
        client = program_access.get_client(clinician, client_id)
        shape = DiaryTargetInput(data=request.data)
        shape.is_valid(raise_exception=True)

        target = diary_services.set_target(
            client_id=client.pk,
            watched=diary_services.Watched(**shape.validated_data),
            clinician=clinician,
            actor=actor_of(request, Role.CLINICIAN),
            at=clock.now(),
        )

        return Response(DiaryTargetOutput(target).data, status=201)


class ClientDiaryTarget(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(responses=DiaryTargetOutput)
    def delete(self, request: Request, client_id: UUID, target_id: UUID) -> Response:
        """Ask about a target no more; what was answered stays."""
        target = access.get_target_of_client(person_of(request), client_id, target_id)

        ended = diary_services.end_target(
            target=target, actor=actor_of(request, Role.CLINICIAN), at=clock.now()
        )

        return Response(DiaryTargetOutput(ended).data)
