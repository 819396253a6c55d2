"""Doors of the library: what exercises there are, and one of them step by step."""

from typing import Any

from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import SignedIn, person_of
from skills import access, selectors
from skills.models import Skill
from skills.rules.exercise import KINDS, LANGUAGES, NEEDS
from skills.serializers.skills import (
    SkillLanguageQuery,
    SkillListOutput,
    SkillOutput,
    SkillsQuery,
)

LANGUAGE = OpenApiParameter("language", str, enum=LANGUAGES)


class Skills(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(
        parameters=[
            OpenApiParameter("need", str, enum=NEEDS),
            OpenApiParameter("kind", str, enum=KINDS),
            OpenApiParameter("module", str),
            LANGUAGE,
        ],
        responses=SkillListOutput,
        operation_id="skills_list",
    )
    def get(self, request: Request) -> Response:
        """Read what exercises there are; among those for assignment only, the assigned ones."""
        query = SkillsQuery(data=request.query_params.dict())
        query.is_valid(raise_exception=True)
        person = person_of(request)

        language = query.validated_data.get("language", person.language)
        rows = selectors.library(language=language, opened=access.opened_for(person))

        found = [_summary(row) for row in rows if _fits(row.content, query.validated_data)]
        return Response(SkillListOutput({"results": found, "next": None}).data)


class OneSkill(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(parameters=[LANGUAGE], responses=SkillOutput, operation_id="skills_retrieve")
    def get(self, request: Request, slug: str) -> Response:
        """Read one exercise, step by step."""
        query = SkillLanguageQuery(data=request.query_params.dict())
        query.is_valid(raise_exception=True)
        person = person_of(request)

        language = query.validated_data.get("language", person.language)
        skill = selectors.current(slug, language=language, opened=access.opened_for(person))

        return Response(SkillOutput(skill).data)


def _summary(row: Skill) -> dict[str, Any]:
    return {"assigned_only": False, **row.content}


def _fits(content: dict[str, Any], wanted: dict[str, str]) -> bool:
    return (
        wanted.get("need", content["needs"][0]) in content["needs"]
        and wanted.get("kind", content["kind"]) == content["kind"]
        and wanted.get("module", content["module"]) == content["module"]
    )
