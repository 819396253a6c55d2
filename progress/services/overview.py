"""The first thing on the Progress screen: days well, milestones so far, what helped most."""

from datetime import datetime
from typing import Any

from accounts.models import User
from core import clock
from progress.services import milestones
from progress.services.series import well
from skills import access as skill_access
from skills import selectors as skill_selectors


def overview_of(*, client: User, reader: User, at: datetime) -> dict[str, Any]:
    """Return where a client is: days well, milestones reached, and the exercises that helped."""
    found = milestones.list_milestones(client=client, reader=reader, at=at)
    return {
        "days_well": well(client.pk, clock.local_day(at, client.timezone)),
        "week": found["week"],
        "phase": found["phase"],
        "reached": [one for one in found["results"] if one["reached"]],
        "helped_most": skill_selectors.helped_most(
            skill_selectors.done(skill_access.own(client)),
            zone=client.timezone,
            language=reader.language,
        ),
    }
