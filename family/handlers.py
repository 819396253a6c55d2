"""What family does when there is news, and before something leaves. One call each."""

from datetime import datetime
from uuid import UUID

from core.identity import System
from core.outbox import subscribe
from delivery import services as delivery_services
from delivery.wording import Kind
from family import events, services
from program import events as program_events

# The carrier asks once more before anything reaches a relative.
delivery_services.look_again(Kind.UPDATE, services.useless, acts_as=System.FAMILY)


@subscribe(events.CALL_ASKED, acts_as=System.FAMILY)
def on_call_asked(*, call_id: UUID, client_id: UUID, at: datetime) -> None:
    """Tell the person whom a client asked for a call."""
    services.tell_of_call(call_id=call_id, at=at)


@subscribe(events.MEETING_ASKED, acts_as=System.FAMILY)
def on_meeting_asked(*, invitation_id: UUID, client_id: UUID, at: datetime) -> None:
    """Tell the person who was asked to a meeting."""
    services.tell_of_meeting(invitation_id=invitation_id, at=at)


@subscribe(events.TEAM_NOTE_WRITTEN, acts_as=System.FAMILY)
def on_team_note_written(*, note_id: UUID, at: datetime) -> None:
    """Find out whose team it goes to, and tell of an urgent one."""
    services.take_in_note(note_id=note_id, at=at)


@subscribe(program_events.SESSION_MOVED, acts_as=System.FAMILY)
def on_session_moved(*, session_id: UUID, at: datetime) -> None:
    """End the invitations to it as it was."""
    services.session_changed(session_id=session_id, at=at)


@subscribe(program_events.SESSION_CANCELLED, acts_as=System.FAMILY)
def on_session_cancelled(*, session_id: UUID, at: datetime) -> None:
    """End the invitations to it."""
    services.session_changed(session_id=session_id, at=at)
