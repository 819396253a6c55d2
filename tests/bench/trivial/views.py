"""The stock way to create a row over HTTP: ModelSerializer, CreateAPIView, session, CSRF."""

from typing import Any

from rest_framework import generics, parsers, serializers
from rest_framework.authentication import SessionAuthentication
from rest_framework.permissions import IsAuthenticated

from tests.bench.trivial.models import Note


class NoteSerializer(serializers.ModelSerializer[Note]):
    class Meta:
        model = Note
        fields = ("id", "on", "mood", "text", "created_at")


class Notes(generics.CreateAPIView[Note]):
    queryset = Note.objects.all()
    serializer_class = NoteSerializer
    authentication_classes = (SessionAuthentication,)
    permission_classes = (IsAuthenticated,)
    parser_classes = (parsers.JSONParser,)

    def perform_create(self, serializer: Any) -> None:
        serializer.save(person=self.request.user)


class NoteList(generics.ListAPIView[Note]):
    """The stock way to read one's own rows."""

    serializer_class = NoteSerializer
    authentication_classes = (SessionAuthentication,)
    permission_classes = (IsAuthenticated,)

    def get_queryset(self) -> Any:
        return Note.objects.filter(person=self.request.user).order_by("-on")
