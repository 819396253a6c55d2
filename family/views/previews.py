"""The client's doors: what somebody would see of mine, and what I put on their page myself."""

from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, actor_of, person_of
from accounts.models import Role
from care import access as care_access
from care.models import Goal
from core import clock, words
from core.errors import NotVisible
from core.pagination import Page
from family.access import previews, put_there
from family.access.consents import get_given
from family.access.shown import Card
from family.models import Category
from family.serializers.shared import (
    PreviewQuery,
    SharedCardOutput,
    SharedGoalInput,
    SharedGoalOutput,
    SupportWordsInput,
    SupportWordsOutput,
    card_body,
)
from family.services import DEFAULT_DAYS, OWN_REQUEST, shown

CATEGORY = OpenApiParameter(
    "category", str, many=True, enum=Category.values, description="What would be shared."
)


def _as_read(card: Card) -> Response:
    """Answer as the reader is answered: in their language, and saying so."""
    language = words.language_of(card.scope.language)
    return Response(card_body(card), headers={"Content-Language": language})


class Preview(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses=SharedCardOutput, operation_id="preview_consent")
    def get(self, request: Request, consent_id: UUID) -> Response:
        """See what the person in this consent gets now, byte for byte."""
        person, at = person_of(request), clock.now()
        get_given(person, consent_id)
        return _as_read(previews.preview(person, consent_id, at=at))


class PreviewCategories(APIView):
    permission_classes = (IsClient,)

    @extend_schema(parameters=[CATEGORY], responses=SharedCardOutput, operation_id="preview_of")
    def get(self, request: Request) -> Response:
        """See what these categories would show of my days as they are."""
        shape = PreviewQuery(data=request.query_params)
        shape.is_valid(raise_exception=True)
        card = previews.preview_of(
            person_of(request),
            shape.validated_data["category"],
            purpose=OWN_REQUEST,
            days=DEFAULT_DAYS,
            at=clock.now(),
        )
        return _as_read(card)


class SharedGoalPage(Page):
    ordering = ("shared_at", "pk")


class SharedGoals(APIView):
    permission_classes = (IsClient,)
    pagination_class = SharedGoalPage

    @extend_schema(responses=SharedGoalOutput(many=True), operation_id="shared_goals")
    def get(self, request: Request) -> Response:
        """Read the goals and milestones that I share with those who may see goals."""
        found = SharedGoalPage()
        rows = found.paginate_queryset(
            put_there.shared_goals(person_of(request)), request, view=self
        )
        return found.get_paginated_response(SharedGoalOutput(rows, many=True).data)

    @extend_schema(
        request=SharedGoalInput, responses={201: SharedGoalOutput}, operation_id="share_goal"
    )
    def post(self, request: Request) -> Response:
        """Share one goal or one milestone in the words that it has now."""
        shape = SharedGoalInput(data=request.data)
        shape.is_valid(raise_exception=True)
        person, wish = person_of(request), shape.validated_data
        actor, at = actor_of(request, Role.CLIENT), clock.now()
        if wish["goal_id"]:
            goal = care_access.get_own(Goal, person, wish["goal_id"])
            shared = shown.show_goal(client=person, goal=goal, actor=actor, at=at)
        else:
            slug = wish["milestone"]
            shared = shown.show_milestone(client=person, slug=slug, actor=actor, at=at)
        return Response(SharedGoalOutput(shared).data, status=201)


class WithdrawSharedGoal(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=None, responses={204: None})
    def post(self, request: Request, shared_id: UUID) -> Response:
        """Take a goal or milestone from the page again."""
        shared = put_there.shared_goals(person_of(request)).filter(pk=shared_id).first()
        if shared is None:
            raise NotVisible
        actor = actor_of(request, Role.CLIENT)
        shown.stop_showing(shared=shared, actor=actor, at=clock.now())
        return Response(status=204)


class SupportWordsFor(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses=SupportWordsOutput, operation_id="support_words")
    def get(self, request: Request, consent_id: UUID) -> Response:
        """Read how I asked this person to help."""
        consent = get_given(person_of(request), consent_id)
        return Response({"words": put_there.support_words(consent)})

    @extend_schema(
        request=SupportWordsInput, responses=SupportWordsOutput, operation_id="write_support_words"
    )
    def put(self, request: Request, consent_id: UUID) -> Response:
        """Say how this person may help; empty words take it back."""
        consent = get_given(person_of(request), consent_id)
        shape = SupportWordsInput(data=request.data)
        shape.is_valid(raise_exception=True)
        words = shown.write_support_words(
            consent=consent,
            words=shape.validated_data["words"],
            actor=actor_of(request, Role.CLIENT),
            at=clock.now(),
        )
        return Response({"words": words})
