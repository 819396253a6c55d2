"""The client's doors: share less, pause, end, invite again. Two taps each, and nothing is asked."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, actor_of, person_of
from accounts.models import Role
from core import clock
from core.shapes import sent_values
from family import access, services
from family.serializers.consents import ConsentOutput, SignedOutput
from family.serializers.signing import AskAgainInput, NarrowInput, SharingPauseInput
from family.views.steps import mine, shown
from program import access as program_access


class NarrowConsent(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=NarrowInput, responses=ConsentOutput)
    def post(self, request: Request, consent_id: UUID) -> Response:
        """Stop sharing some things at once. Nobody gets a message."""
        at, consent = clock.now(), mine(request, consent_id)
        values = sent_values(request, NarrowInput)

        successor = services.narrow(
            consent=consent,
            enrolment=program_access.own_enrolment(person_of(request), at=at),
            remove=values["remove"],
            actor=actor_of(request, Role.CLIENT),
            at=at,
        )

        return shown(request, successor, at=at)


class RevokeConsent(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=None, responses=ConsentOutput)
    def post(self, request: Request, consent_id: UUID) -> Response:
        """End a sharing at once."""
        at, consent = clock.now(), mine(request, consent_id)

        ended = services.revoke(consent=consent, actor=actor_of(request, Role.CLIENT), at=at)

        return shown(request, ended, at=at)


class PauseConsent(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=SharingPauseInput, responses=ConsentOutput)
    def post(self, request: Request, consent_id: UUID) -> Response:
        """Share nothing for a while."""
        at, consent = clock.now(), mine(request, consent_id)
        values = sent_values(request, SharingPauseInput)

        services.pause(
            consent=consent, until=values["until"], actor=actor_of(request, Role.CLIENT), at=at
        )

        return shown(request, consent, at=at)


class ResumeConsent(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=None, responses=ConsentOutput)
    def post(self, request: Request, consent_id: UUID) -> Response:
        """Go on sharing what I signed."""
        at, consent = clock.now(), mine(request, consent_id)

        services.resume(consent=consent, actor=actor_of(request, Role.CLIENT), at=at)

        return shown(request, consent, at=at)


class InviteAgain(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=AskAgainInput, responses={201: SignedOutput})
    def post(self, request: Request, consent_id: UUID) -> Response:
        """Send a new invitation with a new code; the one before works no more."""
        at, consent = clock.now(), mine(request, consent_id)
        values = sent_values(request, AskAgainInput)

        invited = services.invite(
            consent=consent, language=values.get("language", ""),
            actor=actor_of(request, Role.CLIENT), at=at,
        )  # fmt: skip

        (row,) = access.described([invited.invitation.consent], at=at)
        answer = {
            "consent": row,
            "code": invited.code,
            "invitation_expires_at": invited.invitation.expires_at,
        }
        context = {"language": person_of(request).language}
        return Response(SignedOutput(answer, context=context).data, status=201)


class WithdrawInvitation(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=None, responses=ConsentOutput)
    def post(self, request: Request, consent_id: UUID) -> Response:
        """Take back an invitation that nobody has accepted yet."""
        at, consent = clock.now(), mine(request, consent_id)

        services.withdraw(consent=consent, actor=actor_of(request, Role.CLIENT), at=at)

        return shown(request, mine(request, consent_id), at=at)
