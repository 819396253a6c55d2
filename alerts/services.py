"""Assess a client, raise and join alerts, and let clinicians answer them."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from alerts import diary_rules, ladder, rules, telling
from alerts.models import Alert, Assessment, Step, Tier
from checkins import rules as checkin_rules
from checkins import selectors as checkin_selectors
from checkins.models import CheckIn, DiaryCard
from core import audit
from core.audit import Actor
from core.errors import Refused
from core.identity import lock

ASSESSOR = Actor(role="assessor")


class AlreadyAcknowledged(Refused):
    """Somebody answered before."""

    code = "already_acknowledged"
    sentence = "Someone already acknowledged this."


class ChangedMeanwhile(Refused):
    """It became graver between being read and being taken on."""

    code = "changed_meanwhile"
    sentence = "This became more urgent since you read it. Please look again, then acknowledge."


class NotAcknowledged(Refused):
    """An alert is resolved by somebody who first took it on."""

    code = "not_acknowledged"
    sentence = "Acknowledge this first, then resolve it."


class AlreadyResolved(Refused):
    """It is over; what was written then stays."""

    code = "already_resolved"
    sentence = "Someone already resolved this."


@dataclass(frozen=True)
class Closing:
    """What was done, what came of it, and a note. All three are required."""

    action: str
    outcome: str
    note: str


@dataclass(frozen=True)
class Finding:
    """A verdict on a client, what it was made for, and how it came in."""

    client_id: UUID
    cause: str
    on: date
    verdict: rules.Verdict
    late: bool = False


def assess_check_in(*, check_in_id: UUID, at: datetime) -> Assessment:
    """Apply the rules to one check-in within its history; raise an alert when it is serious.

    The same check-in is assessed once, however often this is called.
    """
    check_in = CheckIn.objects.get(pk=check_in_id)
    history = checkin_selectors.history(client_id=check_in.client_id, until=check_in.on)
    days = [_day(row) for row in history if row.on != check_in.on]
    verdict = rules.assess(days=[*days, _day(check_in)], on=check_in.on)
    late = checkin_rules.is_late(recorded_at=check_in.recorded_at, received_at=check_in.received_at)
    return keep_finding(
        finding=Finding(check_in.client_id, f"checkin:{check_in.pk}", check_in.on, verdict, late),
        at=at,
    )


def _day(row: CheckIn) -> rules.Day:
    return rules.Day(
        on=row.on,
        craving=row.craving,
        sleep_hours=float(row.sleep_hours) if row.sleep_hours is not None else None,
        medication=row.medication,
        used=row.used,
        safety=row.safety,
    )


def assess_diary_card(*, card_id: UUID, at: datetime) -> Assessment:
    """Apply the diary card's rules to one version of a card; raise an alert when it is serious.

    The same version is assessed once; a later, milder one takes nothing back.
    """
    card = DiaryCard.objects.get(pk=card_id)
    verdict = diary_rules.assess(
        diary_rules.Urges(
            suicide=card.suicide_level,
            suicide_acted=card.suicide_acted,
            self_harm_acted=card.self_harm_acted,
            use_acted=card.use_acted,
        )
    )
    late = checkin_rules.is_late(recorded_at=card.recorded_at, received_at=card.received_at)
    return keep_finding(
        finding=Finding(card.client_id, f"diary:{card.pk}", card.on, verdict, late), at=at
    )


def keep_finding(*, finding: Finding, at: datetime) -> Assessment:
    """Store an assessment once for its cause, and with it the alert that it calls for."""
    lock(f"alerts:{finding.client_id}")
    known = Assessment.objects.filter(client_id=finding.client_id, cause=finding.cause).first()
    if known:
        return known
    assessment = Assessment(
        client_id=finding.client_id,
        cause=finding.cause,
        on=finding.on,
        rule_version=finding.verdict.version,
        tier=finding.verdict.tier,
        reasons=[asdict(reason) for reason in finding.verdict.reasons],
        assessed_at=at,
    )
    assessment.save(force_insert=True)
    if assessment.tier:
        _raise_or_join(assessment, late=finding.late, at=at)
    return assessment


def _raise_or_join(assessment: Assessment, *, late: bool, at: datetime) -> None:
    open_alert = _open_alert_for(assessment)
    if open_alert is None:
        _raise_new(assessment, late=late, at=at)
    else:
        _join(open_alert, assessment, late=late, at=at)


def _open_alert_for(assessment: Assessment) -> Alert | None:
    """Return the open alert that new evidence belongs to.

    A critical one is never bundled. Only a newer version of the very same form, handed in while
    nobody has answered yet, is the same news: a form sent half-way and then whole.
    """
    unresolved = Alert.objects.filter(client_id=assessment.client_id, resolved_at=None)
    if assessment.tier != Tier.CRITICAL:
        return unresolved.exclude(tier=Tier.CRITICAL).first()
    form = assessment.cause.partition(":")[0]
    return unresolved.filter(
        tier=Tier.CRITICAL,
        acknowledged_at=None,
        assessment__on=assessment.on,
        assessment__cause__startswith=f"{form}:",
    ).first()


def _raise_new(assessment: Assessment, *, late: bool, at: datetime) -> None:
    alert = Alert(
        client_id=assessment.client_id,
        assessment=assessment,
        tier=assessment.tier,
        late=late,
        raised_at=at,
        due_at=ladder.answer_by(tier=assessment.tier, rung=0, told_at=at),
    )
    alert.save(force_insert=True)
    telling.note(alert, Step.Kind.RAISED, at=at, assessment=assessment)
    audit.record(
        actor=ASSESSOR, action="raise", subject="alerts_alert", subject_id=alert.pk,
        clients=[alert.client_id], at=at,
    )  # fmt: skip
    telling.tell_rung(alert, rung=0, at=at)


def _join(alert: Alert, assessment: Assessment, *, late: bool, at: datetime) -> None:
    graver = rules.graver(assessment.tier, alert.tier)
    if not graver and not _is_news_to_its_owner(alert, assessment):
        if assessment.tier == alert.tier:
            # Its newest reasons are what a reader needs; the earlier ones stay in its steps.
            Alert.objects.filter(pk=alert.pk).update(assessment=assessment)
        telling.note(alert, Step.Kind.JOINED, at=at, assessment=assessment)
        return
    # Such news needs a new answer, even from somebody who took on the earlier one.
    due_at = ladder.answer_by(tier=assessment.tier, rung=0, told_at=at)
    Alert.objects.filter(pk=alert.pk).update(
        tier=assessment.tier, assessment=assessment, late=late, rung=0, due_at=due_at,
        acknowledged_at=None, acknowledged_by=None,
    )  # fmt: skip
    alert.refresh_from_db()
    kind = Step.Kind.TIER_RAISED if graver else Step.Kind.REOPENED
    telling.note(alert, kind, at=at, assessment=assessment)
    telling.tell_rung(alert, rung=0, at=at)


def _is_news_to_its_owner(alert: Alert, assessment: Assessment) -> bool:
    """Say whether an acknowledged alert must be answered again: high news of another day."""
    return (
        alert.acknowledged_at is not None
        and assessment.tier == alert.tier == Tier.HIGH
        and assessment.on != alert.assessment.on
    )


def acknowledge(*, alert: Alert, actor: Actor, at: datetime, seen_tier: str = "") -> Alert:
    """Take an alert on, as grave as it was when it was read (`seen_tier`, when that is known).

    One clinician wins; raises AlreadyAcknowledged for the others, and ChangedMeanwhile.
    """
    waiting = Alert.objects.filter(pk=alert.pk, acknowledged_at=None)
    as_seen = waiting.filter(tier=seen_tier) if seen_tier else waiting
    won = as_seen.update(acknowledged_at=at, acknowledged_by=actor.id)
    alert.refresh_from_db()
    if not won and alert.acknowledged_at is None:
        raise ChangedMeanwhile
    if not won:
        by = alert.acknowledged_by
        raise AlreadyAcknowledged(
            by={"name": by.name if by else ""}, at=_iso(alert.acknowledged_at)
        )
    telling.note(alert, Step.Kind.ACKNOWLEDGED, at=at, person_id=actor.id)
    _record(actor, "acknowledge", alert, at=at)
    return alert


def resolve(*, alert: Alert, closing: Closing, actor: Actor, at: datetime) -> Alert:
    """Close an alert with action, outcome and note; raises NotAcknowledged, AlreadyResolved."""
    won = Alert.objects.filter(pk=alert.pk, acknowledged_at__isnull=False, resolved_at=None).update(
        resolved_at=at, resolved_by=actor.id, **asdict(closing)
    )
    alert.refresh_from_db()
    if not won:
        raise AlreadyResolved if alert.resolved_at else NotAcknowledged
    telling.note(alert, Step.Kind.RESOLVED, at=at, person_id=actor.id)
    _record(actor, "resolve", alert, at=at)
    return alert


def _record(actor: Actor, action: str, alert: Alert, *, at: datetime) -> None:
    audit.record(
        actor=actor, action=action, subject="alerts_alert", subject_id=alert.pk,
        clients=[alert.client_id], at=at,
    )  # fmt: skip


def _iso(moment: datetime | None) -> str:
    return moment.isoformat() if moment else ""


@dataclass(frozen=True)
class Whereabouts:
    """An enrolled client, the day it is for them, and the day since which they are enrolled."""

    client_id: UUID
    today: date
    since: date


def silent_clients(enrolled: Sequence[Whereabouts]) -> Iterable[Finding]:
    """Yield a finding for each client whose silence is out of their own habit; one query for all.

    Somebody newly enrolled who never checked in has been silent since the day before they came.
    """
    if not enrolled:
        return
    since = min(one.today for one in enrolled) - timedelta(days=checkin_selectors.ASSESSED_DAYS)
    clients = [one.client_id for one in enrolled]
    seen_of = {
        row.client_id: row for row in checkin_selectors.presence(clients=clients, since=since)
    }
    for one in enrolled:
        seen = seen_of.get(one.client_id)
        if seen is None and one.since <= since:
            continue  # silent for longer than we look back, and told of when it began
        last_on = seen.last_on if seen else one.since - timedelta(days=1)
        verdict = rules.assess_silence(
            last_on=last_on,
            today=one.today,
            days_seen=seen.days_seen if seen else 0,
            # A habit begins with the first check-in: days before it were not missed.
            days_looked_at=(seen.last_on - seen.first_on).days + 1 if seen else 0,
        )
        if verdict.tier:
            yield Finding(one.client_id, f"silence:{last_on}", one.today, verdict)
