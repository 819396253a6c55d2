"""The door for calendars: no cookie, no account, only the secret in the address."""

from datetime import datetime, timedelta
from typing import Any

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.views import APIView

from accounts.access import address_of
from core import clock, identity
from program import selectors, services
from program.models import CalendarFeed
from program.rules import ical

BEFORE, AFTER = timedelta(days=30), timedelta(days=180)


class AnyType(BaseContentNegotiation):
    """Answers in its own format, whatever a calendar says that it accepts."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        return parsers[0]

    def select_renderer(
        self, request: Request, renderers: Any, format_suffix: str | None = None
    ) -> Any:
        return renderers[0], renderers[0].media_type


class Calendar(APIView):
    permission_classes = (AllowAny,)
    authentication_classes = ()
    content_negotiation_class = AnyType

    @extend_schema(
        responses={
            (200, "text/calendar"): OpenApiResponse(OpenApiTypes.STR, description="RFC 5545"),
            429: OpenApiResponse(description="Asked for too often; wait a minute."),
        },
        auth=[],
        operation_id="calendar_feed",
    )
    def get(self, request: Request, secret: str) -> HttpResponse:
        """Read a person's appointments. A wrong address and a closed one answer alike."""
        services.count_asking(address=address_of(request))
        with identity.acting_as(identity.System.CALENDAR):
            feed = services.owner_of(secret=secret)
        services.count_reading(feed=feed)
        identity.be_person(feed.person_id)

        text = _text(feed, at=clock.now())

        headers = {"Content-Disposition": "inline; filename=calendar.ics"}
        return HttpResponse(text, content_type="text/calendar; charset=utf-8", headers=headers)


def _text(feed: CalendarFeed, *, at: datetime) -> bytes:
    entries = selectors.appointments(person=feed.person_id, since=at - BEFORE, until=at + AFTER)
    return ical.calendar(entries, language=feed.person.language, shows_place=feed.shows_place)
