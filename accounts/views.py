"""Doors of accounts: invite, and accept an invitation."""

from drf_spectacular.utils import extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts import services
from accounts.access import IsAdministrator, actor_of
from accounts.models import Role
from accounts.serializers import (
    AcceptInvitationInput,
    AcceptInvitationOutput,
    InvitationInput,
    InvitationOutput,
)
from core import clock, identity


class Invitations(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=InvitationInput, responses={201: InvitationOutput})
    def post(self, request: Request) -> Response:
        """Invite a person to open an account."""
        shape = InvitationInput(data=request.data)
        shape.is_valid(raise_exception=True)

        invitation = services.invite(
            actor=actor_of(request, Role.ADMINISTRATOR), at=clock.now(), **shape.validated_data
        )

        return Response(InvitationOutput(invitation).data, status=201)


class AcceptInvitation(APIView):
    permission_classes = (AllowAny,)
    authentication_classes = ()

    @extend_schema(request=AcceptInvitationInput, responses={201: AcceptInvitationOutput})
    def post(self, request: Request) -> Response:
        """Open the account that an invitation offers."""
        shape = AcceptInvitationInput(data=request.data)
        shape.is_valid(raise_exception=True)
        identity.be_accounts()

        person = services.accept_invitation(at=clock.now(), **shape.validated_data)

        return Response(AcceptInvitationOutput(person).data, status=201)
