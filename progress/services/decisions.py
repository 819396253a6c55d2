"""A clinician's answer to a proposal: yes, with the change of level that follows, or no."""

from dataclasses import dataclass
from datetime import date, datetime

from core import audit
from core.audit import Actor
from core.errors import Refused
from core.identity import lock
from core.said import say
from program import services as program_services
from program.models import Enrolment
from progress.models import Decision, StepProposal


class AlreadyDecided(Refused):
    """Somebody decided before, or newer facts took the proposal's place."""

    code = "already_decided"
    sentence = say("This proposal is not open any more. Please look again.")


class LevelChanged(Refused):
    """The client's level of care is no longer the one that the proposal starts from."""

    code = "level_changed"
    sentence = say("The level of care has changed since this was proposed. Please look again.")


@dataclass(frozen=True)
class Yes:
    """Why, in a word that statistics know and in the clinician's own; and from which day."""

    reason: str
    note: str
    effective_on: date


def accept_proposal(
    *, proposal: StepProposal, yes: Yes, actor: Actor, at: datetime
) -> StepProposal:
    """Decide for the step, and with it the change of level, which program's own service makes.

    Raises AlreadyDecided, LevelChanged, and what program refuses a change of level for.
    """
    lock(f"steps:{proposal.client_id}")
    enrolment = Enrolment.objects.select_related("program").get(pk=proposal.enrolment_id)
    if enrolment.level_of_care != proposal.from_level:
        raise LevelChanged
    _decide(proposal, Decision.ACCEPTED, yes.note, actor=actor, at=at)
    program_services.change_level(
        enrolment=enrolment,
        step=program_services.Step(
            to_level=proposal.to_level,
            reason=yes.reason,
            effective_on=yes.effective_on,
            note=yes.note,
        ),
        actor=actor,
        at=at,
    )
    return proposal


def decline_proposal(
    *, proposal: StepProposal, note: str, actor: Actor, at: datetime
) -> StepProposal:
    """Decide against the step; the level stays. Raises AlreadyDecided."""
    lock(f"steps:{proposal.client_id}")
    _decide(proposal, Decision.DECLINED, note, actor=actor, at=at)
    return proposal


def _decide(
    proposal: StepProposal, decision: Decision, note: str, *, actor: Actor, at: datetime
) -> None:
    waiting = StepProposal.objects.filter(pk=proposal.pk, decided_at=None, superseded_at=None)
    if not waiting.update(decided_at=at, decided_by=actor.id, decision=decision, note=note):
        raise AlreadyDecided
    proposal.refresh_from_db()
    audit.record(
        actor=actor, action=decision.value, subject="progress_stepproposal",
        subject_id=proposal.pk, clients=[proposal.client_id], at=at,
    )  # fmt: skip
