"""Take in what a client says when asked on about a critical answer. None of it is required."""

from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from core import audit, outbox
from core.audit import Actor
from core.errors import NotVisible, Refused
from core.identity import lock
from core.said import say
from questionnaires import events
from questionnaires.models import FollowUp, Response
from questionnaires.services.responses import SubmissionConflict, believed_day

SUBJECT = "questionnaires_followup"


class NothingToFollowUp(Refused):
    """No answer of this response calls for it."""

    code = "nothing_to_follow_up"
    sentence = say("There is nothing to ask on about here.")


@dataclass(frozen=True)
class FollowUpAnswers:
    """yes, no, unsure or None (not answered), and whether the client asks to be called."""

    intent: str | None = None
    plan: str | None = None
    recent_act: str | None = None
    wants_contact: bool = False


@dataclass(frozen=True)
class FollowUpSending:
    """One sending: its id, the response it follows, and when it was recorded."""

    id: UUID
    response_submission_id: UUID
    recorded_at: datetime
    answers: FollowUpAnswers


def answer_follow_up(
    *, client_id: UUID, sending: FollowUpSending, actor: Actor, at: datetime
) -> tuple[FollowUp, bool]:
    """Keep the answers once and tell of them; say whether they are new.

    Raises NotVisible, NothingToFollowUp, SubmissionConflict.
    """
    lock(f"questionnaires:{client_id}")
    known = FollowUp.objects.filter(client_id=client_id, submission_id=sending.id).first()
    if known is not None:
        if _answers_of(known) != sending.answers:
            raise SubmissionConflict
        return known, False
    response = Response.objects.filter(
        client_id=client_id, submission_id=sending.response_submission_id
    ).first()
    if response is None:
        raise NotVisible
    if not response.critical.exists():
        raise NothingToFollowUp
    row = FollowUp(
        client_id=client_id,
        response=response,
        submission_id=sending.id,
        on=believed_day(recorded_at=sending.recorded_at, at=at, timezone=response.timezone),
        recorded_at=sending.recorded_at,
        received_at=at,
        **asdict(sending.answers),
    )
    row.save(force_insert=True)
    audit.record(
        actor=actor, action="create", subject=SUBJECT, subject_id=row.pk, clients=[client_id], at=at
    )
    outbox.publish(events.FOLLOWED_UP, at=at, follow_up_id=row.pk, client_id=client_id)
    return row, True


def _answers_of(row: FollowUp) -> FollowUpAnswers:
    return FollowUpAnswers(
        **{name: getattr(row, name) for name in FollowUpAnswers.__dataclass_fields__}
    )
