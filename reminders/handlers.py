"""What reminders does when others have news. Each handler translates and makes one call."""

from datetime import datetime
from uuid import UUID

from checkins import events as checkin_events
from core.identity import System
from core.outbox import subscribe
from delivery import services as delivery_services
from delivery.wording import Kind as Message
from program import events as program_events
from reminders import services
from reminders.models import Kind

# The carrier asks once more before a reminder leaves.
delivery_services.look_again(Message.REMINDER, services.look_again, acts_as=System.REMINDER)


@subscribe(program_events.SESSION_CANCELLED, acts_as=System.REMINDER)
def on_session_cancelled(*, session_id: UUID, at: datetime) -> None:
    """Say so to who was expected."""
    services.session_changed(session_id=session_id, kind=Kind.CANCELLED, at=at)


@subscribe(program_events.SESSION_MOVED, acts_as=System.REMINDER)
def on_session_moved(*, session_id: UUID, at: datetime) -> None:
    """Say so to who is expected."""
    services.session_changed(session_id=session_id, kind=Kind.CHANGED, at=at)


@subscribe(program_events.LEVEL_CHANGED, acts_as=System.REMINDER)
def on_level_changed(*, enrolment_id: UUID, client_id: UUID, at: datetime) -> None:
    """Plan anew."""
    services.person_changed(person_id=client_id, at=at)


@subscribe(program_events.DISCHARGED, acts_as=System.REMINDER)
def on_discharged(*, enrolment_id: UUID, client_id: UUID, at: datetime) -> None:
    """Withdraw what ends with the enrolment."""
    services.person_changed(person_id=client_id, at=at)


@subscribe(checkin_events.SUBMITTED, acts_as=System.REMINDER)
def on_checkin_submitted(*, check_in_id: UUID, client_id: UUID, at: datetime) -> None:
    """Note that it is done."""
    services.something_done(person_id=client_id, at=at)
