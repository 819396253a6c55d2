"""Doors of thanks and encouragement."""

from uuid import UUID

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import IsClient, IsFamily, actor_of, person_of
from accounts.models import Role
from core import clock
from core.pagination import Page
from core.shapes import sent
from family import access, services
from family.access import encouragements, thanks
from family.serializers.between import ReceivedOutput
from family.serializers.notes import (
    EncourageFormOutput,
    EncourageInput,
    EncouragementOutput,
    NoteChoiceInput,
    NoteChoicesOutput,
    ThanksInput,
    ThanksOutput,
)
from family.texts.own import says
from family.texts.phrases import ENCOURAGEMENT, catalogue
from family.views.between import paged, phrases_in, spoken


class NotePage(Page):
    ordering = ("-written_at", "pk")


class Thanks(APIView):
    permission_classes = (IsClient,)
    pagination_class = NotePage

    @extend_schema(responses=ThanksOutput(many=True), operation_id="own_thanks")
    def get(self, request: Request) -> Response:
        """Read the thanks that I wrote and did not take back."""
        person = person_of(request)
        rows = thanks.written_by(person)
        return paged(
            rows, request, self, page=NotePage(), shape=ThanksOutput, context=spoken(person)
        )

    @extend_schema(request=ThanksInput, responses={201: ThanksOutput, 200: ThanksOutput})
    def post(self, request: Request) -> Response:
        """Thank one family member who may see such notes; sent twice, it is one note."""
        shape, person = sent(request, ThanksInput), person_of(request)
        receipt = services.say_thanks(
            client_id=person.pk,
            to=shape.validated_data["to"],
            said=shape.said(),
            submission_id=shape.validated_data["submission_id"],
            actor=actor_of(request, Role.CLIENT),
            at=clock.now(),
        )
        row = thanks.get_written(person, receipt.note.pk)
        shown = ThanksOutput(row, context=spoken(person))
        return Response(shown.data, status=201 if receipt.is_new else 200)


class TakeBackThanks(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=None, responses={204: None})
    def post(self, request: Request, note_id: UUID) -> Response:
        """Take a note of thanks back. What was seen stays seen."""
        note = thanks.get_written(person_of(request), note_id)
        actor = actor_of(request, Role.CLIENT)
        services.take_back_thanks(note=note, actor=actor, at=clock.now())
        return Response(status=204)


class Encouragements(APIView):
    permission_classes = (IsClient,)
    pagination_class = NotePage

    @extend_schema(responses=EncouragementOutput(many=True), operation_id="notes_for_me")
    def get(self, request: Request) -> Response:
        """Read the notes of those whose notes I chose to read."""
        person = person_of(request)
        rows = encouragements.received_by(person)
        return paged(
            rows, request, self, page=NotePage(), shape=EncouragementOutput, context=spoken(person)
        )


def _choices(request: Request) -> Response:
    people = encouragements.choices_of(person_of(request))
    return Response(NoteChoicesOutput({"people": people}).data)


class NoteChoices(APIView):
    permission_classes = (IsClient,)

    @extend_schema(responses=NoteChoicesOutput)
    def get(self, request: Request) -> Response:
        """Read whose notes I read. Until I choose: nobody's."""
        return _choices(request)


class NoteChoice(APIView):
    permission_classes = (IsClient,)

    @extend_schema(request=NoteChoiceInput, responses=NoteChoicesOutput)
    def put(self, request: Request, person_id: UUID) -> Response:
        """Choose whether I read this person's notes. They do not learn of it."""
        receives = sent(request, NoteChoiceInput).validated_data["receives"]
        services.choose_notes(
            client_id=person_of(request).pk,
            writer_id=person_id,
            receives=receives,
            actor=actor_of(request, Role.CLIENT),
            at=clock.now(),
        )
        return _choices(request)


class Encourage(APIView):
    permission_classes = (IsFamily,)

    @extend_schema(responses=EncourageFormOutput)
    def get(self, request: Request) -> Response:
        """Read what a note to my relative is, and the phrases to choose from."""
        language = person_of(request).language
        form = {
            "words": says("encouragement", language),
            "phrases": phrases_in(catalogue()[ENCOURAGEMENT], language),
        }
        return Response(EncourageFormOutput(form).data)

    @extend_schema(request=EncourageInput, responses=ReceivedOutput)
    def post(self, request: Request) -> Response:
        """Send a note. The answer is the same whether or not it is read."""
        at, person = clock.now(), person_of(request)
        shape = sent(request, EncourageInput)
        sharing = services.sharing_of(
            access.in_force(person, at=at), shape.validated_data["client"]
        )
        services.encourage(
            sharing=sharing,
            said=shape.said(),
            submission_id=shape.validated_data["submission_id"],
            actor=actor_of(request, Role.FAMILY),
            at=at,
        )
        words = says("encouragement", person.language)
        return Response(ReceivedOutput({"received": True, "words": words}).data)
