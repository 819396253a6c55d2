"""What records does when others have news. Each handler translates and makes one call."""

from datetime import datetime
from uuid import UUID

from core.identity import System
from core.outbox import subscribe
from delivery import events as delivery_events
from delivery.models import Delivery
from records import services


@subscribe(delivery_events.FAILED, acts_as=System.RECORDS)
def on_delivery_failed(*, delivery_id: UUID, at: datetime) -> None:
    """Owe a notice on paper when its e-mail did not arrive."""
    found = Delivery.objects.filter(pk=delivery_id).values_list("cause", flat=True).first()
    if found is not None:  # of ours: row security hides the others
        services.note_undelivered(cause=found, at=at)
