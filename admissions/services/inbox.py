"""What administrators do about requests for calls, and when they are forgotten."""

from datetime import datetime

from django.db.models import F, Q

from accounts.models import User
from admissions.models import CallRequest
from admissions.rules import keeping
from core import audit
from core.audit import Actor
from core.errors import Refused
from core.said import say

SUBJECT = "admissions_callrequest"
MOST_PRUNED = 1000


class AlreadyClosed(Refused):
    """Somebody closed it meanwhile."""

    code = "already_closed"
    sentence = say("This request is closed already.")


class NotClosed(Refused):
    """It is open, so there is nothing to open."""

    code = "not_closed"
    sentence = say("This request is open.")


def record_call(*, request: CallRequest, by: User, actor: Actor, at: datetime) -> None:
    """Note one try to call; may be repeated. Raises AlreadyClosed."""
    open_row = CallRequest.objects.filter(pk=request.pk, closed_at=None)
    if not open_row.update(called_at=at, called_by=by, times_called=F("times_called") + 1):
        raise AlreadyClosed
    _record(actor, "call", request, at=at)


def close(*, request: CallRequest, outcome: str, by: User, actor: Actor, at: datetime) -> None:
    """Close a request with what came of it; raises AlreadyClosed."""
    open_row = CallRequest.objects.filter(pk=request.pk, closed_at=None)
    if not open_row.update(closed_at=at, closed_by=by, outcome=outcome):
        raise AlreadyClosed
    _record(actor, "close", request, at=at)


def reopen(*, request: CallRequest, actor: Actor, at: datetime) -> None:
    """Open a closed request again; raises NotClosed.

    Where the same person asked anew meanwhile, the newer request stands and this is a Conflict.
    """
    closed_row = CallRequest.objects.filter(pk=request.pk, closed_at__isnull=False)
    if not closed_row.update(closed_at=None, closed_by=None, outcome=""):
        raise NotClosed
    _record(actor, "reopen", request, at=at)


def prune(*, at: datetime) -> int:
    """Delete requests closed 90 days ago, and suspected ones asked 30 days ago; return how many.

    Must act as the keeper. At most 1000 at a time; the rest waits for the next run.
    """
    over = Q(closed_at__lt=at - keeping.CLOSED_KEPT) | Q(
        suspected=True, asked_at__lt=at - keeping.SUSPECTED_KEPT
    )
    keys = CallRequest.objects.filter(over).order_by("asked_at").values_list("pk", flat=True)
    deleted, _ = CallRequest.objects.filter(pk__in=list(keys[:MOST_PRUNED])).delete()
    if deleted:
        audit.record(
            actor=Actor(role="keeper"), action="prune", subject=SUBJECT, detail=str(deleted), at=at
        )
    return deleted


def _record(actor: Actor, action: str, request: CallRequest, *, at: datetime) -> None:
    audit.record(actor=actor, action=action, subject=SUBJECT, subject_id=request.pk, at=at)
