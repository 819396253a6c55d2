"""Ask a family member to a client's family session or planning meeting, and hear what they say."""

from datetime import datetime
from uuid import UUID

from django.db.models import F

from core import outbox
from core.audit import Actor
from core.errors import NotVisible, Refused
from core.identity import as_relative, lock
from core.said import say
from family import access, events
from family.access import meetings as meeting_access
from family.access.force import InForce
from family.models import Category, Consent, InvitationEnd, SessionInvitation
from family.services.between import leave
from program.models import Participant, Session

TABLE = "family_sessioninvitation"


class NotAMeeting(Refused):
    """Families are asked to family sessions, treatment planning and discharge meetings only."""

    code = "not_a_meeting"
    sentence = say("Family members can be asked to family sessions and planning meetings only.")


class MeetingOver(Refused):
    """It has begun, or was called off."""

    code = "meeting_over"
    sentence = say("This meeting has begun or was called off.")


class MayNotBeAsked(Refused):
    """The client shares no such invitations with this person right now."""

    code = "may_not_be_asked"
    sentence = say("The client has not said that this person may be asked.")


class AskedAlready(Refused):
    """There is an invitation that holds."""

    code = "asked_already"
    sentence = say("This person has been asked already.")


def invite_relative(
    *, session: Session, client_id: UUID, recipient_id: UUID, actor: Actor, at: datetime
) -> SessionInvitation:
    """Ask one family member, and have them told now and a day before.

    Raises NotVisible (the client is not expected there), NotAMeeting, MeetingOver, MayNotBeAsked,
    AskedAlready.
    """
    consent = _refuse(session, client_id, recipient_id, at=at)
    lock(f"session:{session.pk}")
    if actor.id is None:
        raise ValueError("A person asks.")
    row = SessionInvitation(
        client_id=client_id, recipient_id=recipient_id, series=consent.series,
        session=session, revision=session.revision, starts_at=session.starts_at,
        ends_at=session.ends_at, place=session.room.name if session.room else session.place,
        telehealth_url=session.telehealth_url, invited_at=at, invited_by_id=actor.id,
    )  # fmt: skip
    _end_outdated(session, at=at)
    if SessionInvitation.objects.filter(
        session=session, client_id=client_id, recipient_id=recipient_id, ended_at=None
    ).exists():
        raise AskedAlready
    row.save(force_insert=True)
    leave(actor, "invite", TABLE, row.pk, client_id=client_id, consent_id=consent.pk, at=at)
    outbox.publish(events.MEETING_ASKED, at=at, invitation_id=row.pk, client_id=client_id)
    return row


def _refuse(session: Session, client_id: UUID, recipient_id: UUID, *, at: datetime) -> Consent:
    if not Participant.objects.filter(session=session, client_id=client_id).exists():
        raise NotVisible
    if session.kind not in meeting_access.OPEN_KINDS:
        raise NotAMeeting
    if session.cancelled_at is not None or session.starts_at <= at:
        raise MeetingOver
    wanted = Category.SESSION_INVITATIONS
    consent = meeting_access.open_sharing(client_id, recipient_id)
    shared = access.gives(client_id=client_id, recipient_id=recipient_id, category=wanted, at=at)
    if consent is None or not shared:
        raise MayNotBeAsked
    return consent


def _end_outdated(session: Session, *, at: datetime) -> None:
    old = SessionInvitation.objects.filter(session=session, ended_at=None)
    old.exclude(revision=session.revision).update(ended_at=at, end=InvitationEnd.CHANGED)


def end_invitation(*, invitation: SessionInvitation, end: str, actor: Actor, at: datetime) -> None:
    """Take an invitation back; it is gone from the person's page. Again changes nothing."""
    rows = SessionInvitation.objects.filter(pk=invitation.pk, ended_at=None)
    if rows.update(ended_at=at, end=end):
        leave(actor, "withdraw", TABLE, invitation.pk, client_id=invitation.client_id, at=at)


def answer_invitation(
    *, sharings: list[InForce], invitation_id: UUID, answer: str, actor: Actor, at: datetime
) -> None:
    """Say yes, no or maybe, and change it until it begins. Raises NotVisible."""
    found = meeting_access.get_invited(sharings, invitation_id, at=at)
    with as_relative():
        SessionInvitation.objects.filter(pk=invitation_id).update(answer=answer, answered_at=at)
    sharing = found["sharing"]
    leave(
        actor, "answer", TABLE, invitation_id, client_id=sharing.client_id,
        consent_id=sharing.consent_id, at=at,
    )  # fmt: skip


def session_changed(*, session_id: UUID, at: datetime) -> int:
    """End the invitations to a session as it was before; return how many. Acts as family."""
    rows = SessionInvitation.objects.filter(session_id=session_id, ended_at=None)
    outdated = rows.exclude(session__revision=F("revision"))
    return outdated.update(ended_at=at, end=InvitationEnd.CHANGED)
