"""Doors of invitations to meetings: the care team's, the client's, and the family member's."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, IsClinician, IsFamily, SignedIn, actor_of, person_of
from accounts.models import Role
from core import audit, clock
from core.pagination import Page
from core.shapes import sent
from family import access, disclosures, services
from family.access import meetings
from family.models import Category, InvitationEnd
from family.serializers.meetings import (
    AskToMeetingInput,
    MayBeAskedOutput,
    MeetingAnswerInput,
    MeetingsOutput,
    SessionInvitationOutput,
)
from family.texts.own import says
from family.views.between import notice, paged, scope_of
from program import access as program_access

TABLE = "family_sessioninvitation"


class InvitationPage(Page):
    ordering = ("-starts_at", "pk")


class MyMeetings(APIView):
    permission_classes = (IsFamily,)

    @extend_schema(responses=MeetingsOutput, operation_id="meetings_i_am_asked_to")
    def get(self, request: Request) -> Response:
        """Read the meetings that I am asked to, under the notice that goes with them."""
        at, person = clock.now(), person_of(request)
        sharings = access.in_force(person, at=at)
        found = meetings.invited_under(sharings, at=at)
        shown = [one for one in sharings if one.series in {row["series"] for row in found}]
        for sharing in shown:
            disclosures.record(
                sharing, categories=[Category.SESSION_INVITATIONS], recipient=person,
                actor=actor_of(request, Role.FAMILY), at=at,
            )  # fmt: skip
        page = {
            "notice": notice(),
            "scope": scope_of(shown, person.language),
            "words": says("meetings", person.language),
            "meetings": found,
        }
        return Response(MeetingsOutput(page).data)


class AnswerMeeting(APIView):
    permission_classes = (IsFamily,)

    @extend_schema(request=MeetingAnswerInput, responses={204: None})
    def put(self, request: Request, invitation_id: UUID) -> Response:
        """Say whether I come: yes, no or maybe. The care team and my relative see it."""
        at = clock.now()
        answer = sent(request, MeetingAnswerInput).validated_data["answer"]
        services.answer_invitation(
            sharings=access.in_force(person_of(request), at=at),
            invitation_id=invitation_id,
            answer=answer,
            actor=actor_of(request, Role.FAMILY),
            at=at,
        )
        return Response(status=204)


class MyInvitations(APIView):
    permission_classes = (IsClient,)
    pagination_class = InvitationPage

    @extend_schema(
        responses=SessionInvitationOutput(many=True), operation_id="invitations_to_my_meetings"
    )
    def get(self, request: Request) -> Response:
        """Read whom the program asked to my meetings, and what they said."""
        rows = meetings.about_me(person_of(request)).select_related("session")
        return paged(
            rows, request, self, page=InvitationPage(), shape=SessionInvitationOutput,
            context={"at": clock.now()},
        )  # fmt: skip


class EndInvitation(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(request=None, responses={204: None})
    def post(self, request: Request, invitation_id: UUID) -> Response:
        """Take an invitation back: as the client it is about, or as a clinician of theirs."""
        person = person_of(request)
        invitation = meetings.get_mine(person, invitation_id)
        mine = invitation.client_id == person.pk
        services.end_invitation(
            invitation=invitation,
            end=InvitationEnd.CLIENT if mine else InvitationEnd.CLINICIAN,
            actor=actor_of(request, Role.CLIENT if mine else Role.CLINICIAN),
            at=clock.now(),
        )
        return Response(status=204)


class ClientInvitations(APIView):
    permission_classes = (IsClinician,)
    pagination_class = InvitationPage

    @extend_schema(
        responses=SessionInvitationOutput(many=True), operation_id="invitations_about_a_client"
    )
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read who was asked to meetings of a client that one looks after."""
        rows = meetings.about_client(person_of(request), client_id).select_related("session")
        _note_reading(request, client_id)
        return paged(
            rows, request, self, page=InvitationPage(), shape=SessionInvitationOutput,
            context={"at": clock.now()},
        )  # fmt: skip

    @extend_schema(request=AskToMeetingInput, responses={201: SessionInvitationOutput})
    def post(self, request: Request, client_id: UUID) -> Response:
        """Ask a family member to a meeting, if the client's consent covers that."""
        at, person = clock.now(), person_of(request)
        client = program_access.get_client(person, client_id)
        wish = sent(request, AskToMeetingInput).validated_data
        row = services.invite_relative(
            session=program_access.get_scheduled(person, wish["session"]),
            client_id=client.pk,
            recipient_id=wish["person"],
            actor=actor_of(request, Role.CLINICIAN),
            at=at,
        )
        found = meetings.about_client(person, client_id).select_related("session").get(pk=row.pk)
        return Response(SessionInvitationOutput(found, context={"at": at}).data, status=201)


class MayBeAsked(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(responses=MayBeAskedOutput)
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read whom of a client's family one may ask right now, and to which meetings."""
        at, person = clock.now(), person_of(request)
        client = program_access.get_client(person, client_id)
        found = {
            "people": meetings.may_be_asked(client, at=at),
            "meetings": meetings.to_come(person, client, at=at),
        }
        _note_reading(request, client_id)
        return Response(MayBeAskedOutput(found).data)


def _note_reading(request: Request, client_id: UUID) -> None:
    audit.record(
        actor=actor_of(request, Role.CLINICIAN), action="read", subject=TABLE,
        clients=[client_id], at=clock.now(),
    )  # fmt: skip
