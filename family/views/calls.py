"""Doors of “please call me”: the client's, and those of the person asked."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, IsFamily, actor_of, person_of
from accounts.models import Role
from core import clock
from core.shapes import sent
from family import access, disclosures, services
from family.access import calls
from family.models import Category
from family.rules.limits import MOST_SHOWN
from family.serializers.calls import CallMeInput, CallMeOutput, CallMePageOutput
from family.serializers.meetings import CallsOutput
from family.texts.own import says
from family.views.between import may_get, notice, scope_of


class CallMe(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses=CallMePageOutput)
    def get(self, request: Request) -> Response:
        """Read whom I may ask for a call, what happens then, and my newest presses."""
        at, person = clock.now(), person_of(request)
        page = {
            "words": says("call_me", person.language),
            "people": may_get(person, Category.CRISIS_CONTACT, at=at),
            "calls": calls.pressed_by(person).order_by("-pressed_at")[:MOST_SHOWN],
        }
        return Response(CallMePageOutput(page, context={"at": at}).data)

    @extend_schema(request=CallMeInput, responses={201: CallMeOutput})
    def post(self, request: Request) -> Response:
        """Ask one person to call me. They are told that there is something, and nothing else."""
        at, person = clock.now(), person_of(request)
        wish = sent(request, CallMeInput).validated_data
        call = services.press_call_me(
            client_id=person.pk,
            to=wish["to"],
            submission_id=wish["submission_id"],
            actor=actor_of(request, Role.CLIENT),
            at=at,
        )
        row = calls.get_pressed(person, call.pk)
        return Response(CallMeOutput(row, context={"at": at}).data, status=201)


class TakeBackCall(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=None, responses={204: None})
    def post(self, request: Request, call_id: UUID) -> Response:
        """Say that I need no call any more."""
        call = calls.get_pressed(person_of(request), call_id)
        actor = actor_of(request, Role.CLIENT)
        services.take_back_call(call=call, actor=actor, at=clock.now())
        return Response(status=204)


class CallsForMe(APIView):
    permission_classes = (IsFamily,)

    @extend_schema(responses=CallsOutput)
    def get(self, request: Request) -> Response:
        """Read who asks me for a call right now, under the notice that goes with it."""
        at, person = clock.now(), person_of(request)
        sharings = access.in_force(person, at=at)
        found = calls.open_under(sharings, at=at)
        shown = [one for one in sharings if one.series in {row["series"] for row in found}]
        for sharing in shown:
            disclosures.record(
                sharing, categories=[Category.CRISIS_CONTACT], recipient=person,
                actor=actor_of(request, Role.FAMILY), at=at,
            )  # fmt: skip
        scope = scope_of(shown, person.language)
        return Response(CallsOutput({"notice": notice(), "scope": scope, "calls": found}).data)


class SeeCall(APIView):
    permission_classes = (IsFamily,)

    @extend_schema(request=None, responses={204: None})
    def post(self, request: Request, call_id: UUID) -> Response:
        """Say that I have seen it; the client sees that."""
        actor = actor_of(request, Role.FAMILY)
        services.see_call(
            person_id=person_of(request).pk, call_id=call_id, actor=actor, at=clock.now()
        )
        return Response(status=204)


class AnswerCall(APIView):
    permission_classes = (IsFamily,)

    @extend_schema(request=None, responses={204: None})
    def post(self, request: Request, call_id: UUID) -> Response:
        """Say that I call, or have called."""
        actor = actor_of(request, Role.FAMILY)
        services.answer_call(
            person_id=person_of(request).pk, call_id=call_id, actor=actor, at=clock.now()
        )
        return Response(status=204)
