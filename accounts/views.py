"""Doors of accounts: invitations, one's language and sessions, and a lost second factor."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts import services
from accounts.access import (
    IsAdministrator,
    SignedIn,
    actor_of,
    get_invitation,
    person_of,
    prove_again,
    waiting_invitations,
)
from accounts.access.sign_ins import (
    get_person,
    get_sign_in,
    other_sign_ins,
    own_sign_ins,
    relative_at,
)
from accounts.models import Role
from accounts.serializers import (
    AcceptInvitationInput,
    AcceptInvitationOutput,
    InvitationInput,
    InvitationOutput,
    LanguageChoiceInput,
    ResetFactorInput,
    ResetFactorOutput,
    ResetRelativeInput,
    SignInOutput,
)
from core import clock, identity, words
from core.pagination import Page
from core.shapes import sent_values


class InvitationPage(Page):
    ordering = ("-invited_at", "pk")


class Invitations(APIView):
    permission_classes = (IsAdministrator,)
    pagination_class = InvitationPage

    @extend_schema(responses=InvitationOutput(many=True))
    def get(self, request: Request) -> Response:
        """Read who was invited and has not come yet, the newest first."""
        page = InvitationPage()
        found = page.paginate_queryset(waiting_invitations(), request, view=self)
        return page.get_paginated_response(InvitationOutput(found, many=True).data)

    @extend_schema(request=InvitationInput, responses={201: InvitationOutput})
    def post(self, request: Request) -> Response:
        """Invite a person to open an account."""
        values = sent_values(request, InvitationInput)
        mine = words.language_of(person_of(request).language)

        invitation = services.invite(
            actor=actor_of(request, Role.ADMINISTRATOR), at=clock.now(),
            **{"language": mine, **values},
        )  # fmt: skip

        return Response(InvitationOutput(invitation).data, status=201)


class InviteAgain(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=None, responses=InvitationOutput)
    def post(self, request: Request, invitation_id: UUID) -> Response:
        """Send another link; every link before it stops working."""
        invitation = services.invite_again(
            invitation=get_invitation(invitation_id),
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )
        return Response(InvitationOutput(invitation).data)


class WithdrawInvitation(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=None, responses={204: None})
    def post(self, request: Request, invitation_id: UUID) -> Response:
        """Take back an invitation that nobody has accepted."""
        services.withdraw_invitation(
            invitation=get_invitation(invitation_id),
            actor=actor_of(request, Role.ADMINISTRATOR),
            at=clock.now(),
        )
        return Response(status=204)


class OwnLanguage(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(request=LanguageChoiceInput, responses={204: None})
    def put(self, request: Request) -> Response:
        """Choose in which language I am spoken to: in the app, in answers and in messages."""
        values = sent_values(request, LanguageChoiceInput)
        person = person_of(request)

        services.choose_language(
            person=person,
            actor=actor_of(request, Role(person.roles[0])),
            at=clock.now(),
            **values,
        )

        return Response(status=204)


class AcceptInvitation(APIView):
    permission_classes = (AllowAny,)
    authentication_classes = ()

    @extend_schema(request=AcceptInvitationInput, responses={201: AcceptInvitationOutput})
    def post(self, request: Request) -> Response:
        """Open the account that an invitation offers."""
        values = sent_values(request, AcceptInvitationInput)
        identity.be_accounts()

        person = services.accept_invitation(at=clock.now(), **values)

        return Response(AcceptInvitationOutput(person).data, status=201)


class OwnSignIns(APIView):
    permission_classes = (SignedIn,)
    pagination_class = None

    @extend_schema(responses=SignInOutput(many=True), operation_id="own_sign_ins")
    def get(self, request: Request) -> Response:
        """Read on which devices I am signed in, this one first; at most fifty, the newest."""
        rows = own_sign_ins(person_of(request), request.session, at=clock.now())
        return Response(SignInOutput(rows, many=True).data)

    @extend_schema(responses={204: None}, operation_id="end_other_sign_ins")
    def delete(self, request: Request) -> Response:
        """Sign out everywhere else."""
        person = person_of(request)
        services.end_sign_ins(
            rows=other_sign_ins(person, request.session),
            person=person,
            actor=actor_of(request, Role(person.roles[0])),
            at=clock.now(),
        )
        return Response(status=204)


class OneSignIn(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(responses={204: None}, operation_id="end_sign_in")
    def delete(self, request: Request, number: int) -> Response:
        """Sign out on one device."""
        person = person_of(request)
        services.end_sign_ins(
            rows=[get_sign_in(person, number)],
            person=person,
            actor=actor_of(request, Role(person.roles[0])),
            at=clock.now(),
        )
        return Response(status=204)


class ResetSecondFactor(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=ResetFactorInput, responses=ResetFactorOutput)
    def post(self, request: Request, person_id: UUID) -> Response:
        """Take away the lost second factors of a person, who then sets up new ones."""
        values = sent_values(request, ResetFactorInput)
        at, person = clock.now(), get_person(person_id)
        prove_again(request, at=at, password=values["password"], code=values["code"])

        count = services.reset_second_factor(
            person=person, reason=values["reason"],
            actor=actor_of(request, Role.ADMINISTRATOR), at=at,
        )  # fmt: skip

        return Response(ResetFactorOutput({"taken_away": count}).data)


class ResetRelativesSecondFactor(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(
        request=ResetRelativeInput, responses={204: None},
        operation_id="reset_relatives_second_factor",
    )  # fmt: skip
    def post(self, request: Request) -> Response:
        """Take away the lost second factors of the relative with this address, if there is one.

        The answer is the same when there is none, and whatever is shared with them.
        """
        values, at = sent_values(request, ResetRelativeInput), clock.now()
        prove_again(request, at=at, password=values["password"], code=values["code"])

        services.reset_relatives_factor(
            person=relative_at(values["email"]), reason=values["reason"],
            actor=actor_of(request, Role.ADMINISTRATOR), at=at,
        )  # fmt: skip

        return Response(status=204)
