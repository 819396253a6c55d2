"""How days of answers are listed: from a day to a day, each day's newest version, newest first."""

from typing import TypeVar

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.serializers import ModelSerializer
from rest_framework.views import APIView

from checkins import selectors
from checkins.models import CheckIn, DiaryCard
from checkins.serializers import PeriodInput
from core.pagination import Page

Row = TypeVar("Row", CheckIn, DiaryCard)
PERIOD = [
    OpenApiParameter("from", str, description="First day"),
    OpenApiParameter("to", str, description="Last day"),
]


class DayPage(Page):
    ordering = ("-on",)


def show(
    rows: QuerySet[Row], shape: type[ModelSerializer[Row]], request: Request, view: APIView
) -> Response:
    """Answer with the days that the request asks for."""
    page = DayPage()
    found = page.paginate_queryset(_in_period(rows, request), request, view=view)
    return page.get_paginated_response(shape(found, many=True).data)


def _in_period(rows: QuerySet[Row], request: Request) -> QuerySet[Row]:
    asked = PeriodInput(data=request.query_params.dict())
    asked.is_valid(raise_exception=True)
    if first := asked.validated_data.get("from"):
        rows = rows.filter(on__gte=first)
    if last := asked.validated_data.get("to"):
        rows = rows.filter(on__lte=last)
    newest = selectors.latest_of_each_day(rows).values("pk")
    return rows.model._default_manager.filter(pk__in=newest)
