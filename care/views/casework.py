"""Doors of tasks and referrals."""

from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, IsClinician, actor_of, person_of
from accounts.models import Role
from care import access, selectors, services
from care.models import Referral, Task
from care.rules import states
from care.serializers.casework import (
    CaseworkQuery,
    MoveTaskInput,
    ReferralInput,
    ReferralOutput,
    TaskInput,
    TaskOutput,
)
from care.views.shared import note_reading, paged
from core import clock
from core.pagination import Page
from core.shapes import asked, sent
from program import access as program_access

STATE = OpenApiParameter("state", str, enum=("open", "over", "all"))
TASK, REFERRAL = "care_task", "care_referral"


class CaseworkPage(Page):
    # What has a day comes before what has none: PostgreSQL puts no day last.
    ordering = ("added_at", "pk")


def _task(task: Task, status: int = 200) -> Response:
    row = selectors.with_people(Task.objects.filter(pk=task.pk)).get()
    return Response(TaskOutput(row).data, status=status)


def _referral(referral: Referral, status: int = 200) -> Response:
    row = selectors.with_people(Referral.objects.filter(pk=referral.pk)).get()
    return Response(ReferralOutput(row).data, status=status)


class Tasks(APIView):
    permission_classes = (IsClient,)
    pagination_class = CaseworkPage

    @extend_schema(parameters=[STATE], responses=TaskOutput(many=True), operation_id="own_tasks")
    def get(self, request: Request) -> Response:
        """Read the tasks about me that are for me to see."""
        rows = selectors.with_people(access.own(Task, person_of(request)))
        rows = selectors.tasks_in(rows, over=states.TASK_OVER, **asked(request, CaseworkQuery))
        return paged(rows, request, self, page=CaseworkPage(), shape=TaskOutput)


class MoveTask(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=MoveTaskInput, responses=TaskOutput)
    def post(self, request: Request, task_id: UUID) -> Response:
        """Say how far I am with a task of my own."""
        task = access.get_own(Task, person_of(request), task_id)
        state = sent(request, MoveTaskInput).validated_data["state"]
        actor = actor_of(request, Role.CLIENT)
        return _task(services.move_own_task(task=task, state=state, actor=actor, at=clock.now()))


class MyTasks(APIView):
    permission_classes = (IsClinician,)
    pagination_class = CaseworkPage

    @extend_schema(parameters=[STATE], responses=TaskOutput(many=True), operation_id="my_tasks")
    def get(self, request: Request) -> Response:
        """Read the tasks that I own, of all clients whom I look after."""
        person = person_of(request)
        rows = access.of_caseload(Task, person).filter(owner=person)
        rows = selectors.tasks_in(
            selectors.with_people(rows), over=states.TASK_OVER, **asked(request, CaseworkQuery)
        )
        return paged(rows, request, self, page=CaseworkPage(), shape=TaskOutput, subject=TASK)


class ClientTasks(APIView):
    permission_classes = (IsClinician,)
    pagination_class = CaseworkPage

    @extend_schema(parameters=[STATE], responses=TaskOutput(many=True), operation_id="client_tasks")
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read the tasks about a client that one looks after."""
        rows = selectors.with_people(access.of_client(Task, person_of(request), client_id))
        rows = selectors.tasks_in(rows, over=states.TASK_OVER, **asked(request, CaseworkQuery))
        note_reading(request, TASK, [client_id])
        return paged(rows, request, self, page=CaseworkPage(), shape=TaskOutput)

    @extend_schema(request=TaskInput, responses={201: TaskOutput}, operation_id="add_client_task")
    def post(self, request: Request, client_id: UUID) -> Response:
        """Write down a task."""
        client = program_access.get_client(person_of(request), client_id)
        words = sent(request, TaskInput).words()
        actor = actor_of(request, Role.CLINICIAN)
        task = services.add_task(client=client, words=words, actor=actor, at=clock.now())
        return _task(task, 201)


class OneTask(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(request=TaskInput, responses=TaskOutput)
    def put(self, request: Request, task_id: UUID) -> Response:
        """Change a task or its state."""
        task = access.get_of_client(Task, person_of(request), task_id)
        words = sent(request, TaskInput).words()
        actor = actor_of(request, Role.CLINICIAN)
        return _task(services.change_task(task=task, words=words, actor=actor, at=clock.now()))


class Referrals(APIView):
    permission_classes = (IsClient,)
    pagination_class = CaseworkPage

    @extend_schema(
        parameters=[STATE], responses=ReferralOutput(many=True), operation_id="own_referrals"
    )
    def get(self, request: Request) -> Response:
        """Read the referrals about me that are for me to see."""
        rows = selectors.with_people(access.own(Referral, person_of(request)))
        query = asked(request, CaseworkQuery)
        rows = selectors.tasks_in(rows, over=states.REFERRAL_OVER, **query)
        return paged(rows, request, self, page=CaseworkPage(), shape=ReferralOutput)


class ClientReferrals(APIView):
    permission_classes = (IsClinician,)
    pagination_class = CaseworkPage

    @extend_schema(
        parameters=[STATE], responses=ReferralOutput(many=True), operation_id="client_referrals"
    )
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read the referrals of a client that one looks after."""
        rows = selectors.with_people(access.of_client(Referral, person_of(request), client_id))
        query = asked(request, CaseworkQuery)
        rows = selectors.tasks_in(rows, over=states.REFERRAL_OVER, **query)
        note_reading(request, REFERRAL, [client_id])
        return paged(rows, request, self, page=CaseworkPage(), shape=ReferralOutput)

    @extend_schema(
        request=ReferralInput, responses={201: ReferralOutput}, operation_id="add_client_referral"
    )
    def post(self, request: Request, client_id: UUID) -> Response:
        """Write down a referral."""
        client = program_access.get_client(person_of(request), client_id)
        words = sent(request, ReferralInput).words()
        actor = actor_of(request, Role.CLINICIAN)
        row = services.add_referral(client=client, words=words, actor=actor, at=clock.now())
        return _referral(row, 201)


class OneReferral(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(request=ReferralInput, responses=ReferralOutput)
    def put(self, request: Request, referral_id: UUID) -> Response:
        """Change a referral or its state."""
        row = access.get_of_client(Referral, person_of(request), referral_id)
        words = sent(request, ReferralInput).words()
        actor = actor_of(request, Role.CLINICIAN)
        changed = services.change_referral(referral=row, words=words, actor=actor, at=clock.now())
        return _referral(changed)
