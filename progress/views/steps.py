"""Doors for a clinician: proposals to step, and the answer to one."""

from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClinician, actor_of, person_of
from accounts.models import Role
from core import audit, clock
from core.pagination import Page
from progress import access, services
from progress.selectors import kept
from progress.serializers.steps import (
    AcceptStepInput,
    DeclineStepInput,
    ProposalsInput,
    StepAdviceOutput,
    StepProposalOutput,
)


class ProposalPage(Page):
    ordering = ("-made_at", "pk")
    page_size = 20


class Proposals(APIView):
    permission_classes = (IsClinician,)
    pagination_class = ProposalPage

    @extend_schema(
        parameters=[OpenApiParameter("state", str, enum=["open", "all"])],
        responses=StepProposalOutput(many=True),
        operation_id="step_proposals",
    )
    def get(self, request: Request) -> Response:
        """Read the proposals about one's own clients that wait for an answer, the newest first."""
        asked = ProposalsInput(data=request.query_params.dict())
        asked.is_valid(raise_exception=True)
        rows = access.proposals_visible_to(person_of(request))
        if asked.validated_data["state"] == "open":
            rows = kept.open_proposals(rows)
        page = ProposalPage()
        found = page.paginate_queryset(rows, request, view=self) or []

        audit.record(
            actor=actor_of(request, Role.CLINICIAN), action="read",
            subject="progress_stepproposal", clients=[row.client_id for row in found],
            at=clock.now(),
        )  # fmt: skip

        return page.get_paginated_response(StepProposalOutput(found, many=True).data)


class ClientProposals(APIView):
    permission_classes = (IsClinician,)
    pagination_class = ProposalPage

    @extend_schema(responses=StepProposalOutput(many=True), operation_id="client_step_proposals")
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read every proposal about a client, the newest first."""
        rows = access.proposals_of(person_of(request), client_id)
        page = ProposalPage()
        found = page.paginate_queryset(rows, request, view=self)

        audit.record(
            actor=actor_of(request, Role.CLINICIAN), action="read",
            subject="progress_stepproposal", clients=[client_id], at=clock.now(),
        )  # fmt: skip

        return page.get_paginated_response(StepProposalOutput(found, many=True).data)

    @extend_schema(request=None, responses=StepAdviceOutput, operation_id="weigh_step")
    def post(self, request: Request, client_id: UUID) -> Response:
        """Let the rules weigh a step now. They change nothing but the proposal."""
        client = access.client_of(person_of(request), client_id)

        advice = services.advise_on(
            client=client, actor=actor_of(request, Role.CLINICIAN), at=clock.now()
        )

        return Response(StepAdviceOutput(advice).data)


class AcceptProposal(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(
        request=AcceptStepInput, responses=StepProposalOutput, operation_id="accept_step"
    )
    def post(self, request: Request, proposal_id: UUID) -> Response:
        """Decide for the step: the level of care changes, at once or on a day."""
        at = clock.now()
        proposal = access.get_proposal(person_of(request), proposal_id)
        shape = AcceptStepInput(data=request.data)
        shape.is_valid(raise_exception=True)

        services.accept_proposal(
            proposal=proposal,
            yes=shape.yes(today=clock.local_day(at, proposal.enrolment.program.timezone)),
            actor=actor_of(request, Role.CLINICIAN),
            at=at,
        )

        return Response(StepProposalOutput(proposal).data)


class DeclineProposal(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(
        request=DeclineStepInput, responses=StepProposalOutput, operation_id="decline_step"
    )
    def post(self, request: Request, proposal_id: UUID) -> Response:
        """Decide against the step: the level of care stays."""
        proposal = access.get_proposal(person_of(request), proposal_id)
        shape = DeclineStepInput(data=request.data)
        shape.is_valid(raise_exception=True)

        services.decline_proposal(
            proposal=proposal,
            note=shape.validated_data["note"],
            actor=actor_of(request, Role.CLINICIAN),
            at=clock.now(),
        )

        return Response(StepProposalOutput(proposal).data)
