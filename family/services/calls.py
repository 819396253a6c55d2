"""“Please call me”: a client's own press, told to one person. No rule and no alert comes here."""

from datetime import datetime
from uuid import UUID

from core import outbox
from core.audit import Actor
from core.identity import as_relative, lock
from family import events
from family.access import calls as call_access
from family.access import meetings as meeting_access
from family.models import CallMe, Category
from family.rules.limits import DAY, MOST_CALLS_A_DAY
from family.services.between import NotShared, TooOften, leave, sharing_with

TABLE = "family_callme"


def press_call_me(
    *, client_id: UUID, to: UUID, submission_id: UUID, actor: Actor, at: datetime
) -> CallMe:
    """Ask one person for a call, once for each submission, and have them told.

    Raises NotVisible, NotShared, TooOften (10 a day).
    """
    sharing_with(client_id, to, Category.CRISIS_CONTACT, at=at)
    consent = meeting_access.open_sharing(client_id, to)
    if consent is None:
        raise NotShared
    lock(f"call-me:{client_id}")
    mine = CallMe.objects.filter(client_id=client_id)
    known = mine.filter(submission_id=submission_id).first()
    if known:
        return known
    if mine.filter(recipient_id=to, pressed_at__gt=at - DAY).count() >= MOST_CALLS_A_DAY:
        raise TooOften
    call = CallMe(
        client_id=client_id, recipient_id=to, series=consent.series,
        submission_id=submission_id, pressed_at=at,
    )  # fmt: skip
    call.save(force_insert=True)
    leave(actor, "create", TABLE, call.pk, client_id=client_id, at=at, consent_id=consent.pk)
    outbox.publish(events.CALL_ASKED, at=at, call_id=call.pk, client_id=client_id)
    return call


def take_back_call(*, call: CallMe, actor: Actor, at: datetime) -> None:
    """Say that it is no longer needed. What waits to leave does not. Again changes nothing."""
    if CallMe.objects.filter(pk=call.pk, withdrawn_at=None).update(withdrawn_at=at):
        leave(actor, "withdraw", TABLE, call.pk, client_id=call.client_id, at=at)


def see_call(*, person_id: UUID, call_id: UUID, actor: Actor, at: datetime) -> None:
    """Note that the person asked has seen it; the first time stays. Raises NotVisible."""
    found = call_access.get_open(person_id, call_id, at=at)
    with as_relative():
        seen = CallMe.objects.filter(pk=call_id, seen_at=None).update(seen_at=at)
    if seen:
        leave(actor, "see", TABLE, call_id, client_id=found["client_id"], at=at)


def answer_call(*, person_id: UUID, call_id: UUID, actor: Actor, at: datetime) -> None:
    """Note that the person asked says that they call. Raises NotVisible."""
    found = call_access.get_open(person_id, call_id, at=at)
    values = {"answered_at": at} if found["seen_at"] else {"answered_at": at, "seen_at": at}
    with as_relative():
        CallMe.objects.filter(pk=call_id).update(**values)
    leave(actor, "answer", TABLE, call_id, client_id=found["client_id"], at=at)
