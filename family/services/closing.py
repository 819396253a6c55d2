"""Write the end of what is over by itself: the last day has passed, or the client has left.

Nothing is shown under such a consent from the first moment on, whether or not this ran: each
reading looks at the days again. This makes the record say so, and calls back what still waits.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from core.audit import Actor
from core.identity import System, acting_as, lock
from family.access.force import COLUMNS
from family.models import Consent
from family.services.ending import close, ended_by_itself, record
from program.models import Enrolment

CLOSER = Actor(role=System.CLOSER)
# In one run. An hour later the next ones follow.
AT_ONCE = 1000
# The clock that is furthest ahead of UTC.
AHEAD = timedelta(hours=14)


def close_what_is_over(*, at: datetime) -> int:
    """End consents that expired or whose client was discharged, a thousand at most; say how many.

    Each in a transaction of its own, with its reason and an audit entry. Done again it finds
    nothing. A failure over one leaves the others done and is raised after the last of them.
    """
    with acting_as(System.CLOSER):
        rows = _may_be_over(at).order_by("expires_on", "pk")
        found = list(rows.values_list("pk", "client_id")[:AT_ONCE])
    closed, failures = 0, []
    for consent_id, client_id in found:
        try:
            with acting_as(System.CLOSER):
                closed += _close_one(consent_id, client_id, at=at)
        except Exception as error:  # noqa: BLE001  (raised below: nobody waits for another)
            failures.append(error)
    if failures:
        raise ExceptionGroup(f"{len(failures)} failed, {closed} were closed", failures)
    return closed


def _close_one(consent_id: UUID, client_id: UUID, *, at: datetime) -> bool:
    lock(f"consent:{client_id}")
    consent = Consent.objects.filter(pk=consent_id, ended_at=None).only(*COLUMNS).first()
    reason = ended_by_itself(consent, at=at) if consent else ""
    if consent is None or not reason:
        return False
    close(consent, reason=reason, by=None, at=at)
    record(CLOSER, reason, consent, at=at)
    return True


def _may_be_over(at: datetime) -> QuerySet[Consent]:
    """Return open consents that are over, and the few of which only their own clock can say."""
    day = (at + AHEAD).date()
    stays = Enrolment.objects.filter(client=OuterRef("client_id"))
    left = stays.filter(active_until__gt=OuterRef("signed_on"), active_until__lte=day)
    there = stays.filter(Q(active_until=None) | Q(active_until__gt=day), active_from__lte=day)
    return Consent.objects.filter(
        Q(expires_on__lt=day) | Exists(left) | ~Exists(there), ended_at=None
    )
