"""Doors of goals. One goal or step opens to its client and to the care team alike."""

from datetime import date
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, IsClinician, SignedIn, actor_of, person_of
from accounts.models import Role
from care import access, selectors, services
from care.models import DailyGoal, Goal
from care.serializers.goals import (
    EndGoalInput,
    GoalInput,
    GoalOfDayInput,
    GoalOfDayOutput,
    GoalOutput,
    GoalsQuery,
    GoalStepInput,
    NewGoalInput,
    NewGoalStepInput,
)
from care.views.shared import hand, note_if_others, note_reading, paged
from core import clock
from core.errors import NotVisible
from core.pagination import Page
from core.shapes import asked, sent
from program import access as program_access

STATE = OpenApiParameter("state", str, enum=("open", "ended", "all"))
DAY = OpenApiParameter("on", date, OpenApiParameter.PATH)
GOAL = "care_goal"


class GoalPage(Page):
    ordering = ("added_at", "pk")


def _shown(goal: Goal, status: int = 200) -> Response:
    row = selectors.with_steps(Goal.objects.filter(pk=goal.pk)).get()
    return Response(GoalOutput(row).data, status=status)


class Goals(APIView):
    permission_classes = (IsClient,)
    pagination_class = GoalPage

    @extend_schema(parameters=[STATE], responses=GoalOutput(many=True), operation_id="own_goals")
    def get(self, request: Request) -> Response:
        """Read my goals with their steps."""
        rows = selectors.with_steps(access.own(Goal, person_of(request)))
        rows = selectors.goals_in(rows, **asked(request, GoalsQuery))
        return paged(rows, request, self, page=GoalPage(), shape=GoalOutput)

    @extend_schema(request=NewGoalInput, responses={201: GoalOutput}, operation_id="add_own_goal")
    def post(self, request: Request) -> Response:
        """Begin a goal."""
        shape = sent(request, NewGoalInput)
        goal = services.add_goal(
            client=person_of(request),
            words=shape.words(),
            steps=shape.validated_data["steps"],
            actor=actor_of(request, Role.CLIENT),
            at=clock.now(),
        )
        return _shown(goal, 201)


class ClientGoals(APIView):
    permission_classes = (IsClinician,)
    pagination_class = GoalPage

    @extend_schema(parameters=[STATE], responses=GoalOutput(many=True), operation_id="client_goals")
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read the goals of a client that one looks after."""
        rows = selectors.with_steps(access.of_client(Goal, person_of(request), client_id))
        rows = selectors.goals_in(rows, **asked(request, GoalsQuery))
        note_reading(request, GOAL, [client_id])
        return paged(rows, request, self, page=GoalPage(), shape=GoalOutput)

    @extend_schema(
        request=NewGoalInput, responses={201: GoalOutput}, operation_id="add_client_goal"
    )
    def post(self, request: Request, client_id: UUID) -> Response:
        """Begin a goal with a client."""
        client = program_access.get_client(person_of(request), client_id)
        shape = sent(request, NewGoalInput)
        goal = services.add_goal(
            client=client,
            words=shape.words(),
            steps=shape.validated_data["steps"],
            actor=actor_of(request, Role.CLINICIAN),
            at=clock.now(),
        )
        return _shown(goal, 201)


class OneGoal(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(responses=GoalOutput)
    def get(self, request: Request, goal_id: UUID) -> Response:
        """Read one goal."""
        goal = access.get(Goal, person_of(request), goal_id)
        note_if_others(request, GOAL, goal.client_id)
        return _shown(goal)

    @extend_schema(request=GoalInput, responses=GoalOutput)
    def put(self, request: Request, goal_id: UUID) -> Response:
        """Change what a goal says."""
        goal = access.get(Goal, person_of(request), goal_id)
        words = sent(request, GoalInput).words()
        actor = hand(request, goal.client_id)
        return _shown(services.change_goal(goal=goal, words=words, actor=actor, at=clock.now()))


class EndGoal(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(request=EndGoalInput, responses=GoalOutput)
    def post(self, request: Request, goal_id: UUID) -> Response:
        """End work on a goal: it is reached, or set aside."""
        goal = access.get(Goal, person_of(request), goal_id)
        end = sent(request, EndGoalInput).validated_data["end"]
        actor = hand(request, goal.client_id)
        return _shown(services.end_goal(goal=goal, end=end, actor=actor, at=clock.now()))


class ReopenGoal(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(request=None, responses=GoalOutput)
    def post(self, request: Request, goal_id: UUID) -> Response:
        """Take a goal up again."""
        goal = access.get(Goal, person_of(request), goal_id)
        actor = hand(request, goal.client_id)
        return _shown(services.reopen_goal(goal=goal, actor=actor, at=clock.now()))


class GoalSteps(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(request=NewGoalStepInput, responses={201: GoalOutput})
    def post(self, request: Request, goal_id: UUID) -> Response:
        """Add a small step to a goal."""
        goal = access.get(Goal, person_of(request), goal_id)
        text = sent(request, NewGoalStepInput).validated_data["text"]
        actor = hand(request, goal.client_id)
        services.add_step(goal=goal, text=text, actor=actor, at=clock.now())
        return _shown(goal, 201)


class OneStep(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(request=GoalStepInput, responses=GoalOutput)
    def put(self, request: Request, step_id: UUID) -> Response:
        """Tick a step, take the tick back, or change its words."""
        step = access.get_step(person_of(request), step_id)
        change = sent(request, GoalStepInput).change()
        actor = hand(request, step.client_id)
        services.change_step(step=step, change=change, actor=actor, at=clock.now())
        return _shown(step.goal)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, step_id: UUID) -> Response:
        """Take a step out."""
        step = access.get_step(person_of(request), step_id)
        actor = hand(request, step.client_id)
        services.remove_step(step=step, actor=actor, at=clock.now())
        return Response(status=204)


class GoalOfDay(APIView):
    permission_classes = (IsClient,)

    @extend_schema(parameters=[DAY], responses=GoalOfDayOutput)
    def get(self, request: Request, on: date) -> Response:
        """Read which of my goals a day's check-in is about."""
        row = access.own(DailyGoal, person_of(request)).filter(on=on).first()
        if row is None:
            raise NotVisible
        return Response(GoalOfDayOutput(row).data)

    @extend_schema(parameters=[DAY], request=GoalOfDayInput, responses=GoalOfDayOutput)
    def put(self, request: Request, on: date) -> Response:
        """Link the goal of a day's check-in to a goal or step of mine, or take the link back."""
        person = person_of(request)
        wish = sent(request, GoalOfDayInput).validated_data
        goal = access.get_own(Goal, person, wish["goal_id"]) if wish["goal_id"] else None
        step = access.get_step(person, wish["step_id"]) if wish["step_id"] else None
        actor = actor_of(request, Role.CLIENT)
        row = services.set_daily_goal(
            client=person, on=on, goal=goal, step=step, actor=actor, at=clock.now()
        )
        return Response(GoalOfDayOutput(row).data)
