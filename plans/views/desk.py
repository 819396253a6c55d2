"""A desk at which one party reads, writes and signs a client's plan; the client's doors and the
clinician's differ only in who sits at it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import OpenApiParameter, PolymorphicProxySerializer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from core import clock
from core.pagination import Page
from plans import disclosures, selectors, services
from plans.disclosures import Reader
from plans.models import Kind, Party, Plan
from plans.selectors import Reading
from plans.serializers import (
    INPUTS,
    OUTPUTS,
    DischargePlanOutput,
    PlanHeadOutput,
    RelapsePlanOutput,
    SafetyPlanOutput,
    SignInput,
)

KIND = OpenApiParameter("kind", str, OpenApiParameter.PATH, enum=Kind.values)


def either(name: str, *shapes: Any, **options: Any) -> Any:
    """Return the schema of one of several shapes."""
    return PolymorphicProxySerializer(
        component_name=name, serializers=list(shapes), resource_type_field_name=None, **options
    )


KINDS = (SafetyPlanOutput, RelapsePlanOutput, DischargePlanOutput)
SHOWN = either("Plan", *KINDS)
SHOWN_MANY = either("PlanVersion", *KINDS, many=True)


class VersionPage(Page):
    ordering = ("-version",)
    page_size = 20


@dataclass(frozen=True)
class Desk:
    """The plan that lies there, and who sits at it."""

    kind: Kind
    rows: QuerySet[Plan]
    reader: Reader

    def show(self) -> Response:
        """Answer with the newest version."""
        return Response(self._shape([disclosures.newest(self.rows, reader=self.reader)])[0])

    def show_all(self, request: Request, view: APIView) -> Response:
        """Answer with a page of versions, the newest first."""
        page = VersionPage()
        found = page.paginate_queryset(self.rows, request, view=view) or []
        readings = disclosures.disclose(found, reader=self.reader)
        return page.get_paginated_response(self._shape(readings))

    def write(self, request: Request) -> Response:
        """Take in a new version."""
        shape = INPUTS[self.reader.party, self.kind](data=request.data)
        shape.is_valid(raise_exception=True)
        with self._newer_is_shown():
            receipt = services.write_plan(
                client=self.reader.client,
                kind=self.kind,
                draft=shape.draft(),
                actor=self.reader.actor,
                at=self.reader.at,
            )
        if receipt.is_new:
            return Response(self._shape(self._read(receipt.plan))[0], status=201)
        return Response(self._shape(disclosures.disclose([receipt.plan], reader=self.reader))[0])

    def sign(self, request: Request) -> Response:
        """Take in a signature."""
        shape = SignInput(data=request.data)
        shape.is_valid(raise_exception=True)
        with self._newer_is_shown():
            plan = services.sign_plan(
                client=self.reader.client,
                kind=self.kind,
                version=shape.validated_data["version"],
                actor=self.reader.actor,
                at=self.reader.at,
            )
        return Response(self._shape(self._read(plan))[0])

    @contextmanager
    def _newer_is_shown(self) -> Iterator[None]:
        try:
            yield
        except services.NewerVersion as refusal:
            # A refusal rolls its audit entry back, so a clinician reads the words by asking again.
            head = self.reader.party is Party.CLINICIAN
            newer = self._shape(self._read(refusal.latest), head=head) if refusal.latest else [None]
            refusal.members["plan"] = newer[0]
            raise

    def _read(self, plan: Plan) -> list[Reading]:
        return selectors.read([plan], party=self.reader.party)

    def _shape(self, readings: Sequence[Reading], *, head: bool = False) -> list[Any]:
        output: Any = PlanHeadOutput if head else OUTPUTS[self.kind]
        today = clock.local_day(self.reader.at, self.reader.client.timezone)
        return list(output(readings, many=True, context={"today": today}).data)
