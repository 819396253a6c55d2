"""End sessions: one's own from a list, all of a person's, and those that rested too long."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from uuid import UUID

from allauth.usersessions.models import UserSession
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session

from accounts.models import User
from core import audit, identity
from core.audit import Actor
from core.identity import System

ENDED = "ended"  # in a session that is over: why
SAYS_WHY_FOR = timedelta(days=1)


def end_sign_ins(*, rows: Iterable[UserSession], person: User, actor: Actor, at: datetime) -> int:
    """End these sessions of a person; return how many there were."""
    ended = list(rows)
    for row in ended:
        _end(row)
    if ended:
        audit.record(
            actor=actor, action="end_session", subject="accounts_user", subject_id=person.pk,
            detail=f"{len(ended)} ended", at=at,
        )  # fmt: skip
    return len(ended)


def _end(row: UserSession) -> None:
    Session.objects.filter(pk=row.session_key).delete()
    row.delete()


def end_all_sign_ins(*, person: User) -> int:
    """End every session of a person, within a transaction of sign-in; return how many."""
    rows = list(UserSession.objects.filter(user_id=person.pk))
    for row in rows:
        _end(row)
    return len(rows)


def keep_end(*, key: str, person_id: UUID, why: str, address: str | None, at: datetime) -> None:
    """End a session that rested too long, in a transaction of its own.

    Its row stays for a day without a name in it: each tab that still holds it is told why.
    """
    with identity.acting_as(System.ACCOUNTS):
        row = Session.objects.select_for_update().filter(pk=key).first()
        if row is None or SESSION_KEY not in row.get_decoded():
            return
        row.session_data = SessionStore().encode({ENDED: why})
        row.expire_date = at + SAYS_WHY_FOR
        row.save(update_fields=["session_data", "expire_date"])
        UserSession.objects.filter(session_key=key).delete()
        audit.record(
            actor=Actor(role="accounts", address=address),
            action="session_ended",
            subject="accounts_user",
            subject_id=person_id,
            detail=why,
            at=at,
        )
