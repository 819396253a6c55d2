"""Doors of plans: my support people; my plans, and those of a client that one looks after."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from drf_spectacular.utils import (
    OpenApiParameter,
    PolymorphicProxySerializer,
    extend_schema,
)
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, IsClinician, actor_of, person_of
from accounts.models import Role, User
from core import audit, clock
from core.audit import Actor
from core.errors import NotVisible
from core.pagination import Page
from plans import access, selectors, services
from plans.models import Kind, Party, Plan
from plans.serializers import (
    INPUTS,
    OUTPUTS,
    ClientSafetyPlanInput,
    ClinicianSafetyPlanInput,
    PlanHeadOutput,
    RelapsePlanInput,
    RelapsePlanOutput,
    SafetyPlanOutput,
    SignInput,
    SupportPersonInput,
    SupportPersonOutput,
)
from program import access as program_access


def _either(name: str, *shapes: Any) -> Any:
    return PolymorphicProxySerializer(
        component_name=name, serializers=list(shapes), resource_type_field_name=None
    )


KIND = OpenApiParameter("kind", str, OpenApiParameter.PATH, enum=Kind.values)
SHOWN = _either("Plan", SafetyPlanOutput, RelapsePlanOutput)
WRITTEN_BY_CLIENT = _either("PlanByClient", ClientSafetyPlanInput, RelapsePlanInput)
WRITTEN_BY_CLINICIAN = _either("PlanByClinician", ClinicianSafetyPlanInput, RelapsePlanInput)
SHOWN_MANY = PolymorphicProxySerializer(
    component_name="PlanVersion",
    serializers=[SafetyPlanOutput, RelapsePlanOutput],
    resource_type_field_name=None,
    many=True,
)


class SupportPersonPage(Page):
    ordering = ("added_at", "pk")


class VersionPage(Page):
    ordering = ("-version",)
    page_size = 20


class SupportPeople(APIView):
    permission_classes = (IsClient,)
    pagination_class = SupportPersonPage

    @extend_schema(responses=SupportPersonOutput(many=True))
    def get(self, request: Request) -> Response:
        """Read the people I can turn to, in the order in which I named them."""
        rows = selectors.living(access.support_people_of(person_of(request)))

        page = SupportPersonPage()
        found = page.paginate_queryset(rows, request, view=self)
        return page.get_paginated_response(SupportPersonOutput(found, many=True).data)

    @extend_schema(
        request=SupportPersonInput, responses={201: SupportPersonOutput, 200: SupportPersonOutput}
    )
    def post(self, request: Request) -> Response:
        """Name somebody I can turn to. Safe to send again."""
        shape = SupportPersonInput(data=request.data)
        shape.is_valid(raise_exception=True)

        added = services.add_support_person(
            client=person_of(request),
            contact=shape.contact(),
            actor=actor_of(request, Role.CLIENT),
            at=clock.now(),
        )

        return Response(SupportPersonOutput(added.person).data, status=201 if added.is_new else 200)


class OneSupportPerson(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=SupportPersonInput, responses=SupportPersonOutput)
    def put(self, request: Request, support_person_id: UUID) -> Response:
        """Change somebody's details."""
        person = access.get_support_person(person_of(request), support_person_id)
        shape = SupportPersonInput(data=request.data)
        shape.is_valid(raise_exception=True)

        services.change_support_person(
            person=person,
            contact=shape.contact(),
            actor=actor_of(request, Role.CLIENT),
            at=clock.now(),
        )

        return Response(SupportPersonOutput(person).data)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, support_person_id: UUID) -> Response:
        """Take somebody off my list."""
        person = access.get_support_person(person_of(request), support_person_id)

        services.remove_support_person(
            person=person, actor=actor_of(request, Role.CLIENT), at=clock.now()
        )

        return Response(status=204)


@dataclass(frozen=True)
class Desk:
    """Whose plan lies there, and which of the two sits at it."""

    client: User
    kind: Kind
    party: Party
    rows: QuerySet[Plan]
    actor: Actor
    at: datetime

    def shape(self, plans: Sequence[Plan], *, head: bool = False) -> list[Any]:
        """Return versions as this party may read them; only their head when asked."""
        output: Any = PlanHeadOutput if head else OUTPUTS[self.kind]
        today = clock.local_day(self.at, self.client.timezone)
        readings = selectors.read(plans, party=self.party)
        return list(output(readings, many=True, context={"today": today}).data)

    def note_reading(self) -> None:
        """Leave an audit entry when it is the clinician who reads."""
        if self.party is Party.CLINICIAN:
            audit.record(
                actor=self.actor, action="read", subject="plans_plan",
                clients=[self.client.pk], at=self.at,
            )  # fmt: skip

    def show(self) -> Response:
        """Answer with the newest version."""
        newest = selectors.latest(self.rows)
        if newest is None:
            raise NotVisible
        self.note_reading()
        return Response(self.shape([newest])[0])

    def show_all(self, request: Request, view: APIView) -> Response:
        """Answer with a page of versions, the newest first."""
        self.note_reading()
        page = VersionPage()
        found = page.paginate_queryset(self.rows, request, view=view) or []
        return page.get_paginated_response(self.shape(found))

    def write(self, request: Request) -> Response:
        """Take in a new version."""
        shape = INPUTS[self.party, self.kind](data=request.data)
        shape.is_valid(raise_exception=True)
        with self._newer_is_shown():
            receipt = services.write_plan(
                client=self.client,
                kind=self.kind,
                draft=shape.draft(),
                actor=self.actor,
                at=self.at,
            )
        if not receipt.is_new:
            self.note_reading()
        return Response(self.shape([receipt.plan])[0], status=201 if receipt.is_new else 200)

    def sign(self, request: Request) -> Response:
        """Take in a signature."""
        shape = SignInput(data=request.data)
        shape.is_valid(raise_exception=True)
        with self._newer_is_shown():
            plan = services.sign_plan(
                client=self.client,
                kind=self.kind,
                version=shape.validated_data["version"],
                actor=self.actor,
                at=self.at,
            )
        return Response(self.shape([plan])[0])

    @contextmanager
    def _newer_is_shown(self) -> Iterator[None]:
        try:
            yield
        except services.NewerVersion as refusal:
            # A refusal rolls its audit entry back, so a clinician reads the words by asking again.
            head = self.party is Party.CLINICIAN
            newer = [refusal.latest] if refusal.latest else []
            refusal.members["plan"] = next(iter(self.shape(newer, head=head)), None)
            raise


def _own(request: Request, kind: str, *, to_write: bool = False) -> Desk:
    at, person = clock.now(), person_of(request)
    if to_write:
        # A plan is made with somebody; one may always read one's own.
        program_access.own_enrolment(person, at=at)
    rows = access.own(person, kind)
    return Desk(person, Kind(kind), Party.CLIENT, rows, actor_of(request, Role.CLIENT), at)


def _of_client(request: Request, client_id: UUID, kind: str) -> Desk:
    person = person_of(request)
    client = program_access.get_client(person, client_id)
    rows = access.of_client(person, client_id, kind)
    actor = actor_of(request, Role.CLINICIAN)
    return Desk(client, Kind(kind), Party.CLINICIAN, rows, actor, clock.now())


class OwnPlan(APIView):
    permission_classes = (IsClient,)

    @extend_schema(parameters=[KIND], responses=SHOWN, operation_id="own_plan")
    def get(self, request: Request, kind: str) -> Response:
        """Read the newest version of my plan."""
        return _own(request, kind).show()

    @extend_schema(parameters=[KIND], request=WRITTEN_BY_CLIENT, responses={201: SHOWN, 200: SHOWN})
    def put(self, request: Request, kind: str) -> Response:
        """Write a new version of my plan. Safe to send again."""
        return _own(request, kind, to_write=True).write(request)


class SignOwnPlan(APIView):
    permission_classes = (IsClient,)

    @extend_schema(parameters=[KIND], request=SignInput, responses=SHOWN)
    def post(self, request: Request, kind: str) -> Response:
        """Sign the newest version of my plan."""
        return _own(request, kind, to_write=True).sign(request)


class OwnPlanHistory(APIView):
    permission_classes = (IsClient,)
    pagination_class = VersionPage

    @extend_schema(parameters=[KIND], responses=SHOWN_MANY, operation_id="own_plan_history")
    def get(self, request: Request, kind: str) -> Response:
        """Read every version of my plan."""
        return _own(request, kind).show_all(request, self)


class ClientPlan(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(parameters=[KIND], responses=SHOWN, operation_id="client_plan")
    def get(self, request: Request, client_id: UUID, kind: str) -> Response:
        """Read the newest version of the plan of a client that one looks after."""
        return _of_client(request, client_id, kind).show()

    @extend_schema(
        parameters=[KIND], request=WRITTEN_BY_CLINICIAN, responses={201: SHOWN, 200: SHOWN}
    )
    def put(self, request: Request, client_id: UUID, kind: str) -> Response:
        """Write a new version together with the client. Safe to send again."""
        return _of_client(request, client_id, kind).write(request)


class SignClientPlan(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(parameters=[KIND], request=SignInput, responses=SHOWN)
    def post(self, request: Request, client_id: UUID, kind: str) -> Response:
        """Sign the newest version of a client's plan."""
        return _of_client(request, client_id, kind).sign(request)


class ClientPlanHistory(APIView):
    permission_classes = (IsClinician,)
    pagination_class = VersionPage

    @extend_schema(parameters=[KIND], responses=SHOWN_MANY, operation_id="client_plan_history")
    def get(self, request: Request, client_id: UUID, kind: str) -> Response:
        """Read every version of a client's plan."""
        return _of_client(request, client_id, kind).show_all(request, self)
