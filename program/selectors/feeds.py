"""What a person's calendar shows."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q

from program.models import Session
from program.rules.ical import Appointment
from program.selectors.sessions import sessions_between

MOST = 1000  # about three sessions a day over the whole window of a feed


def appointments(*, person: UUID, since: datetime, until: datetime) -> list[Appointment]:
    """Return what a person attends or leads in a period, the first one first; at most MOST."""
    theirs = Q(participants__client_id=person) | Q(leaders__clinician_id=person)
    rows = sessions_between(
        Session.objects.filter(theirs).select_related("program", "room").distinct(),
        first=since,
        last=until,
    )
    return [
        Appointment(
            id=row.pk,
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            zone=row.program.timezone,
            place=row.room.name if row.room else row.place,
            revision=row.revision,
            changed_at=row.cancelled_at or row.moved_at or row.created_at,
            cancelled=row.cancelled_at is not None,
        )
        for row in rows[:MOST]
    ]
