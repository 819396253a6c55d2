"""Doors of series, for administrators."""

from typing import Any
from uuid import UUID

from django.db.models import Q
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsAdministrator, actor_of
from accounts.models import Role, User
from core import audit, clock
from core.pagination import Page
from program import access, selectors, services
from program.models import Program, Room, Series, Track
from program.serializers.common import OnInput
from program.serializers.timetable import (
    NewSeriesInput,
    OneRepeatingOutput,
    RepeatingOutput,
    SeriesInput,
    SeriesQuery,
)

SERIES = Series.objects.select_related("program", "track", "room").prefetch_related("leaders")


class SeriesPage(Page):
    ordering = ("starts_on", "minute_of_day", "pk")


class AllSeries(APIView):
    permission_classes = (IsAdministrator,)
    pagination_class = SeriesPage

    @extend_schema(
        parameters=[
            OpenApiParameter("program", UUID, required=True),
            OpenApiParameter("track", UUID),
            OpenApiParameter("ended", bool, description="Also those that have ended"),
        ],
        responses=RepeatingOutput(many=True),
        operation_id="series_list",
    )
    def get(self, request: Request) -> Response:
        """Read what comes again in a program."""
        query = SeriesQuery(data=request.query_params.dict())
        query.is_valid(raise_exception=True)

        page = SeriesPage()
        found = page.paginate_queryset(_chosen(query.validated_data), request, view=self) or []
        return page.get_paginated_response(RepeatingOutput(found, many=True).data)

    @extend_schema(request=NewSeriesInput, responses={201: OneRepeatingOutput})
    def post(self, request: Request) -> Response:
        """Begin a series. Its sessions of the next twelve weeks are written at once."""
        shape = NewSeriesInput(data=request.data)
        shape.is_valid(raise_exception=True)
        values = shape.validated_data
        track = values["track"] and access.administered(Track.objects.all(), values["track"])

        series = services.create_series(
            program=access.administered(Program.objects.all(), values["program"]),
            track=track,
            pattern=_pattern(values),
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(_whole(series.pk), status=201)


class OneSeries(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(responses=OneRepeatingOutput, operation_id="series")
    def get(self, request: Request, series_id: UUID) -> Response:
        """Read a series, its coming days, and who follows it by themselves."""
        series = access.administered(SERIES, series_id)
        clients = list(series.members.values_list("client_id", flat=True))
        audit.record(
            actor=actor_of(request, Role.ADMINISTRATOR), action="read", subject="program_series",
            subject_id=series.pk, clients=clients, at=clock.now(),
        )  # fmt: skip

        return Response(_whole(series_id))

    @extend_schema(request=SeriesInput, responses=OneRepeatingOutput)
    def put(self, request: Request, series_id: UUID) -> Response:
        """Change a series from `starts_on` on. The answer is the series that begins there."""
        series = access.administered(SERIES, series_id)
        shape = SeriesInput(data=request.data)
        shape.is_valid(raise_exception=True)

        new = services.change_series(
            series=series,
            pattern=_pattern(shape.validated_data),
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(_whole(new.pk))


class EndSeries(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=OnInput, responses=OneRepeatingOutput)
    def post(self, request: Request, series_id: UUID) -> Response:
        """End a series on a day; its sessions from then on are cancelled."""
        series = access.administered(SERIES, series_id)
        shape = OnInput(data=request.data)
        shape.is_valid(raise_exception=True)

        services.end_series(
            series=series,
            on=shape.validated_data["on"],
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(_whole(series_id))


class SkipDay(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=OnInput, responses=OneRepeatingOutput)
    def post(self, request: Request, series_id: UUID) -> Response:
        """Leave one day of a series out."""
        series = access.administered(SERIES, series_id)
        shape = OnInput(data=request.data)
        shape.is_valid(raise_exception=True)

        services.skip_day(
            series=series,
            on=shape.validated_data["on"],
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(_whole(series_id))


def occurrence_of(values: dict[str, Any]) -> services.Occurrence:
    """Return what a session is, with its room and clinicians; raise NotVisible."""
    room = values["room"]
    return services.Occurrence(
        kind=values["kind"],
        title=values["title"],
        topic=values["topic"],
        skill_slug=values["skill_slug"],
        room=access.administered(Room.objects.all(), room) if room else None,
        telehealth_url=values["telehealth_url"],
        capacity=values["capacity"],
        clinicians=[access.administered(User.objects.all(), key) for key in values["clinicians"]],
    )


def _pattern(values: dict[str, Any]) -> services.Pattern:
    names = ("rule", "starts_on", "ends_on", "minute_of_day", "minutes")
    return services.Pattern(**{name: values[name] for name in names}, what=occurrence_of(values))


def _chosen(query: dict[str, Any]) -> Any:
    program = access.administered(Program.objects.all(), query["program"])
    rows = SERIES.filter(program=program)
    if "track" in query:
        rows = rows.filter(track=query["track"])
    if not query["ended"]:
        today = clock.local_day(clock.now(), program.timezone)
        rows = rows.filter(Q(ends_on=None) | Q(ends_on__gt=today))
    return rows


def _whole(series_id: UUID) -> object:
    series = SERIES.get(pk=series_id)
    first = clock.local_day(clock.now(), series.program.timezone)
    last = first + services.AHEAD
    about = {
        "series": series,
        "days": selectors.series_days(series, first=first, last=last),
        "days_not_booked": [
            day for day in selectors.days_not_booked(series, first=first, last=last) if day > first
        ],
        "members": series.members.select_related("client").order_by("-active_from", "pk"),
    }
    return OneRepeatingOutput(about).data
