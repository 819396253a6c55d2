"""Reads of requests for calls, and of what everybody may know about the programs."""

from django.db.models import QuerySet

from admissions.models import CallRequest
from program.models import Program

STATES = ("open", "new", "called", "closed")
MOST_PROGRAMS = 20


def in_state(rows: QuerySet[CallRequest], *, state: str, suspected: bool) -> QuerySet[CallRequest]:
    """Return requests in one of STATES; open is new or called. Suspected ones are apart."""
    rows = rows.filter(suspected=suspected, closed_at__isnull=state != "closed")
    if state in ("new", "called"):
        rows = rows.filter(called_at__isnull=state == "new")
    return rows


def programs() -> list[Program]:
    """Return the programs by name; their telephones are no secret."""
    return list(Program.objects.order_by("name", "pk")[:MOST_PROGRAMS])
