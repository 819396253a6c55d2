"""How what clients report is listed: between two days, newest versions, newest day first."""

from collections.abc import Callable
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import actor_of
from accounts.models import Role
from checkins import selectors
from checkins.models import CheckIn, DiaryCard, Lapse, UrgeLog
from checkins.serializers import CheckInGoalOutput, CheckInOutput, CheckInsInput
from core import audit, clock
from core.pagination import Page
from core.shapes import PeriodInput

Row = TypeVar("Row", CheckIn, DiaryCard)
Moment = TypeVar("Moment", UrgeLog, Lapse)
Any_ = TypeVar("Any_", CheckIn, DiaryCard, UrgeLog, Lapse)
Shape = Callable[..., Any]  # the class of a serializer
PERIOD = [
    OpenApiParameter("from", str, description="First day"),
    OpenApiParameter("to", str, description="Last day"),
]

VERSIONS = [OpenApiParameter("versions", str, enum=("newest", "all"), default="newest")]


class DayPage(Page):
    ordering = ("-on",)


class VersionPage(Page):
    ordering = ("-on", "-version")


class MomentPage(Page):
    ordering = ("-on", "-received_at", "pk")


def show(rows: QuerySet[Row], shape: Shape, request: Request, view: APIView) -> Response:
    """Answer with the days that the request asks for."""
    page = DayPage()
    newest = selectors.latest_of_each_day(_in_period(rows, request)).values("pk")
    found = page.paginate_queryset(
        rows.model._default_manager.filter(pk__in=newest), request, view=view
    )
    return page.get_paginated_response(shape(found, many=True).data)


def show_check_ins(rows: QuerySet[CheckIn], request: Request, view: APIView) -> Response:
    """Answer with the check-ins of the days that the request asks for, also as they once were."""
    asked = CheckInsInput(data=request.query_params.dict())
    asked.is_valid(raise_exception=True)
    rows = _between(rows, asked)
    if asked.validated_data["versions"] == "newest":
        rows = CheckIn.objects.filter(pk__in=selectors.latest_of_each_day(rows).values("pk"))
    page = VersionPage()
    found = page.paginate_queryset(rows, request, view=view)
    return page.get_paginated_response(CheckInOutput(found, many=True).data)


def show_moments(rows: QuerySet[Moment], shape: Shape, request: Request, view: APIView) -> Response:
    """Answer with the urges or lapses of the days that the request asks for."""
    page = MomentPage()
    newest = selectors.latest_of_each_entry(_in_period(rows, request)).values("pk")
    found = page.paginate_queryset(
        rows.model._default_manager.filter(pk__in=newest), request, view=view
    )
    return page.get_paginated_response(shape(found, many=True).data)


def show_goals(rows: QuerySet[CheckIn], request: Request, view: APIView) -> Response:
    """Answer with the goals of the days that the request asks for, and how each went."""
    page = DayPage()
    found = page.paginate_queryset(
        selectors.with_goals(_in_period(rows, request)), request, view=view
    )
    outcomes = selectors.outcomes_for(found or [])
    shape = CheckInGoalOutput(found, many=True, context={"outcomes": outcomes})
    return page.get_paginated_response(shape.data)


def _in_period(rows: QuerySet[Any_], request: Request) -> QuerySet[Any_]:
    asked = PeriodInput(data=request.query_params.dict())
    asked.is_valid(raise_exception=True)
    return _between(rows, asked)


def _between(rows: QuerySet[Any_], asked: PeriodInput) -> QuerySet[Any_]:
    if first := asked.validated_data.get("from"):
        rows = rows.filter(on__gte=first)
    if last := asked.validated_data.get("to"):
        rows = rows.filter(on__lte=last)
    return rows


def record_read(request: Request, subject: str, client_id: UUID) -> None:
    """Record that a clinician read what this client reported."""
    audit.record(
        actor=actor_of(request, Role.CLINICIAN), action="read", subject=subject,
        clients=[client_id], at=clock.now(),
    )  # fmt: skip
