"""Doors to what is kept about sharing: copies, who looked at what, and both as FHIR."""

from uuid import UUID

from django.db.models import QuerySet
from django.http import HttpResponse
from django.utils.translation import gettext as _
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsAdministrator, IsClient, SignedIn, actor_of, person_of
from accounts.models import Role
from core import audit, clock
from core.pagination import Page
from family import access, services
from family.models import Consent, Disclosure
from family.serializers.consents import DisclosureOutput
from family.serializers.trails import TrailQuery
from family.views.steps import note_reading

MOST_ENTRIES = 2000


class DisclosurePage(Page):
    ordering = ("-disclosed_at", "pk")


def _readable(request: Request, consent_id: UUID) -> Consent:
    """Return a consent of mine, or of a client of mine; the latter leaves an entry."""
    person = person_of(request)
    consent = access.get_readable(person, consent_id)
    if consent.client_id != person.pk:
        actor = actor_of(request, Role.CLINICIAN)
        note_reading(actor, "family_consent", [consent.client_id], at=clock.now())
    return consent


class ConsentCopy(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(responses={(200, "application/pdf"): OpenApiTypes.BINARY})
    def get(self, request: Request, consent_id: UUID) -> HttpResponse:
        """Download the signed text with how it was signed and how it ended."""
        pdf = services.copy_of(_readable(request, consent_id))
        headers = {"Content-Disposition": 'attachment; filename="copy.pdf"'}
        return HttpResponse(pdf, content_type="application/pdf", headers=headers)


class ConsentAsFhir(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(responses=OpenApiTypes.OBJECT)
    def get(self, request: Request, consent_id: UUID) -> Response:
        """Read a consent as a FHIR R4 Consent."""
        consent = _readable(request, consent_id)
        (row,) = access.described([consent], at=clock.now())
        return Response(services.consent_as_fhir(consent, state=row.state))


class ConsentDisclosures(APIView):
    permission_classes = (IsClient,)
    pagination_class = DisclosurePage

    @extend_schema(responses=DisclosureOutput(many=True), operation_id="disclosures_under_consent")
    def get(self, request: Request, consent_id: UUID) -> Response:
        """Read when somebody looked at what under one sharing, in all of its versions."""
        person = person_of(request)
        consent = access.get_given(person, consent_id)
        rows = access.accounting_of(person, at=clock.now()).filter(consent__series=consent.series)
        return _page_of(self, request, rows)


class Accounting(APIView):
    permission_classes = (IsClient,)
    pagination_class = DisclosurePage

    @extend_schema(responses=DisclosureOutput(many=True), operation_id="accounting_of_disclosures")
    def get(self, request: Request) -> Response:
        """Read who saw what, why and when, in the last three years."""
        return _page_of(self, request, access.accounting_of(person_of(request), at=clock.now()))


def _page_of(view: APIView, request: Request, rows: QuerySet[Disclosure]) -> Response:
    page = DisclosurePage()
    found = page.paginate_queryset(rows.select_related("consent"), request, view=view)
    return page.get_paginated_response(DisclosureOutput(found, many=True).data)


class TrailAsFhir(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(
        parameters=[
            OpenApiParameter("client", OpenApiTypes.UUID, required=True),
            OpenApiParameter("since", OpenApiTypes.DATE, required=True),
            OpenApiParameter("until", OpenApiTypes.DATE, required=True),
        ],
        responses=OpenApiTypes.OBJECT,
    )
    def get(self, request: Request) -> Response:
        """Export who did what to one client's record, as FHIR R4 AuditEvents. Holds no words.

        The days are those of the administrator's own clock.
        """
        query = TrailQuery(data=request.query_params.dict())
        query.is_valid(raise_exception=True)
        wanted = query.validated_data
        entries = access.trail_of(
            wanted["client"], since=wanted["since"], until=wanted["until"],
            timezone=person_of(request).timezone,
        )  # fmt: skip
        rows = list(entries[: MOST_ENTRIES + 1])
        if len(rows) > MOST_ENTRIES:
            sentence = _("There are too many entries. Choose fewer days.")
            raise serializers.ValidationError({"until": [sentence]})
        audit.record(
            actor=actor_of(request, Role.ADMINISTRATOR), action="export",
            subject="core_auditentry", clients=[wanted["client"]], at=clock.now(),
        )  # fmt: skip
        return Response(services.trail_as_fhir(rows))
