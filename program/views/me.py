"""Doors of who I am, of my enrolment, and of my calendar's address."""

from django.utils.decorators import method_decorator
from django.views.decorators.csrf import ensure_csrf_cookie
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, SignedIn, actor_of, person_of, second_factor
from accounts.models import Role
from core import clock
from program import access, selectors, services
from program.models import CalendarFeed, CareTeamMember
from program.serializers.calendars import CalendarInput, CalendarOutput, NewCalendarOutput
from program.serializers.enrolments import OwnEnrolmentOutput
from program.serializers.me import MeOutput


@method_decorator(ensure_csrf_cookie, name="dispatch")
class Me(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(responses=MeOutput)
    def get(self, request: Request) -> Response:
        """Say who is signed in. Sets the CSRF cookie, even when nobody is."""
        person = person_of(request)
        about = {
            "person": person,
            "program": selectors.program_of(person_id=person.pk),
            "second_factor": second_factor(request._request, person),
        }

        return Response(MeOutput(about).data)


class OwnEnrolment(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses=OwnEnrolmentOutput)
    def get(self, request: Request) -> Response:
        """Read where I am in the program, who looks after me, and this week's hours."""
        at, person = clock.now(), person_of(request)
        enrolment = access.own_enrolment(person, at=at)
        today = clock.local_day(at, enrolment.program.timezone)

        about = {
            "enrolment": enrolment,
            "level_changes": enrolment.level_changes.order_by("effective_on", "decided_at"),
            "team": selectors.team_on(CareTeamMember.objects.filter(client=person), on=today),
            "this_week": selectors.weekly_hours(enrolment, on=today),
        }
        week = {"week": lambda row: selectors.week_number(row, today)}
        return Response(OwnEnrolmentOutput(about, context=week).data)


class CalendarAddress(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(responses=CalendarOutput, operation_id="calendar_address")
    def get(self, request: Request) -> Response:
        """Say whether my calendar has an address. The address itself is not kept."""
        feed = CalendarFeed.objects.filter(person=person_of(request), revoked_at=None).first()

        return Response(CalendarOutput(_state(feed)).data)

    @extend_schema(request=CalendarInput, responses={201: NewCalendarOutput})
    def post(self, request: Request) -> Response:
        """Make a new address; the one before stops working."""
        shape = CalendarInput(data=request.data)
        shape.is_valid(raise_exception=True)
        person = person_of(request)

        feed, secret = services.make_address(
            person=person,
            shows_place=shape.validated_data["shows_place"],
            actor=actor_of(request, Role(person.roles[0])),
            at=clock.now(),
        )

        address = request.build_absolute_uri(f"/api/v1/calendar/{secret}/")
        return Response(NewCalendarOutput({**_state(feed), "address": address}).data, status=201)

    @extend_schema(responses={204: None})
    def delete(self, request: Request) -> Response:
        """Close the address."""
        person = person_of(request)

        services.revoke_address(
            person=person, actor=actor_of(request, Role(person.roles[0])), at=clock.now()
        )

        return Response(status=204)


def _state(feed: CalendarFeed | None) -> dict[str, object]:
    return {
        "active": feed is not None,
        "made_at": feed.made_at if feed else None,
        "shows_place": bool(feed and feed.shows_place),
    }
