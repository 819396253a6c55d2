"""/healthz says that this process lives, /readyz that it can do its work."""

from collections.abc import Callable
from datetime import timedelta

from django.core.cache import caches
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.http import require_safe

from core import clock, identity, outbox
from core.errors import plain_answer
from core.said import say

LONGEST_WAIT = timedelta(minutes=5)  # chosen: well within the shortest time to answer an alert


@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """Answer as long as the process can answer."""
    return JsonResponse({"status": "ok"})


@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    """Ask each part that a check-in needs; 503 with sentences when one does not serve."""
    parts = {
        "database": _ask(_database),
        "row_security": _ask(_row_security),
        "broker": _ask(_broker),
        "outbox": _ask(_outbox),
    }
    ready = all(sentence == "ok" for sentence in parts.values())
    status = "ok" if ready else "not ready"
    return JsonResponse({"status": status, "parts": parts}, status=200 if ready else 503)


def csrf_failed(request: HttpRequest, reason: str = "") -> JsonResponse:
    """Answer a forged or stale form in the one error shape."""
    return plain_answer(
        403, "csrf_failed", say("This page is out of date. Reload it and try again.")
    )


def _ask(part: Callable[[], str]) -> str:
    try:
        return part()
    except Exception as error:  # noqa: BLE001  (whatever is wrong, the answer says which part)
        return f"does not answer ({type(error).__name__})"


def _database() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return "ok"


def _row_security() -> str:
    return " ".join(identity.unsafe_reasons()) or "ok"


def _broker() -> str:
    shared = caches["shared"]
    shared.set("readyz", "ok", timeout=10)
    return "ok" if shared.get("readyz") == "ok" else "forgets what it is told"


def _outbox() -> str:
    parked, waited = outbox.backlog(at=clock.now())
    if parked:
        return f"{parked} entries were given up on; see docs/operations.md"
    if waited > LONGEST_WAIT:
        return f"the oldest entry has waited {int(waited.total_seconds())} s; is a worker running?"
    return "ok"
