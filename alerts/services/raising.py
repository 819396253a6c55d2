"""Keep what the rules found, once for each cause, and the alert that it calls for."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q

from alerts import ladder, rules, telling, urge_rules
from alerts.models import Alert, Assessment, Step, Tier
from core import audit
from core.audit import Actor
from core.identity import lock

ASSESSOR = Actor(role="assessor")


@dataclass(frozen=True)
class Finding:
    """A verdict on a client, what it was made for, and how it came in.

    `form` begins the causes of all versions of the very same form; "" means the first word of the
    cause, which together with the day names it. `family` "" means the one of its gravest reasons. A
    silent finding is kept and told to nobody.
    """

    client_id: UUID
    cause: str
    on: date
    verdict: rules.Verdict
    late: bool = False
    form: str = ""
    family: str = ""
    silent: bool = False

    @property
    def same_form(self) -> str:
        """How the causes of this form's other versions begin."""
        return self.form or self.cause.partition(":")[0] + ":"

    def family_of(self, tier: str, reasons: Iterable[rules.Reason]) -> str:
        """Return which kind of news these reasons are, by those of that tier."""
        codes = [reason.code for reason in reasons if reason.tier == tier]
        return self.family or ladder.family_of(codes)


@dataclass(frozen=True)
class _News:
    """An assessment, the form that it came from, how grave what is new in it is, of which kind."""

    assessment: Assessment
    form: str
    tier: str
    late: bool
    family: str


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
        family=finding.family_of(finding.verdict.tier, finding.verdict.reasons),
        silent=finding.silent,
        tier=finding.verdict.tier,
        reasons=[asdict(reason) for reason in finding.verdict.reasons],
        assessed_at=at,
    )
    assessment.save(force_insert=True)
    if assessment.tier and not assessment.silent:
        _tell(assessment, finding, at=at)
    return assessment


def _tell(assessment: Assessment, finding: Finding, *, at: datetime) -> None:
    known = _told_before(assessment, finding)
    fresh = [one for one in finding.verdict.reasons if one.code not in known]
    tier = rules.verdict_on(fresh).tier if known else assessment.tier
    if not tier:
        # Whoever answered that alert knows of this; that it came again is in its story.
        telling.note(next(iter(known.values())), Step.Kind.JOINED, at=at, assessment=assessment)
        return
    family = finding.family_of(tier, fresh)
    _raise_or_join(_News(assessment, finding.same_form, tier, finding.late, family), at=at)


def _told_before(assessment: Assessment, finding: Finding) -> dict[str, Alert]:
    """Return the codes that an alert which this would not join has told of, each with that alert.

    A return to use, told by check-in, card, urge or lapse of one day, is one piece of news; so is
    what stands unchanged in a changed entry. Nothing about safety is ever left untold.
    """
    once = {one.code for one in finding.verdict.reasons} & urge_rules.TOLD_ONCE
    if not once:
        return {}
    told: dict[str, Alert] = {}
    for step in _steps_of_the_day(assessment, assessment.family):
        earlier = step.assessment
        codes = {reason["code"] for reason in earlier.reasons} if earlier else set()
        same_entry = bool(earlier and finding.form and earlier.cause.startswith(finding.form))
        if codes & urge_rules.EPISODE and not _another_episode(earlier, finding):
            told |= dict.fromkeys(once & urge_rules.EPISODE, step.alert)
        if same_entry:
            told |= dict.fromkeys(once & codes, step.alert)
    return told


def _steps_of_the_day(assessment: Assessment, family: str) -> list[Step]:
    """Return how closed and critical alerts, and those of other kinds, came to tell of this day."""
    return list(
        Step.objects.select_related("alert", "assessment")
        .filter(
            Q(alert__resolved_at__isnull=False)
            | Q(alert__tier=Tier.CRITICAL)
            | ~Q(alert__family=family),
            client_id=assessment.client_id,
            assessment__on=assessment.on,
        )
        .order_by("at", "pk")
    )


def _another_episode(earlier: Assessment | None, finding: Finding) -> bool:
    """Say whether both are lapses, and not the same one: two lapses of a day are two."""
    if earlier is None or not finding.form.startswith("lapse:"):
        return False
    return earlier.cause.startswith("lapse:") and not earlier.cause.startswith(finding.form)


def _raise_or_join(news: _News, *, at: datetime) -> None:
    open_alert = _open_alert_for(news)
    if open_alert is None:
        _raise_new(news, at=at)
    else:
        _join(open_alert, news, at=at)


def _open_alert_for(news: _News) -> Alert | None:
    """Return the open alert that new evidence belongs to.

    A critical one is never bundled. Only a newer version of the very same form, handed in while
    nobody has answered yet, is the same news: a form sent half-way and then whole.
    """
    unresolved = Alert.objects.filter(client_id=news.assessment.client_id, resolved_at=None)
    if news.tier != Tier.CRITICAL:
        return unresolved.filter(family=news.family).exclude(tier=Tier.CRITICAL).first()
    return unresolved.filter(
        tier=Tier.CRITICAL,
        acknowledged_at=None,
        assessment__on=news.assessment.on,
        assessment__cause__startswith=news.form,
    ).first()


def _raise_new(news: _News, *, at: datetime) -> None:
    alert = Alert(
        client_id=news.assessment.client_id,
        assessment=news.assessment,
        family=news.family,
        tier=news.tier,
        late=news.late,
        raised_at=at,
        **_due(news, at=at),
    )
    alert.save(force_insert=True)
    telling.note(alert, Step.Kind.RAISED, at=at, assessment=news.assessment)
    audit.record(
        actor=ASSESSOR, action="raise", subject="alerts_alert", subject_id=alert.pk,
        clients=[alert.client_id], at=at,
    )  # fmt: skip
    telling.begin(alert, at=at)


def _due(news: _News, *, at: datetime) -> dict[str, datetime | None]:
    hours = telling.hours_for(news.assessment.client_id)
    return {
        "due_at": ladder.answer_by(tier=news.tier, rung=0, told_at=at, hours=hours),
        "due_by": ladder.due_by(tier=news.tier, raised_at=at, hours=hours),
    }


def _join(alert: Alert, news: _News, *, at: datetime) -> None:
    assessment = news.assessment
    graver = rules.graver(news.tier, alert.tier)
    if not graver and not _is_news_to_its_owner(alert, news):
        if news.tier == alert.tier:
            # Its newest reasons are what a reader needs; the earlier ones stay in its steps.
            Alert.objects.filter(pk=alert.pk).update(assessment=assessment)
        telling.note(alert, Step.Kind.JOINED, at=at, assessment=assessment)
        return
    # Such news needs a new answer, even from somebody who took on the earlier one.
    Alert.objects.filter(pk=alert.pk).update(
        tier=news.tier, assessment=assessment, late=news.late, rung=0,
        acknowledged_at=None, acknowledged_by=None, owner=None, **_due(news, at=at),
    )  # fmt: skip
    alert.refresh_from_db()
    kind = Step.Kind.TIER_RAISED if graver else Step.Kind.REOPENED
    telling.note(alert, kind, at=at, assessment=assessment)
    telling.begin(alert, at=at)


def _is_news_to_its_owner(alert: Alert, news: _News) -> bool:
    """Say whether an acknowledged alert must be answered again.

    It must when high news is of another day, or of a kind that nobody had told when it was taken
    on: whoever took on a report of use has not yet heard of self-harm.
    """
    if alert.acknowledged_at is None or not news.tier == alert.tier == Tier.HIGH:
        return False
    if news.assessment.on != alert.assessment.on:
        return True
    heard = Assessment.objects.filter(pk__in=alert.steps.values("assessment"))
    return bool(_high_kinds([news.assessment]) - _high_kinds([alert.assessment, *heard]))


def _high_kinds(assessments: Iterable[Assessment]) -> set[str]:
    """Kinds of their high reasons; a return to use is one kind, wherever it was told."""
    reasons = [reason for assessment in assessments for reason in assessment.reasons]
    codes = {reason["code"] for reason in reasons if reason["tier"] == Tier.HIGH}
    return {"return_to_use" if code in urge_rules.EPISODE else code for code in codes}
