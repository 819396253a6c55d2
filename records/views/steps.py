"""What the doors of records have in common."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.access import actor_of, person_of
from accounts.models import Role
from core import audit
from core.audit import Actor
from core.pagination import Page


def as_who_i_am(request: Request) -> Actor:
    """Return who acts on their own record, in the first of their roles."""
    roles = [role for role in Role if person_of(request).has_role(role)]
    return actor_of(request, roles[0])


def staff_of(request: Request) -> Actor:
    """Return as whom a member of staff acts: administrators as such, the others as clinicians."""
    leads = person_of(request).has_role(Role.ADMINISTRATOR)
    return actor_of(request, Role.ADMINISTRATOR if leads else Role.CLINICIAN)


def note_reading(
    request: Request, subject: str, clients: Iterable[UUID | None], *, at: datetime
) -> None:
    """Leave an audit entry for a reading by staff."""
    named = [client for client in clients if client is not None]
    audit.record(actor=staff_of(request), action="read", subject=subject, clients=named, at=at)


def page_of(view: APIView, request: Request, rows: Any, page: Page) -> list[Any]:
    """Return the rows of the page that was asked for."""
    return page.paginate_queryset(rows, request, view=view) or []


def listed(
    view: APIView, request: Request, rows: Any, page: Page, shape: Any, **context: Any
) -> Response:
    """Answer with a page of rows."""
    found = page_of(view, request, rows, page)
    return page.get_paginated_response(shape(found, many=True, context=context).data)


def as_pdf(content: bytes, *, name: str) -> HttpResponse:
    """Answer with a file whose name tells nothing."""
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="application/pdf", headers=headers)


class AskedPage(Page):
    ordering = ("-asked_at", "pk")


class WrittenPage(Page):
    ordering = ("-written_at", "pk")
