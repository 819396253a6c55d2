"""Doors of medication: the list, marks beside it, notes about it."""

from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, IsClinician, actor_of, person_of
from accounts.models import Role
from care import access, selectors, services
from care.models import Medication, MedicationMark, MedicationNote
from care.serializers.medication import (
    MarksQuery,
    MedicationInput,
    MedicationMarkInput,
    MedicationMarkOutput,
    MedicationMarksOutput,
    MedicationNoteInput,
    MedicationNoteOutput,
    MedicationOutput,
    MedicationsQuery,
    NotesQuery,
    StopMedicationInput,
)
from care.views.shared import note_reading, paged
from core import clock
from core.pagination import Page
from core.shapes import asked, sent
from program import access as program_access

STATE = OpenApiParameter("state", str, enum=("active", "stopped", "all"))
UNSEEN = OpenApiParameter("unseen", str, enum=("true", "false"))
SINCE = OpenApiParameter("since", str, required=True)
UNTIL = OpenApiParameter("until", str, required=True)
MEDICATION, NOTE, MARK = "care_medication", "care_medicationnote", "care_medicationmark"


class MedicationPage(Page):
    ordering = ("-active_from", "-added_at", "pk")


class NotePage(Page):
    ordering = ("-written_at", "pk")


class Medications(APIView):
    permission_classes = (IsClient,)
    pagination_class = MedicationPage

    @extend_schema(
        parameters=[STATE], responses=MedicationOutput(many=True), operation_id="own_medications"
    )
    def get(self, request: Request) -> Response:
        """Read my medication list, as my care team keeps it."""
        person = person_of(request)
        rows = access.own(Medication, person).select_related("added_by")
        today = clock.local_day(clock.now(), person.timezone)
        rows = selectors.medications_in(rows, today=today, **asked(request, MedicationsQuery))
        return paged(rows, request, self, page=MedicationPage(), shape=MedicationOutput)


class ClientMedications(APIView):
    permission_classes = (IsClinician,)
    pagination_class = MedicationPage

    @extend_schema(
        parameters=[STATE], responses=MedicationOutput(many=True), operation_id="client_medications"
    )
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read the medication list of a client that one looks after."""
        client = program_access.get_client(person_of(request), client_id)
        rows = access.of_client(Medication, person_of(request), client_id)
        today = clock.local_day(clock.now(), client.timezone)
        rows = selectors.medications_in(
            rows.select_related("added_by"), today=today, **asked(request, MedicationsQuery)
        )
        note_reading(request, MEDICATION, [client_id])
        return paged(rows, request, self, page=MedicationPage(), shape=MedicationOutput)

    @extend_schema(request=MedicationInput, responses={201: MedicationOutput})
    def post(self, request: Request, client_id: UUID) -> Response:
        """Put a medication on the list. Safe to send again."""
        client = program_access.get_client(person_of(request), client_id)
        shape = sent(request, MedicationInput)

        row = services.add_medication(
            client=client,
            prescription=shape.prescription(),
            actor=actor_of(request, Role.CLINICIAN),
            at=clock.now(),
        )

        return Response(MedicationOutput(row).data, status=201)


class OneMedication(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(request=MedicationInput, responses=MedicationOutput)
    def put(self, request: Request, medication_id: UUID) -> Response:
        """Change what stands on the list; what it said is kept."""
        row = access.get_of_client(Medication, person_of(request), medication_id)
        shape = sent(request, MedicationInput)

        row = services.change_medication(
            medication=row,
            prescription=shape.prescription(),
            actor=actor_of(request, Role.CLINICIAN),
            at=clock.now(),
        )

        return Response(MedicationOutput(row).data)


class StopMedication(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(request=StopMedicationInput, responses=MedicationOutput)
    def post(self, request: Request, medication_id: UUID) -> Response:
        """Stop a medication, from today on unless another day is named."""
        row = access.get_of_client(Medication, person_of(request), medication_id)
        shape = sent(request, StopMedicationInput)

        row = services.stop_medication(
            medication=row,
            until=shape.validated_data["active_until"],
            actor=actor_of(request, Role.CLINICIAN),
            at=clock.now(),
        )

        return Response(MedicationOutput(row).data)


class MarkMedication(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=MedicationMarkInput, responses={200: MedicationMarkOutput, 204: None})
    def put(self, request: Request, medication_id: UUID) -> Response:
        """Mark a medication as taken or missed, or take the mark back. Safe to send again."""
        row = access.get_own(Medication, person_of(request), medication_id)
        shape = sent(request, MedicationMarkInput)

        mark = services.mark_medication(
            medication=row, wish=shape.wish(), actor=actor_of(request, Role.CLIENT), at=clock.now()
        )

        return Response(MedicationMarkOutput(mark).data) if mark else Response(status=204)


class Marks(APIView):
    permission_classes = (IsClient,)

    @extend_schema(
        parameters=[SINCE, UNTIL],
        responses=MedicationMarksOutput,
        operation_id="own_medication_marks",
    )
    def get(self, request: Request) -> Response:
        """Read my marks of a period of at most 93 days."""
        period = asked(request, MarksQuery)
        rows = access.own(MedicationMark, person_of(request)).filter(
            on__range=(period["since"], period["until"])
        )
        return Response(MedicationMarksOutput({"results": selectors.newest_marks(rows)}).data)


class ClientMarks(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(
        parameters=[SINCE, UNTIL],
        responses=MedicationMarksOutput,
        operation_id="client_medication_marks",
    )
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read what a client marked in a period of at most 93 days."""
        rows = access.of_client(MedicationMark, person_of(request), client_id)
        period = asked(request, MarksQuery)
        rows = rows.filter(on__range=(period["since"], period["until"]))
        note_reading(request, MARK, [client_id])
        return Response(MedicationMarksOutput({"results": selectors.newest_marks(rows)}).data)


class WriteNote(APIView):
    permission_classes = (IsClient,)

    @extend_schema(
        request=MedicationNoteInput,
        responses={201: MedicationNoteOutput, 200: MedicationNoteOutput},
    )
    def post(self, request: Request, medication_id: UUID) -> Response:
        """Write down what I noticed with a medication. Safe to send again."""
        person, at = person_of(request), clock.now()
        row = access.get_own(Medication, person, medication_id)
        # A note that nobody will read is not taken in.
        program_access.own_enrolment(person, at=at)
        shape = sent(request, MedicationNoteInput)

        receipt = services.write_note(
            medication=row, actor=actor_of(request, Role.CLIENT), at=at, **shape.validated_data
        )

        return Response(
            MedicationNoteOutput(receipt.note).data, status=201 if receipt.is_new else 200
        )


class Notes(APIView):
    permission_classes = (IsClient,)
    pagination_class = NotePage

    @extend_schema(responses=MedicationNoteOutput(many=True), operation_id="own_medication_notes")
    def get(self, request: Request) -> Response:
        """Read my notes, and whether they were read."""
        rows = access.own(MedicationNote, person_of(request))
        rows = selectors.notes_of(rows, unseen=False)
        return paged(rows, request, self, page=NotePage(), shape=MedicationNoteOutput)


class CaseloadNotes(APIView):
    permission_classes = (IsClinician,)
    pagination_class = NotePage

    @extend_schema(
        parameters=[UNSEEN],
        responses=MedicationNoteOutput(many=True),
        operation_id="caseload_notes",
    )
    def get(self, request: Request) -> Response:
        """Read the notes of all of one's clients, the newest first."""
        unseen = asked(request, NotesQuery)["unseen"] == "true"
        rows = access.of_caseload(MedicationNote, person_of(request))
        rows = selectors.notes_of(rows, unseen=unseen)
        return paged(rows, request, self, page=NotePage(), shape=MedicationNoteOutput, subject=NOTE)


class ClientNotes(APIView):
    permission_classes = (IsClinician,)
    pagination_class = NotePage

    @extend_schema(
        parameters=[UNSEEN],
        responses=MedicationNoteOutput(many=True),
        operation_id="client_medication_notes",
    )
    def get(self, request: Request, client_id: UUID) -> Response:
        """Read the notes of a client that one looks after."""
        rows = access.of_client(MedicationNote, person_of(request), client_id)
        unseen = asked(request, NotesQuery)["unseen"] == "true"
        note_reading(request, NOTE, [client_id])
        rows = selectors.notes_of(rows, unseen=unseen)
        return paged(rows, request, self, page=NotePage(), shape=MedicationNoteOutput)


class SeeNote(APIView):
    permission_classes = (IsClinician,)

    @extend_schema(request=None, responses=MedicationNoteOutput)
    def post(self, request: Request, note_id: UUID) -> Response:
        """Say that one read a note; the client sees who and when."""
        person = person_of(request)
        note = access.get_of_client(MedicationNote, person, note_id)

        services.see_note(note=note, actor=actor_of(request, Role.CLINICIAN), at=clock.now())

        return Response(
            MedicationNoteOutput(access.get_of_client(MedicationNote, person, note_id)).data
        )
