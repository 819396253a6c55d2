"""Set the thresholds of the absolute rules, for a client or a program; choose a good period."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from accounts.models import User
from alerts.models import NUMBERS, ClientThresholds, GoodPeriod, ProgramThresholds
from core import audit, clock
from core.audit import Actor
from core.errors import Refused
from core.said import say

LEAST_DAYS, MOST_DAYS = 14, 90  # chosen: enough for a usual, and no longer than a program


class NotAPeriod(Refused):
    """A good period lies in the past and is neither too short nor too long."""

    status = 400
    code = "not_a_period"
    sentence = say(
        "Choose {least_days} to {most_days} days that are over.",
        least_days=LEAST_DAYS,
        most_days=MOST_DAYS,
    )


class TurnedRound(Refused):
    """What counts at once would come before what counts only when it is repeated."""

    status = 400
    code = "turned_round"
    sentence = say("What counts at once cannot be lower than what counts when it comes again.")


def set_for_client(
    *, client_id: UUID, numbers: Mapping[str, Any], reason: str, actor: Actor, at: datetime
) -> ClientThresholds:
    """Set a client's thresholds from now on; those not named stand as in the program.

    Raises TurnedRound.
    """
    row = ClientThresholds(
        client_id=client_id, **_checked(numbers), reason=reason, set_at=at, set_by_id=actor.person
    )
    row.save(force_insert=True)
    audit.record(
        actor=actor, action="set", subject="alerts_clientthresholds", subject_id=row.pk,
        clients=[client_id], at=at,
    )  # fmt: skip
    return row


def set_for_program(
    *, program_id: UUID, numbers: Mapping[str, Any], reason: str, actor: Actor, at: datetime
) -> ProgramThresholds:
    """Set what holds in a program where nothing else is set. Raises TurnedRound."""
    row = ProgramThresholds(
        program_id=program_id, **_checked(numbers), reason=reason, set_at=at, set_by_id=actor.person
    )
    row.save(force_insert=True)
    audit.record(
        actor=actor, action="set", subject="alerts_programthresholds", subject_id=row.pk, at=at
    )
    return row


def choose_good_period(
    *, client_id: UUID, first_on: date, last_on: date, reason: str, actor: Actor, at: datetime
) -> GoodPeriod:
    """Choose the days that a slow slide is compared with, from now on. Raises NotAPeriod."""
    days = (last_on - first_on) / timedelta(days=1) + 1
    zone = User.objects.values_list("timezone", flat=True).get(pk=client_id)
    if not LEAST_DAYS <= days <= MOST_DAYS or last_on >= clock.local_day(at, zone):
        raise NotAPeriod
    row = GoodPeriod(
        client_id=client_id, first_on=first_on, last_on=last_on, reason=reason, set_at=at,
        set_by_id=actor.person,
    )  # fmt: skip
    row.save(force_insert=True)
    audit.record(
        actor=actor, action="choose", subject="alerts_goodperiod", subject_id=row.pk,
        clients=[client_id], at=at,
    )  # fmt: skip
    return row


def _checked(numbers: Mapping[str, Any]) -> dict[str, Any]:
    found = {name: numbers.get(name) for name in NUMBERS}
    once, again = found["craving_at_once"], found["craving_repeated"]
    if once is not None and again is not None and once < again:
        raise TurnedRound
    regular, other = found["gap_days_if_regular"], found["gap_days_if_irregular"]
    if regular is not None and other is not None and other < regular:
        raise TurnedRound(
            say("Somebody who misses many days is not looked for sooner than others.")
        )
    return found
