"""Doors of one's own reading, for whoever has an account: a client may be somebody's family, too.

No consent and no client is looked at here, so what is shared or not makes no difference.
"""

from typing import Any

from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import SignedIn, person_of
from core import clock
from lessons import selectors, services
from lessons.serializers.reading import (
    LessonAnswersOutput,
    LessonCheckInput,
    LessonPathOutput,
    LessonProgressInput,
    LessonProgressOutput,
    MyLessonOutput,
    ReflectionsInput,
    ReflectionsOutput,
    RelationshipsInput,
    RelationshipsOutput,
)
from lessons.views.public import LANGUAGE, language_of


class Lessons(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(parameters=[LANGUAGE], responses=LessonPathOutput, operation_id="lessons")
    def get(self, request: Request) -> Response:
        """Read the path with my own progress."""
        person = person_of(request)
        language = language_of(request, otherwise=person.language)

        path = selectors.path_of(person.pk, language=language)

        return Response({**LessonPathOutput(path).data, "next": None})


class OneLesson(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(parameters=[LANGUAGE], responses=MyLessonOutput, operation_id="lesson")
    def get(self, request: Request, slug: str) -> Response:
        """Read one lesson, with where I was."""
        person = person_of(request)
        lesson = selectors.current(slug, language=language_of(request, otherwise=person.language))

        progress = selectors.progress_of(person.pk, slug)

        shown: dict[str, Any] = {
            "lesson": lesson,
            "progress": progress,
            "answers": selectors.answers_of(person.pk, lesson),
            "changed": bool(progress and not progress.lesson.current),
        }
        return Response(MyLessonOutput(shown).data)


class LessonProgress(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(request=LessonProgressInput, responses=LessonProgressOutput)
    def put(self, request: Request, slug: str) -> Response:
        """Say where I am in a lesson. Safe to send again, late, and in any order."""
        shape = LessonProgressInput(data=request.data)
        shape.is_valid(raise_exception=True)
        values = shape.validated_data

        progress = services.note_progress(
            person_id=person_of(request).pk, sending=shape.sending(slug),
            section=values["section"], finished=values["finished"], at=clock.now(),
        )  # fmt: skip

        return Response(LessonProgressOutput(progress).data)


class LessonCheck(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(request=LessonCheckInput, responses=LessonAnswersOutput, parameters=[LANGUAGE])
    def put(self, request: Request, slug: str) -> Response:
        """Answer the check of a lesson and read what there is to say. Safe to send again."""
        shape = LessonCheckInput(data=request.data)
        shape.is_valid(raise_exception=True)
        person = person_of(request)
        language = language_of(request, otherwise=person.language)

        services.answer_check(
            person_id=person.pk, sending=shape.sending(slug),
            answers=shape.validated_data["answers"], at=clock.now(),
        )  # fmt: skip

        lesson = selectors.current(slug, language=language)
        return Response(
            LessonAnswersOutput({"results": selectors.answers_of(person.pk, lesson)}).data
        )


class LessonReflections(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(responses=ReflectionsOutput)
    def get(self, request: Request, slug: str) -> Response:
        """Read what I wrote for myself in a lesson."""
        selectors.current(slug, language=selectors.EVERY_LESSON_HAS)
        return self._shown(request, slug)

    @extend_schema(request=ReflectionsInput, responses=ReflectionsOutput)
    def put(self, request: Request, slug: str) -> Response:
        """Write for myself, or take it back with an empty text. Safe to send again."""
        shape = ReflectionsInput(data=request.data)
        shape.is_valid(raise_exception=True)

        services.write_reflections(
            person_id=person_of(request).pk, sending=shape.sending(slug),
            answers=shape.validated_data["answers"], at=clock.now(),
        )  # fmt: skip

        return self._shown(request, slug)

    def _shown(self, request: Request, slug: str) -> Response:
        rows = selectors.reflections_of(person_of(request).pk, slug)
        return Response(ReflectionsOutput({"results": rows}).data)


class LessonPreferences(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(responses=RelationshipsOutput)
    def get(self, request: Request) -> Response:
        """Read whose relative I said I am."""
        chosen = selectors.relationships_of(person_of(request).pk)
        return Response(RelationshipsOutput({"relationships": chosen}).data)

    @extend_schema(request=RelationshipsInput, responses=RelationshipsOutput)
    def put(self, request: Request) -> Response:
        """Say whose relative I am; an empty list says nothing. Only I can read it."""
        shape = RelationshipsInput(data=request.data)
        shape.is_valid(raise_exception=True)

        services.choose_relationships(
            person_id=person_of(request).pk, chosen=shape.validated_data["relationships"]
        )

        return self.get(request)
