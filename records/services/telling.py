"""Tells people that there is something to look at, in the fixed neutral words of delivery."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from accounts.models import Role, User
from core.identity import System, briefly
from delivery import services as delivery_services
from delivery.models import Channel
from delivery.services import Batch, Cause
from delivery.wording import Kind

PREFIX = "records"
NOTICE = f"{PREFIX}:notice"


def tell_client(client: User, *, what: str, path: str, at: datetime) -> None:
    """Tell a client that there is news; `what` names it, and is told once."""
    with briefly(System.RECORDS):
        cause = Cause(Kind.UPDATE, f"{PREFIX}:{what}", path)
        delivery_services.queue(people=[client.pk], cause=cause, due_at=at)


def tell_administrators(*, what: str, path: str, at: datetime) -> None:
    """Tell administrators that something waits; must act as this part of the program."""
    cause = Cause(Kind.DIGEST, f"{PREFIX}:{what}", path)
    delivery_services.queue(people=_administrators(), cause=cause, due_at=at)


def mail_notice(client: User, *, given_id: UUID, at: datetime) -> int:
    """Send the way to the notice by e-mail alone; return how many messages are new."""
    with briefly(System.RECORDS):
        return delivery_services.queue_each(
            Batch(
                kind=Kind.UPDATE, path="/notice", due_at=at, people=[client.pk],
                channels=[Channel.EMAIL], tones=[""], languages=[client.language],
                causes=[f"{NOTICE}:{given_id}"],
            )
        )  # fmt: skip


def _administrators() -> Iterable[UUID]:
    rows = User.objects.filter(roles__contains=[Role.ADMINISTRATOR.value], is_active=True)
    return list(rows.values_list("pk", flat=True)[:200])
