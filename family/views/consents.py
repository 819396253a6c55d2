"""The client's doors: what I share, with whom, and signing it."""

from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, actor_of, person_of, prove_again
from accounts.models import Role
from core import clock
from core.pagination import Page
from core.shapes import sent_values
from family import access, services, texts
from family.models import SENSITIVE, Category
from family.serializers.consents import (
    CategoriesOutput,
    ConsentDetailOutput,
    ConsentDraftOutput,
    ConsentOutput,
    PressureOutput,
    SignedOutput,
)
from family.serializers.signing import (
    AmendInput,
    ConsentDraftInput,
    ConsentSignInput,
    LanguageQuery,
    ShareInput,
)
from family.views.steps import mine, shown, spoken, terms_of
from program import access as program_access

LANGUAGE = OpenApiParameter("language", str, enum=("en", "es"))


class ConsentPage(Page):
    ordering = ("-signed_at", "pk")


def _asked_language(request: Request) -> str:
    query = LanguageQuery(data=request.query_params.dict())
    query.is_valid(raise_exception=True)
    return spoken(request, query.validated_data)


class Categories(APIView):
    permission_classes = (IsClient,)

    @extend_schema(parameters=[LANGUAGE], responses=CategoriesOutput)
    def get(self, request: Request) -> Response:
        """Read every switch there is, in words."""
        language = _asked_language(request)
        rows = []
        for key in Category.values:
            words = texts.words_of(key, language)
            rows.append(
                {
                    "category": key,
                    "name": words.name,
                    "words": words.client,
                    "family_words": words.family,
                    "sensitive": key in SENSITIVE,
                    "always": key == Category.PROGRAM_LINK,
                }
            )
        return Response(CategoriesOutput({"categories": rows}).data)


class PressureHelp(APIView):
    permission_classes = (IsClient,)

    @extend_schema(parameters=[LANGUAGE], responses=PressureOutput)
    def get(self, request: Request) -> Response:
        """Read what I can do when somebody presses me to share. Leaves no trace."""
        return Response(PressureOutput(texts.pressure_help(_asked_language(request))).data)


class PreviewText(APIView):
    permission_classes = (IsClient,)

    @extend_schema(
        request=ConsentDraftInput,
        responses=ConsentDraftOutput,
        operation_id="consent_text",
    )
    def post(self, request: Request) -> Response:
        """Read the exact text that I would sign."""
        at, person = clock.now(), person_of(request)
        terms = terms_of(request, sent_values(request, ConsentDraftInput))

        enrolment = program_access.own_enrolment(person, at=at)
        words = services.draft(enrolment=enrolment, terms=terms, at=at)

        return Response(ConsentDraftOutput(words).data)


class Consents(APIView):
    permission_classes = (IsClient,)
    pagination_class = ConsentPage

    @extend_schema(responses=ConsentOutput(many=True), operation_id="consents_given")
    def get(self, request: Request) -> Response:
        """Read with whom I share or shared, the newest first; one row for each sharing."""
        at, person = clock.now(), person_of(request)
        page = ConsentPage()
        rows = access.given_by(person).exclude(ended_reason="superseded")
        found = page.paginate_queryset(rows, request, view=self) or []
        states = access.described(found, at=at)
        context = {"language": person.language}
        return page.get_paginated_response(ConsentOutput(states, many=True, context=context).data)

    @extend_schema(
        request=ConsentSignInput, responses={201: SignedOutput}, operation_id="sign_consent"
    )
    def post(self, request: Request) -> Response:
        """Sign a new sharing. Only then one neutral message asks the other person."""
        at, person = clock.now(), person_of(request)
        values = sent_values(request, ConsentSignInput)
        terms, actor = terms_of(request, values), actor_of(request, Role.CLIENT)
        enrolment = program_access.own_enrolment(person, at=at)
        words = services.draft(enrolment=enrolment, terms=terms, at=at)
        services.refuse_unread(
            words, digest=values["text_digest"], confirmed_again=values["confirmed_again"]
        )
        proof = prove_again(request, password=values["password"], code=values["code"], at=at)

        consent = services.grant(
            enrolment=enrolment, terms=terms, authenticated_at=proof.at, method=proof.method,
            actor=actor, at=at,
        )  # fmt: skip
        invited = services.invite(
            consent=consent, language=values.get("invitation_language", ""), actor=actor, at=at
        )

        (row,) = access.described([consent], at=at)
        return _signed(person.language, row, invited)


def _signed(language: str, row: access.Described, invited: services.Sent) -> Response:
    answer = {
        "consent": row,
        "code": invited.code,
        "invitation_expires_at": invited.invitation.expires_at,
    }
    return Response(SignedOutput(answer, context={"language": language}).data, status=201)


class ConsentById(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses=ConsentDetailOutput, operation_id="consent_given")
    def get(self, request: Request, consent_id: UUID) -> Response:
        """Read one of my sharings with all of its versions."""
        at, person = clock.now(), person_of(request)
        consent = access.get_given(person, consent_id)
        (row,) = access.described([consent], at=at)
        versions = list(access.versions_of(consent)[:200])
        context = {"language": person.language, "versions": versions}
        return Response(ConsentDetailOutput(row, context=context).data)


class PreviewAmendment(APIView):
    permission_classes = (IsClient,)

    @extend_schema(
        request=ShareInput, responses=ConsentDraftOutput, operation_id="consent_amendment_text"
    )
    def post(self, request: Request, consent_id: UUID) -> Response:
        """Read the exact text of a new version for the same person."""
        at, consent = clock.now(), mine(request, consent_id)
        terms = services.for_the_same(consent, terms_of(request, sent_values(request, ShareInput)))
        enrolment = program_access.own_enrolment(person_of(request), at=at)
        words = services.draft(enrolment=enrolment, terms=terms, at=at)
        return Response(ConsentDraftOutput(words).data)


class AmendConsent(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=AmendInput, responses={201: ConsentOutput})
    def post(self, request: Request, consent_id: UUID) -> Response:
        """Sign a new version for the same person; the one before ends."""
        at, consent = clock.now(), mine(request, consent_id)
        values = sent_values(request, AmendInput)
        terms = services.for_the_same(consent, terms_of(request, values))
        enrolment = program_access.own_enrolment(person_of(request), at=at)
        words = services.draft(enrolment=enrolment, terms=terms, at=at)
        services.refuse_unread(
            words, digest=values["text_digest"], confirmed_again=values["confirmed_again"],
            shared_before=consent.categories,
        )  # fmt: skip
        proof = prove_again(request, password=values["password"], code=values["code"], at=at)

        successor = services.amend(
            consent=consent, enrolment=enrolment, terms=terms, proof=proof,
            actor=actor_of(request, Role.CLIENT), at=at,
        )  # fmt: skip

        return shown(request, successor, at=at, status=201)
