"""What the doors of notes, milestones, calls and meetings have in common."""

from collections.abc import Callable
from typing import Any

from django.db.models import QuerySet
from drf_spectacular.utils import extend_schema
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import SignedIn, person_of
from accounts.models import User
from core.pagination import Page
from family import access, texts
from family.access import InForce
from family.models import Category
from family.serializers.between import PhrasesOutput
from family.texts import phrases

MOST_ON_A_PAGE = 50


def spoken(person: User) -> dict[str, Any]:
    """Return the context that shapes with phrases need."""
    return {"language": person.language}


def paged(
    rows: QuerySet[Any], request: Request, view: APIView, *, page: Page, shape: Callable[..., Any],
    context: dict[str, Any],
) -> Response:  # fmt: skip
    """Answer with one page of rows."""
    found = page.paginate_queryset(rows, request, view=view)
    return page.get_paginated_response(shape(found, many=True, context=context).data)


def phrases_in(found: list[dict[str, Any]], language: str) -> list[dict[str, Any]]:
    """Return fixed phrases in a language, with their gap left open."""
    return [
        {
            "slug": one["slug"],
            "words": one.get(language.partition("-")[0], one["en"]),
            "days": bool(one.get("days")),
        }
        for one in found
    ]


def may_get(client: User, category: Category, *, at: Any) -> list[InForce]:
    """Return with whom a client shares a category right now."""
    return [one for one in access.relatives_of(client, at=at) if category in one.categories]


def notice() -> dict[str, str]:
    """Return the statement that travels with each disclosure."""
    version, text = texts.notice()
    return {"version": version, "text": text}


def scope_of(sharings: list[InForce], language: str) -> list[dict[str, str]]:
    """Return for each sharing who shares what, until when."""
    return [
        {
            "client_name": one.client_name,
            "explanation": texts.explanation(
                client=one.client_name,
                categories=one.categories,
                until=one.until,
                language=language,
            ),
        }
        for one in sharings
    ]


class Phrases(APIView):
    permission_classes = (SignedIn,)

    @extend_schema(responses=PhrasesOutput)
    def get(self, request: Request) -> Response:
        """Read the fixed phrases of notes and milestones."""
        language = person_of(request).language
        found = {**phrases.catalogue(), "steps": phrases.steps()}
        return Response(
            PhrasesOutput({kind: phrases_in(some, language) for kind, some in found.items()}).data
        )
