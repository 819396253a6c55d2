"""Doors of trials over past days: ask, watch them grow, read whom they concern; or try a table."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsAdministrator, IsClinician, actor_of, person_of
from accounts.models import Role
from alerts import services
from alerts.models import Backtest, BacktestChange, RuleVersion
from alerts.serializers.backtests import (
    BacktestChangeOutput,
    BacktestInput,
    BacktestOutput,
    TableInput,
    TrialOutput,
)
from core import audit, clock
from core.pagination import Page
from program import access as program_access


class BacktestPage(Page):
    page_size = 20
    ordering = ("-asked_at",)


class ChangePage(Page):
    ordering = ("-on", "client_id", "pk")


ROWS = Backtest.objects.select_related("version", "against", "asked_by")


class Backtests(APIView):
    permission_classes = (IsAdministrator,)
    pagination_class = BacktestPage

    @extend_schema(responses=BacktestOutput(many=True), operation_id="backtests")
    def get(self, request: Request) -> Response:
        """Read the trials, newest first, each as far as it is."""
        page = BacktestPage()
        found = page.paginate_queryset(ROWS.all(), request, view=self)
        return page.get_paginated_response(BacktestOutput(found, many=True).data)

    @extend_schema(
        request=BacktestInput, responses={201: BacktestOutput}, operation_id="ask_for_backtest"
    )
    def post(self, request: Request) -> Response:
        """Ask for a trial of a version over past days; it runs by itself."""
        shape = BacktestInput(data=request.data)
        shape.is_valid(raise_exception=True)
        wanted = shape.validated_data

        row = services.ask_for_backtest(
            version=program_access.administered(RuleVersion.objects.all(), wanted.pop("version")),
            **wanted,
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(BacktestOutput(row).data, status=201)


class OneBacktest(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(responses=BacktestOutput, operation_id="backtest")
    def get(self, request: Request, backtest_id: UUID) -> Response:
        """Read how far a trial is, and what came of it. Sums only, and nobody's name."""
        return Response(BacktestOutput(program_access.administered(ROWS.all(), backtest_id)).data)


class BacktestChanges(APIView):
    permission_classes = (IsClinician,)
    pagination_class = ChangePage

    @extend_schema(responses=BacktestChangeOutput(many=True), operation_id="backtest_changes")
    def get(self, request: Request, backtest_id: UUID) -> Response:
        """Read which warnings about one's own clients a version would add or leave out."""
        row = program_access.administered(Backtest.objects.all(), backtest_id)
        page = ChangePage()
        clients = program_access.clients_visible_to(person_of(request))
        rows = BacktestChange.objects.select_related("client").filter(
            backtest=row, client__in=clients
        )
        found = page.paginate_queryset(rows, request, view=self) or []

        audit.record(
            actor=actor_of(request, Role.CLINICIAN), action="read",
            subject="alerts_backtestchange", subject_id=row.pk,
            clients=[one.client_id for one in found], at=clock.now(),
        )  # fmt: skip

        return page.get_paginated_response(BacktestChangeOutput(found, many=True).data)


class TableTrial(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=TableInput, responses=TrialOutput, operation_id="try_table")
    def post(self, request: Request) -> Response:
        """Try a version on a table of days from elsewhere. Nothing of it is kept."""
        shape = TableInput(data=request.data)
        shape.is_valid(raise_exception=True)
        wanted = shape.validated_data
        version = program_access.administered(RuleVersion.objects.all(), wanted["version"])

        result = services.try_table(version=version, text=wanted["csv"])

        audit.record(
            actor=actor_of(request, Role.ADMINISTRATOR), action="try table",
            subject="alerts_ruleversion", subject_id=version.pk, at=clock.now(),
        )  # fmt: skip

        return Response(TrialOutput(result).data)
