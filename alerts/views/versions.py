"""Doors of rule versions: draft one, move it on, choose the budget, read the limits."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsAdministrator, actor_of
from accounts.models import Role
from alerts import services
from alerts.models import AlertBudget, RuleVersion
from alerts.selectors import versions
from alerts.serializers.versions import (
    BudgetInput,
    BudgetOutput,
    InForceOutput,
    RuleDraftInput,
    RuleMoveInput,
    RuleVersionOutput,
    ShippedOutput,
)
from alerts.warning import stored
from alerts.warning.parameters import DEFAULT
from core import clock
from core.pagination import Page
from program import access as program_access


class VersionPage(Page):
    ordering = ("-drafted_at", "name")


class BudgetPage(Page):
    ordering = ("-chosen_at",)


def _shown(row: RuleVersion) -> dict[str, Any]:
    found = versions.with_steps(RuleVersion.objects.filter(pk=row.pk)).get()
    return dict(RuleVersionOutput(found).data)


class RuleVersions(APIView):
    permission_classes = (IsAdministrator,)
    pagination_class = VersionPage

    @extend_schema(responses=RuleVersionOutput(many=True), operation_id="rule_versions")
    def get(self, request: Request) -> Response:
        """Read every version of the warning rules, with who moved it when."""
        page = VersionPage()
        rows = versions.with_steps(RuleVersion.objects.all())
        found = page.paginate_queryset(rows, request, view=self)
        return page.get_paginated_response(RuleVersionOutput(found, many=True).data)

    @extend_schema(
        request=RuleDraftInput,
        responses={201: RuleVersionOutput},
        operation_id="draft_rule_version",
    )
    def post(self, request: Request) -> Response:
        """Draft a version. It does nothing before it is moved on."""
        shape = RuleDraftInput(data=request.data)
        shape.is_valid(raise_exception=True)

        row = services.draft_version(
            **shape.validated_data, actor=actor_of(request, Role.ADMINISTRATOR), at=clock.now()
        )

        return Response(_shown(row), status=201)


class ShippedRules(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(responses=ShippedOutput, operation_id="shipped_rules")
    def get(self, request: Request) -> Response:
        """Read the numbers that the program comes with, and how far each may be changed."""
        ranges = [
            {
                "name": name, "least": least, "most": most, "shipped": getattr(DEFAULT, name),
                "whole": isinstance(getattr(DEFAULT, name), int),
            }
            for name, (least, most) in stored.RANGES.items()
        ]  # fmt: skip
        shown = {
            "code_version": stored.CODE_VERSION,
            "parameters": stored.to_json(DEFAULT),
            "ranges": ranges,
        }
        return Response(ShippedOutput(shown).data)


class OneRuleVersion(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(responses=RuleVersionOutput, operation_id="rule_version")
    def get(self, request: Request, version_id: UUID) -> Response:
        """Read one version."""
        return Response(_shown(program_access.administered(RuleVersion.objects.all(), version_id)))


class MoveRuleVersion(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(
        request=RuleMoveInput,
        responses=RuleVersionOutput,
        operation_id="move_rule_version",
    )
    def post(self, request: Request, version_id: UUID) -> Response:
        """Take a version one step on: draft to silent, silent to live, or out."""
        row = program_access.administered(RuleVersion.objects.all(), version_id)
        shape = RuleMoveInput(data=request.data)
        shape.is_valid(raise_exception=True)

        services.move_version(
            row=row,
            **shape.validated_data,
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )

        return Response(_shown(row))


class RuleLimits(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(responses=InForceOutput, operation_id="rule_limits")
    def get(self, request: Request, version_id: UUID) -> Response:
        """Read the limits that hold for a version, what they gave, and for which groups."""
        row = program_access.administered(RuleVersion.objects.all(), version_id)
        by = versions.prepared(row)
        per_month = versions.budget_of(row.family)
        shown = {
            "per_month": per_month,
            "limits": by.limits,
            "is_own": by.is_own,
            "found": versions.limits_of(row, per_month),
        }
        return Response(InForceOutput(shown).data)


class AlertBudgets(APIView):
    permission_classes = (IsAdministrator,)
    pagination_class = BudgetPage

    @extend_schema(responses=BudgetOutput(many=True), operation_id="alert_budgets")
    def get(self, request: Request) -> Response:
        """Read what was chosen, newest first; without a choice it is 0.50 of each family."""
        page = BudgetPage()
        rows = AlertBudget.objects.select_related("chosen_by")
        found = page.paginate_queryset(rows, request, view=self)
        return page.get_paginated_response(BudgetOutput(found, many=True).data)

    @extend_schema(
        request=BudgetInput, responses={201: BudgetOutput}, operation_id="choose_alert_budget"
    )
    def post(self, request: Request) -> Response:
        """Choose how many warnings per client and month a family may give."""
        shape = BudgetInput(data=request.data)
        shape.is_valid(raise_exception=True)

        row = services.choose_budget(
            **shape.validated_data, actor=actor_of(request, Role.ADMINISTRATOR), at=clock.now()
        )

        return Response(BudgetOutput(row).data, status=201)
