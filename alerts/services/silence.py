"""Find clients who fell silent out of their own habit."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from alerts import rules
from alerts.selectors import thresholds
from alerts.services.raising import Finding
from checkins import selectors as checkin_selectors


@dataclass(frozen=True)
class Whereabouts:
    """An enrolled client, the day it is for them, and the day since which they are enrolled."""

    client_id: UUID
    today: date
    since: date
    program_id: UUID | None = None


def silent_clients(enrolled: Sequence[Whereabouts]) -> Iterable[Finding]:
    """Yield a finding for each client whose silence is out of their own habit; one query for all.

    Somebody newly enrolled who never checked in has been silent since the day before they came.
    """
    if not enrolled:
        return
    since = min(one.today for one in enrolled) - timedelta(days=checkin_selectors.ASSESSED_DAYS)
    clients = [one.client_id for one in enrolled]
    seen_of = {
        row.client_id: row for row in checkin_selectors.presence(clients=clients, since=since)
    }
    places = [(one.client_id, one.program_id) for one in enrolled if one.program_id]
    numbers = thresholds.parameters_of_all(places)
    for one in enrolled:
        seen = seen_of.get(one.client_id)
        if seen is None and one.since <= since:
            continue  # silent for longer than we look back, and told of when it began
        last_on = seen.last_on if seen else one.since - timedelta(days=1)
        verdict = rules.assess_silence(
            last_on=last_on,
            today=one.today,
            days_seen=seen.days_seen if seen else 0,
            # A habit begins with the first check-in: days before it were not missed.
            days_looked_at=(seen.last_on - seen.first_on).days + 1 if seen else 0,
            parameters=numbers.get(one.client_id, rules.DEFAULT),
        )
        if verdict.tier:
            yield Finding(one.client_id, f"silence:{last_on}", one.today, verdict)
