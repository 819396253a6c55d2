"""What the doors of care have in common: who acts, what was read, how a page is made."""

from collections.abc import Callable, Iterable
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import actor_of, address_of, person_of
from accounts.models import Role
from care import access
from core import audit, clock
from core.audit import Actor
from core.pagination import Page

Shape = Callable[..., Any]


def hand(request: Request, client_id: UUID) -> Actor:
    """Return as whom the person acts on something of that client."""
    return access.hand_of(person_of(request), client_id, address=address_of(request))


def note_reading(request: Request, subject: str, clients: Iterable[UUID]) -> None:
    """Leave an audit entry when a clinician reads."""
    audit.record(
        actor=actor_of(request, Role.CLINICIAN), action="read", subject=subject,
        clients=clients, at=clock.now(),
    )  # fmt: skip


def note_if_others(request: Request, subject: str, client_id: UUID) -> None:
    """Leave an audit entry unless it is one's own record."""
    if person_of(request).pk != client_id:
        note_reading(request, subject, [client_id])


def paged(
    rows: QuerySet[Any], request: Request, view: APIView, *, page: Page, shape: Shape,
    subject: str = "",
) -> Response:  # fmt: skip
    """Answer with a page; where a subject is named, note whose records a clinician read on it."""
    found = page.paginate_queryset(rows, request, view=view) or []
    if subject:
        note_reading(request, subject, {row.client_id for row in found})
    return page.get_paginated_response(shape(found, many=True).data)
