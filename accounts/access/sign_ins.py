"""A person's own sessions: on which devices they are signed in, and since when."""

from dataclasses import dataclass
from datetime import UTC, datetime
from uuid import UUID

from allauth.account.internal.userkit import user_id_to_str
from allauth.usersessions.models import UserSession
from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.db.models import QuerySet

from accounts import rules
from accounts.access.staying import SEEN, SHARED
from accounts.models import Role, User
from core.errors import NotVisible

MOST = 50


@dataclass(frozen=True)
class SignIn:
    """One session of a person, as its row says it."""

    row: UserSession
    browser: str
    system: str
    network: str
    seen_at: datetime
    shared_phone: bool
    current: bool

    @property
    def id(self) -> int:
        """The number by which it is ended."""
        return int(self.row.pk)

    @property
    def began_at(self) -> datetime:
        """When they came in."""
        began: datetime = self.row.created_at
        return began


def own_sign_ins(person: User, session: SessionBase, *, at: datetime) -> list[SignIn]:
    """Return the sessions of a person that are not over, this one first; at most 50, the newest."""
    rows = list(UserSession.objects.filter(user_id=person.pk).order_by("-created_at")[:MOST])
    stored = Session.objects.in_bulk([row.session_key for row in rows])
    found = [
        _said(row, data, current=row.session_key == session.session_key)
        for row in rows
        if row.session_key in stored
        and _stands(data := stored[row.session_key].get_decoded(), person, at=at)
        and stored[row.session_key].expire_date > at
    ]
    return sorted(found, key=lambda one: (not one.current, -one.seen_at.timestamp()))


def _stands(data: dict[str, object], person: User, *, at: datetime) -> bool:
    """Say whether a stored session would still let this person in."""
    if data.get(SESSION_KEY) != user_id_to_str(person):
        return False
    if data.get(HASH_SESSION_KEY) != person.get_session_auth_hash():
        return False
    stay = rules.stay_of(staff=person.is_staff_member, shared=bool(data.get(SHARED)))
    now = int(at.timestamp())
    began, seen = int(str(data.get("began", now))), int(str(data.get(SEEN, now)))
    return not rules.why_over(stay, began=began, seen=seen, now=now)


def _said(row: UserSession, data: dict[str, object], *, current: bool) -> SignIn:
    browser, system = rules.device_of(row.user_agent)
    seen = data.get(SEEN)
    return SignIn(
        row=row,
        browser=browser,
        system=system,
        network=rules.short_address(row.ip),
        seen_at=datetime.fromtimestamp(seen, UTC) if isinstance(seen, int) else row.last_seen_at,
        shared_phone=bool(data.get(SHARED)),
        current=current,
    )


def get_sign_in(person: User, number: int) -> UserSession:
    """Return one of a person's own sessions; raise NotVisible."""
    row = UserSession.objects.filter(user_id=person.pk, pk=number).first()
    if row is None:
        raise NotVisible
    return row


def other_sign_ins(person: User, session: SessionBase) -> QuerySet[UserSession]:
    """Return a person's sessions but the one that asks."""
    rows = UserSession.objects.filter(user_id=person.pk)
    others: QuerySet[UserSession] = rows.exclude(session_key=session.session_key)
    return others


def get_person(person_id: UUID) -> User:
    """Return a person whom row security lets whoever asks see; raise NotVisible."""
    found = User.objects.filter(pk=person_id).first()
    if found is None:
        raise NotVisible
    return found


def relative_at(email: str) -> User | None:
    """Return the relative who signs in with this address, if whoever asks may see them."""
    return User.objects.filter(email__iexact=email, roles__contains=[Role.FAMILY]).first()
