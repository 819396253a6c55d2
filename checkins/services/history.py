"""Keep what was told of use before the program; each telling is a row, and the newest holds."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from accounts.models import User
from checkins.models import UseHistory
from core import audit, clock
from core.audit import Actor
from core.errors import Refused
from core.said import say


class NotYet(Refused):
    """The last use cannot lie ahead."""

    status = 400
    code = "not_yet"
    sentence = say("This day has not come yet.")


@dataclass(frozen=True)
class Told:
    """What was told; what is not known is left out."""

    last_use_on: date | None = None
    episodes_in_year: int | None = None
    goal: str = ""
    pattern: str = ""


def tell_history(*, client_id: UUID, told: Told, actor: Actor, at: datetime) -> UseHistory:
    """Keep a telling by the client or a clinician; earlier ones stay. Raises NotYet.

    A day that has not come is one ahead of the client's own today, whoever writes it down.
    """
    zone = User.objects.values_list("timezone", flat=True).get(pk=client_id)
    if told.last_use_on and told.last_use_on > clock.local_day(at, zone):
        raise NotYet(field="last_use_on")
    row = UseHistory(client_id=client_id, **asdict(told), told_at=at, told_by_id=actor.person)
    row.save(force_insert=True)
    audit.record(
        actor=actor, action="create", subject="checkins_usehistory", subject_id=row.pk,
        clients=[client_id], at=at,
    )  # fmt: skip
    return row
