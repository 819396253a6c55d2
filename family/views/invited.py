"""Doors for somebody who was asked: with or without an account. Every answer is yes or no."""

from drf_spectacular.utils import extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import SignedIn, person_of, slow_down
from core import clock, identity
from core.shapes import sent_values
from family import services
from family.serializers.consents import AcceptedOutput
from family.serializers.signing import AcceptInput, FamilyJoinInput
from family.services import Held


class AcceptFamilyInvitation(APIView):
    permission_classes = (AllowAny,)
    authentication_classes = ()

    @extend_schema(request=AcceptInput, responses=AcceptedOutput)
    def post(self, request: Request) -> Response:
        """Accept with a password for a new account. An account that exists keeps its own."""
        slow_down(request, "accept")
        values = sent_values(request, AcceptInput)
        identity.be_nobody()

        accepted = services.accept_anew(
            held=Held(values["token"], values["code"], values.get("language", "")),
            password=values["password"], at=clock.now(),
        )  # fmt: skip

        return Response(AcceptedOutput({"accepted": accepted}).data)


class JoinAsMyself(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(request=FamilyJoinInput, responses=AcceptedOutput)
    def post(self, request: Request) -> Response:
        """Accept with the account that I am signed in to."""
        slow_down(request, "accept")
        values = sent_values(request, FamilyJoinInput)

        accepted = services.accept_as(
            held=Held(values["token"], values["code"]), person=person_of(request), at=clock.now()
        )

        return Response(AcceptedOutput({"accepted": accepted}).data)
