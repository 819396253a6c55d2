"""Doors that are open to everybody: reading needs no account, so it confirms nothing."""

import hashlib
import json
from typing import Any

from django.http import HttpResponseBase
from django.utils.cache import get_conditional_response
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from lessons import selectors
from lessons.access import InMeasure
from lessons.rules.lesson import LANGUAGES
from lessons.serializers.lessons import LanguageQuery, LessonListOutput, LessonOutput

# The same for everybody, and nobody's: a shared cache may keep it, and a phone for longer.
FOR_EVERYBODY = "public, max-age=3600, stale-while-revalidate=604800"
LANGUAGE = OpenApiParameter("language", str, enum=LANGUAGES)
UNCHANGED = OpenApiResponse(description="It is what you have.")


def language_of(request: Request, *, otherwise: str) -> str:
    """Return the language that was asked for."""
    query = LanguageQuery(data=request.query_params.dict())
    query.is_valid(raise_exception=True)
    return str(query.validated_data.get("language", otherwise))


def _for_everybody(request: Request, data: Any) -> HttpResponseBase:
    """Answer with a mark of the content, or say that it is what the asker has."""
    mark = hashlib.sha256(json.dumps(data, sort_keys=True, default=str).encode()).hexdigest()[:32]
    headers = {"Cache-Control": FOR_EVERYBODY, "ETag": f'"{mark}"'}
    answer = Response(data, headers=headers)
    return (
        get_conditional_response(request._request, etag=headers["ETag"], response=answer) or answer
    )


class PublicLessons(APIView):
    permission_classes = (AllowAny,)
    authentication_classes = ()
    throttle_classes = (InMeasure,)

    @extend_schema(
        parameters=[LANGUAGE],
        responses={200: LessonListOutput, 304: UNCHANGED},
        operation_id="public_lessons",
    )
    def get(self, request: Request) -> HttpResponseBase:
        """Read what lessons there are, in order."""
        rows = selectors.library(language=language_of(request, otherwise="en"))
        return _for_everybody(request, LessonListOutput({"results": rows, "next": None}).data)


class OnePublicLesson(APIView):
    permission_classes = (AllowAny,)
    authentication_classes = ()
    throttle_classes = (InMeasure,)

    @extend_schema(
        parameters=[LANGUAGE],
        responses={200: LessonOutput, 304: UNCHANGED},
        operation_id="public_lesson",
    )
    def get(self, request: Request, slug: str) -> HttpResponseBase:
        """Read one lesson."""
        lesson = selectors.current(slug, language=language_of(request, otherwise="en"))
        return _for_everybody(request, LessonOutput(lesson).data)
