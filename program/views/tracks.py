"""Doors of tracks, and of who follows a track or a series, for administrators."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsAdministrator, actor_of
from accounts.models import Role, User
from core import audit, clock
from program import access, selectors, services
from program.models import Program, Series, SeriesMember, Track, TrackMember
from program.serializers.common import OnInput
from program.serializers.timetable import (
    JoinInput,
    MemberListOutput,
    MemberOutput,
    TrackInput,
    TrackListOutput,
    TrackOutput,
)
from program.views.places import MOST, OF_PROGRAM, asked_program

TRACKS = Track.objects.select_related("program")


class Tracks(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(parameters=OF_PROGRAM, responses=TrackListOutput)
    def get(self, request: Request) -> Response:
        """Read the tracks of a program, also closed ones."""
        program = asked_program(request)
        today = clock.local_day(clock.now(), program.timezone)

        rows = selectors.with_followers(Track.objects.filter(program=program), on=today)

        found = rows.order_by("name", "pk")[:MOST]
        return Response(TrackListOutput({"results": found, "next": None}).data)

    @extend_schema(request=TrackInput, responses={201: TrackOutput})
    def post(self, request: Request) -> Response:
        """Begin a track."""
        shape = TrackInput(data=request.data)
        shape.is_valid(raise_exception=True)
        values = dict(shape.validated_data)
        values["program"] = access.administered(Program.objects.all(), values["program"])

        track = services.create_track(
            **values, actor=actor_of(request, Role.ADMINISTRATOR), at=clock.now()
        )

        track.followers = 0  # type: ignore[attr-defined]  # as the list annotates it
        return Response(TrackOutput(track).data, status=201)


class CloseTrack(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=None, responses={204: None})
    def post(self, request: Request, track_id: UUID) -> Response:
        """Take nobody new into a track; who follows it stays."""
        track = access.administered(TRACKS, track_id)

        services.close_track(
            track=track, actor=actor_of(request, Role.ADMINISTRATOR), at=clock.now()
        )

        return Response(status=204)


class TrackMembers(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(responses=MemberListOutput)
    def get(self, request: Request, track_id: UUID) -> Response:
        """Read who follows a track, the newest first; at most 500."""
        track = access.administered(TRACKS, track_id)
        rows = track.members.select_related("client").order_by("-active_from", "pk")[:MOST]
        audit.record(
            actor=actor_of(request, Role.ADMINISTRATOR), action="read",
            subject="program_trackmember", subject_id=track.pk,
            clients=[row.client_id for row in rows], at=clock.now(),
        )  # fmt: skip

        return Response(MemberListOutput({"results": rows, "next": None}).data)

    @extend_schema(request=JoinInput, responses={201: MemberOutput})
    def post(self, request: Request, track_id: UUID) -> Response:
        """Let a client follow a track from a day on."""
        track = access.administered(TRACKS, track_id)
        shape = JoinInput(data=request.data)
        shape.is_valid(raise_exception=True)

        member = services.join_track(
            track=track,
            client=access.administered(User.objects.all(), shape.validated_data["client"]),
            active_from=shape.validated_data["active_from"],
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(MemberOutput(member).data, status=201)


class LeaveTrack(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=OnInput, responses={204: None})
    def post(self, request: Request, member_id: UUID) -> Response:
        """End that a client follows a track, from a day on."""
        rows = TrackMember.objects.select_related("track__program")
        member = access.administered(rows, member_id)
        shape = OnInput(data=request.data)
        shape.is_valid(raise_exception=True)

        services.leave_track(
            member=member,
            on=shape.validated_data["on"],
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(status=204)


class SeriesMembers(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=JoinInput, responses={201: MemberOutput})
    def post(self, request: Request, series_id: UUID) -> Response:
        """Let a client follow one series from a day on."""
        rows = Series.objects.select_related("program")
        series = access.administered(rows, series_id)
        shape = JoinInput(data=request.data)
        shape.is_valid(raise_exception=True)

        member = services.join_series(
            series=series,
            client=access.administered(User.objects.all(), shape.validated_data["client"]),
            active_from=shape.validated_data["active_from"],
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(MemberOutput(member).data, status=201)


class LeaveSeries(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=OnInput, responses={204: None})
    def post(self, request: Request, member_id: UUID) -> Response:
        """End that a client follows a series, from a day on."""
        rows = SeriesMember.objects.select_related("series__program")
        member = access.administered(rows, member_id)
        shape = OnInput(data=request.data)
        shape.is_valid(raise_exception=True)

        services.leave_series(
            member=member,
            on=shape.validated_data["on"],
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(status=204)
