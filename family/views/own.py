"""Doors of what is there for a family member: resources, and their own look at strain."""

from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsFamily, person_of
from core import clock
from core.shapes import asked, sent
from family import services
from family.access import strain
from family.rules.limits import MOST_SHOWN
from family.serializers.own import (
    PLACES,
    RELATIONSHIPS,
    StrainInput,
    StrainOutput,
    StrainTakenOutput,
    SupportOutput,
    SupportQuery,
)
from family.texts.own import STRAIN_VERSION, help_lines, resources, strain_form


class Support(APIView):
    permission_classes = (IsFamily,)

    @extend_schema(
        parameters=[
            OpenApiParameter("relationship", str, enum=RELATIONSHIPS),
            OpenApiParameter("place", str, enum=PLACES),
        ],
        responses=SupportOutput,
    )
    def get(self, request: Request) -> Response:
        """Read where to turn to, by relationship and place. A place in the country has its own."""
        wish, language = asked(request, SupportQuery), person_of(request).language
        relationship, place = wish.get("relationship"), wish.get("place")
        found = [
            one
            for one in resources(language)
            if (not relationship or relationship in one["relationships"])
            and (not place or one["place"] in {"us", place})
        ]
        page = {"help": help_lines(language), "resources": found}
        return Response(SupportOutput(page).data)


class Strain(APIView):
    permission_classes = (IsFamily,)

    @extend_schema(responses=StrainOutput)
    def get(self, request: Request) -> Response:
        """Read the form on how I am, and my own earlier looks. Nobody else reads them."""
        person = person_of(request)
        form = strain_form(person.language)
        page = {
            **form,
            "version": STRAIN_VERSION,
            "history": strain.own(person).order_by("-answered_at")[:MOST_SHOWN],
        }
        return Response(StrainOutput(page, context=form).data)

    @extend_schema(request=StrainInput, responses={201: StrainTakenOutput})
    def post(self, request: Request) -> Response:
        """Take a look at how I am; sent twice, it is one."""
        wish, person = sent(request, StrainInput).validated_data, person_of(request)
        row = services.take_strain(
            writer=person,
            answers=wish["answers"],
            submission_id=wish["submission_id"],
            at=clock.now(),
        )
        context = strain_form(person.language)
        return Response(StrainTakenOutput(row, context=context).data, status=201)


class ForgetStrain(APIView):
    permission_classes = (IsFamily,)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, look_id: UUID) -> Response:
        """Delete one of my looks for good."""
        services.forget_strain(row=strain.get_own(person_of(request), look_id))
        return Response(status=204)
