"""Doors of notes to the care team: the writer's, and the staff's list."""

from typing import Any
from uuid import UUID

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsAdministrator, IsFamily, IsStaff, actor_of, person_of
from accounts.models import Role
from core import audit, clock
from core.pagination import Page
from core.shapes import asked, sent
from family import services
from family.access import team_notes
from family.models import TeamNote
from family.serializers.team_notes import (
    STATES,
    LinkNoteInput,
    StaffNoteOutput,
    StaffNotesQuery,
    TeamNoteFormOutput,
    TeamNoteInput,
    TeamNoteReceivedOutput,
)
from family.texts.own import help_lines, says


class TeamNotes(APIView):
    permission_classes = (IsFamily,)

    @extend_schema(responses=TeamNoteFormOutput)
    def get(self, request: Request) -> Response:
        """Read what a note to the care team is, who helps at once, and what I wrote."""
        person = person_of(request)
        page = {
            "words": says("team_note", person.language),
            "worried_words": says("worried_now", person.language),
            "help": help_lines(person.language),
            "notes": team_notes.written_by(person),
        }
        return Response(TeamNoteFormOutput(page).data)

    @extend_schema(request=TeamNoteInput, responses={202: TeamNoteReceivedOutput})
    def post(self, request: Request) -> Response:
        """Send a note. The answer is the same for everybody, whomever it is about."""
        shape, person = sent(request, TeamNoteInput), person_of(request)
        services.write_to_team(
            writer=person,
            draft=shape.draft(),
            submission_id=shape.validated_data["submission_id"],
            actor=actor_of(request, Role.FAMILY),
            at=clock.now(),
        )
        answer = {
            "received": True,
            "words": says("team_note_received", person.language),
            "help": help_lines(person.language),
        }
        return Response(TeamNoteReceivedOutput(answer).data, status=202)


class StaffNotePage(Page):
    # What is urgent stands first, then whoever waits longest.
    ordering = ("-urgent", "written_at", "pk")


def _read(request: Request, notes: list[TeamNote]) -> None:
    person = person_of(request)
    role = Role.ADMINISTRATOR if person.has_role(Role.ADMINISTRATOR) else Role.CLINICIAN
    audit.record(
        actor=actor_of(request, role), action="read", subject="family_teamnote",
        clients={note.client_id for note in notes if note.client_id}, at=clock.now(),
    )  # fmt: skip


def _shown(note: TeamNote) -> Any:
    rows = TeamNote.objects.select_related("client", "receipt")
    return StaffNoteOutput(rows.get(pk=note.pk)).data


class StaffNotes(APIView):
    permission_classes = (IsStaff,)
    pagination_class = StaffNotePage

    @extend_schema(
        parameters=[OpenApiParameter("state", str, enum=STATES)],
        responses=StaffNoteOutput(many=True),
        operation_id="notes_from_families",
    )
    def get(self, request: Request) -> Response:
        """Read notes from families: administrators all, clinicians those about their clients."""
        state = asked(request, StaffNotesQuery)["state"]
        rows = team_notes.in_state(team_notes.visible_to(person_of(request)), state=state)
        page = StaffNotePage()
        found = page.paginate_queryset(rows, request, view=self) or []
        _read(request, found)
        return page.get_paginated_response(StaffNoteOutput(found, many=True).data)


class AcknowledgeNote(APIView):
    permission_classes = (IsStaff,)

    @extend_schema(request=None, responses=StaffNoteOutput)
    def post(self, request: Request, note_id: UUID) -> Response:
        """Say that one has read a note. Its writer sees when, and in which role, if they may."""
        person = person_of(request)
        note = team_notes.get(person, note_id)
        services.acknowledge_note(note=note, reader=person, at=clock.now())
        return Response(_shown(note))


class LinkNote(APIView):
    permission_classes = (IsAdministrator,)

    @extend_schema(request=LinkNoteInput, responses=StaffNoteOutput)
    def post(self, request: Request, note_id: UUID) -> Response:
        """Say which client a note is about, so that their care team reads it."""
        note = team_notes.get(person_of(request), note_id)
        client = team_notes.get_client(sent(request, LinkNoteInput).validated_data["client"])
        actor = actor_of(request, Role.ADMINISTRATOR)
        services.link_note(note=note, client=client, actor=actor, at=clock.now())
        return Response(_shown(note))
