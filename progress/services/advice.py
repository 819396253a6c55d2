"""Weigh a step for a client and keep a proposal where the rules see one. They decide nothing."""

from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from accounts.models import User
from core import audit, clock
from core.audit import Actor
from core.errors import Refused
from core.identity import System, acting_as, lock
from core.said import say
from program import selectors as program_selectors
from program.models import Enrolment
from progress.models import Decision, StepProposal
from progress.rules import milestones as milestone_rules
from progress.rules import steps as rules
from progress.selectors import kept, marks, warnings
from progress.services import milestones

ADVISER = Actor(role="adviser")
QUIET_AFTER_NO = timedelta(days=14)  # chosen: a "no" holds for two weeks unless there is news
WEIGHED = frozenset({"phq-9", "gad-7"})


class NotInProgram(Refused):
    """The client has no level of care to step from."""

    code = "not_enrolled"
    sentence = say("This client is not enrolled in a program right now.")


@dataclass(frozen=True)
class Advice:
    """What the rules made of a client's weeks, and the proposal that is open after it, if any."""

    inputs: rules.Inputs
    verdict: rules.Verdict
    proposal: StepProposal | None


def advise_everyone(*, at: datetime) -> int:
    """Weigh a step for every enrolled client, each in a transaction of its own; return how many.

    Repeating it changes nothing as long as the facts are the same. A failure over one leaves the
    others done, and is raised after the last of them.
    """
    with acting_as(System.ADVISER):
        enrolled = [row.pk for row, _ in program_selectors.enrolments_in_force(at=at)]
    return _each(enrolled, lambda pk: _advise_by_night(pk, at=at))


def _each(items: Iterable[UUID], work: Callable[[UUID], None]) -> int:
    done, failures = 0, []
    for item in items:
        try:
            with acting_as(System.ADVISER):
                work(item)
            done += 1
        except Exception as error:  # noqa: BLE001  (raised below: nobody waits for another)
            failures.append(error)
    if failures:
        raise ExceptionGroup(f"{len(failures)} failed, {done} were done", failures)
    return done


def _advise_by_night(enrolment_id: UUID, *, at: datetime) -> None:
    enrolment = Enrolment.objects.select_related("client", "program").get(pk=enrolment_id)
    _advise(enrolment, actor=ADVISER, at=at)


def advise_on(*, client: User, actor: Actor, at: datetime) -> Advice:
    """Weigh a step for one client now, because a clinician asks. Raises NotInProgram."""
    today = clock.local_day(at, client.timezone)
    enrolment = kept.enrolment_of(client.pk, on=today)
    if enrolment is None or not enrolment.is_in_force(today):
        raise NotInProgram
    return _advise(enrolment, actor=actor, at=at)


def _advise(enrolment: Enrolment, *, actor: Actor, at: datetime) -> Advice:
    # Proposals of one client are made in turn: there is never a second open one.
    lock(f"steps:{enrolment.client_id}")
    inputs = inputs_of(enrolment=enrolment, at=at)
    verdict = rules.consider(inputs)
    rows = StepProposal.objects.filter(client_id=enrolment.client_id)
    waiting = kept.open_proposals(rows).first()
    if waiting and not _says_the_same(waiting, verdict, enrolment):
        kept.open_proposals(rows).update(superseded_at=at)
        _record(actor, "supersede", waiting, at=at)
        waiting = None
    if waiting is None and verdict.direction and not _was_refused(rows, verdict, at=at):
        waiting = _propose(enrolment, inputs, verdict, actor=actor, at=at)
    return Advice(inputs, verdict, waiting)


def _says_the_same(row: StepProposal, verdict: rules.Verdict, enrolment: Enrolment) -> bool:
    codes = {reason["code"] for reason in row.reasons}
    return (
        (row.direction, row.to_level) == (verdict.direction, verdict.to_level)
        and row.enrolment_id == enrolment.pk
        and row.from_level == enrolment.level_of_care
        and {reason.code for reason in verdict.reasons} <= codes
    )


def _was_refused(rows: QuerySet[StepProposal], verdict: rules.Verdict, *, at: datetime) -> bool:
    """Say whether a clinician lately said no to just this: same way, and no reason is new.

    A critical alert raised since then is new, though its reason has the same name.
    """
    codes = {reason.code for reason in verdict.reasons}
    refused = rows.filter(
        decision=Decision.DECLINED,
        direction=verdict.direction,
        decided_at__gt=at - QUIET_AFTER_NO,
    )
    answered = [
        row.decided_at
        for row in refused
        if row.decided_at and codes <= {reason["code"] for reason in row.reasons}
    ]
    if not answered or "critical_alert" not in codes:
        return bool(answered)
    return not warnings.has_critical_since(refused[0].client_id, since=max(answered))


def _propose(
    enrolment: Enrolment,
    inputs: rules.Inputs,
    verdict: rules.Verdict,
    *,
    actor: Actor,
    at: datetime,
) -> StepProposal:
    row = StepProposal(
        client_id=enrolment.client_id,
        enrolment=enrolment,
        direction=verdict.direction,
        from_level=enrolment.level_of_care,
        to_level=verdict.to_level,
        reasons=[asdict(reason) for reason in verdict.reasons],
        inputs=asdict(inputs),
        rule_version=verdict.version,
        made_at=at,
    )
    row.save(force_insert=True)
    _record(actor, "propose", row, at=at)
    return row


def inputs_of(*, enrolment: Enrolment, at: datetime) -> rules.Inputs:
    """Gather what the rules weigh. Nine statements at most; milestones newly seen are kept."""
    client, numbers = enrolment.client, rules.DEFAULT
    today = clock.local_day(at, client.timezone)
    facts = milestones.facts_of(client=client, enrolment=enrolment, today=today)
    standing = milestones.keep_reached(
        enrolment=enrolment, seen=milestone_rules.reached(facts), at=at
    )
    recent, calm = (
        today - timedelta(days=days - 1) for days in (numbers.recent_days, numbers.calm_days)
    )
    used = {row.on for row in marks.lapses(client_id=client.pk, first=calm, last=today)}
    used |= {day.on for day in facts.days if day.used and day.on >= calm}
    alerts = warnings.alert_counts(
        client_id=client.pk, at=at, week=numbers.critical_within, recent=numbers.recent_days,
        calm=numbers.calm_days,
    )  # fmt: skip
    return rules.Inputs(
        level=enrolment.level_of_care,
        week=program_selectors.week_number(enrolment, today),
        **_attended(facts.sessions, recent, calm),
        critical_alerts_week=alerts.critical_week,
        high_alerts_recent=alerts.high_recent,
        serious_alerts_calm=alerts.serious_calm,
        open_alerts=alerts.still_open,
        lapses_recent=sum(day >= recent for day in used),
        lapses_calm=len(used),
        days_answered_calm=sum(day.on >= calm for day in facts.days),
        milestones_reached=sum(one.reached for one in standing.values()),
        change=_changes(facts.totals),
    )


def _attended(sessions: Iterable[tuple[date, bool]], recent: date, calm: date) -> dict[str, Any]:
    rows = list(sessions)
    return {
        "expected_recent": sum(on >= recent for on, _ in rows),
        "attended_recent": sum(on >= recent and there for on, there in rows),
        "expected_calm": sum(on >= calm for on, _ in rows),
        "attended_calm": sum(on >= calm and there for on, there in rows),
    }


def _changes(totals: Any) -> dict[str, float]:
    found = {}
    for key in sorted(WEIGHED & set(totals)):
        points = sorted(totals[key])
        if len(points) > 1:
            found[key] = points[-1][1] - points[0][1]
    return found


def _record(actor: Actor, action: str, row: StepProposal, *, at: datetime) -> None:
    audit.record(
        actor=actor, action=action, subject="progress_stepproposal", subject_id=row.pk,
        clients=[row.client_id], at=at,
    )  # fmt: skip
