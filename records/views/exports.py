"""Doors of one's own data: ask for a copy, see how far it is, have it, delete it."""

from uuid import UUID

from django.http import HttpResponse
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import SignedIn, person_of, prove_again
from core import clock
from core.shapes import sent_values
from records import access, services
from records.serializers.own import ExportOutput, ProofInput
from records.views.steps import AskedPage, as_who_i_am, listed


class Exports(APIView):
    permission_classes = (SignedIn,)
    pagination_class = AskedPage

    @extend_schema(responses=ExportOutput(many=True), operation_id="own_exports")
    def get(self, request: Request) -> Response:
        """Read the copies of my data that I asked for, and how far the newest is."""
        rows = access.exports_of(person_of(request))
        return listed(self, request, rows, AskedPage(), ExportOutput)

    @extend_schema(request=ProofInput, responses={202: ExportOutput})
    def post(self, request: Request) -> Response:
        """Ask for a copy of everything the app shows me about myself. It is made at once."""
        values, at = sent_values(request, ProofInput), clock.now()
        proof = prove_again(request, password=values["password"], code=values["code"], at=at)

        row = services.ask_for_export(
            person=person_of(request), proven_by=proof.method, actor=as_who_i_am(request), at=at
        )

        return Response(ExportOutput(row).data, status=202)


class OneExport(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(responses=ExportOutput, operation_id="own_export")
    def get(self, request: Request, export_id: UUID) -> Response:
        """Read how far a copy is."""
        return Response(ExportOutput(access.get_export(person_of(request), export_id)).data)

    @extend_schema(responses={204: None})
    def delete(self, request: Request, export_id: UUID) -> Response:
        """Delete a copy before its week is over."""
        export = access.get_export(person_of(request), export_id)
        services.delete_export(export=export, actor=as_who_i_am(request), at=clock.now())
        return Response(status=204)


class ExportFile(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(responses={(200, "application/zip"): OpenApiTypes.BINARY})
    def get(self, request: Request, export_id: UUID) -> HttpResponse:
        """Download a copy: JSON, a table of each kind, and a paper to read."""
        person, at = person_of(request), clock.now()
        export = access.get_export(person, export_id)

        content = services.open_export(export=export, actor=as_who_i_am(request), at=at)

        day = clock.local_day(export.made_at or at, person.timezone).isoformat()
        headers = {
            "Content-Disposition": f'attachment; filename="{services.file_name(day)}"',
            "X-Content-Type-Options": "nosniff",
        }
        return HttpResponse(content, content_type="application/zip", headers=headers)
