"""Whether a session goes on: who was last here, and when, as the session itself says.

The web tells with each request for how long nobody has touched it, so that an inbox which asks by
itself keeps nobody signed in.
"""

from datetime import datetime

from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.http import HttpRequest

from accounts import rules
from accounts.models import User

BEGAN, SEEN, SHARED, ENDED = "began", "seen", "shared_phone", "ended"
IDLE_HEADER, SHARED_HEADER = "X-Idle-Seconds", "X-Shared-Phone"


def begin(request: HttpRequest, person: User, *, at: datetime) -> None:
    """Start a session's time, when somebody has come in."""
    shared = request.headers.get(SHARED_HEADER) == "1"
    mark(request.session, person, shared=shared, at=at)


def mark(session: SessionBase, person: User, *, shared: bool = False, at: datetime) -> None:
    """Let a session's time begin at this moment."""
    session.pop(ENDED, None)
    session[BEGAN] = session[SEEN] = int(at.timestamp())
    session[SHARED] = shared
    stay = rules.stay_of(staff=person.is_staff_member, shared=shared)
    # The row outlives the session by a day, to say why it is over.
    session.set_expiry(stay.whole and stay.whole + rules.DAY)


def look(request: HttpRequest, person: User, session: SessionBase, *, at: datetime) -> str:
    """Return why a session is over, "idle" or "whole"; else note the touch and return nothing."""
    now = int(at.timestamp())
    shared = bool(session.get(SHARED)) or request.headers.get(SHARED_HEADER) == "1"
    stay = rules.stay_of(staff=person.is_staff_member, shared=shared)
    if SEEN not in session and stay == rules.OWN:
        return ""  # begun before sessions had a time, on a phone of one's own
    began, seen = session.get(BEGAN, now), session.get(SEEN, now)
    if why := rules.why_over(stay, began=began, seen=seen, now=now):
        return why
    idle = 0 if stay == rules.OWN else rules.seconds_idle(request.headers.get(IDLE_HEADER, ""))
    touched = now - idle
    if SEEN not in session or touched - seen >= stay.step or shared != bool(session.get(SHARED)):
        # On a phone of one's own this is the first request of a day.
        request.day_began = stay == rules.OWN  # type: ignore[attr-defined]  # read by WhoIsAsking
        _note(session, {BEGAN: began, SEEN: max(touched, seen), SHARED: shared}, stay)
    return ""


def _note(session: SessionBase, news: dict[str, int | bool], stay: rules.Stay) -> None:
    if stay == rules.OWN:
        session.update(news)  # saved with the answer, and its cookie lasts anew
        return
    # Only these, in the row as it is now: a request beside this one may have written others. Who
    # holds the row is here as well.
    row = Session.objects.select_for_update(skip_locked=True).filter(pk=session.session_key).first()
    if row is not None:
        row.session_data = SessionStore().encode({**row.get_decoded(), **news})
        row.save(update_fields=["session_data"])


def was_ended(session: SessionBase | None) -> bool:
    """Say whether this session was ended because it rested too long."""
    return session is not None and ENDED in session


def empty_session() -> SessionBase:
    """Return a session in which nobody is signed in, and which leaves the cookie as it is."""
    store = SessionStore()
    store[ENDED] = rules.IDLE
    store.modified = False
    return store
