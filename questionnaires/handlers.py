"""What questionnaires does when others have news. Each handler translates and makes one call."""

from datetime import datetime
from uuid import UUID

from core.identity import System
from core.outbox import subscribe
from program import events as program_events
from questionnaires.services import schedules


@subscribe(program_events.LEVEL_CHANGED, acts_as=System.ASKER)
def on_level_changed(*, enrolment_id: UUID, client_id: UUID, at: datetime) -> None:
    """Note that what is asked at a change of level falls due."""
    schedules.note_level_change(client_id=client_id, at=at)
