"""Apply the rules to what came in; raise an alert when it is serious. Each version once."""

from datetime import datetime
from typing import Any
from uuid import UUID

from alerts import diary_rules, rules, urge_rules
from alerts.models import Assessment
from alerts.selectors import thresholds
from alerts.services.raising import Finding, keep_finding
from checkins import rules as checkin_rules
from checkins import selectors as checkin_selectors
from checkins.models import CheckIn, DiaryCard, Lapse, PersonalItem, UrgeLog
from program import selectors as program_selectors


def assess_check_in(*, check_in_id: UUID, at: datetime) -> Assessment:
    """Apply the rules to one check-in within its history; raise an alert when it is serious.

    The same check-in is assessed once, however often this is called.
    """
    check_in = CheckIn.objects.get(pk=check_in_id)
    history = checkin_selectors.history(client_id=check_in.client_id, until=check_in.on)
    days = [_day(row) for row in history if row.on != check_in.on]
    enrolment = program_selectors.enrolment_of(check_in.client_id, check_in.on)
    numbers = thresholds.parameters_for(
        client_id=check_in.client_id, program_id=enrolment.program_id if enrolment else None
    )
    of_days = rules.assess(days=[*days, _day(check_in)], on=check_in.on, parameters=numbers)
    verdict = urge_rules.joined(of_days, urge_rules.assess(_urges_of(check_in)))
    return keep_finding(finding=_finding(check_in, f"checkin:{check_in.pk}", verdict), at=at)


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
    return keep_finding(finding=_finding(card, f"diary:{card.pk}", verdict), at=at)


def assess_urge(*, urge_id: UUID, at: datetime) -> Assessment:
    """Apply the rules to one version of a logged urge; raise an alert when it is serious."""
    row = UrgeLog.objects.get(pk=urge_id)
    urge = urge_rules.Urge(toward=row.toward, level=row.intensity, acted=row.acted)
    form = f"urge:{row.entry}:"
    verdict = urge_rules.assess([urge])
    return keep_finding(finding=_finding(row, f"{form}{row.version}", verdict, form), at=at)


def assess_lapse(*, lapse_id: UUID, at: datetime) -> Assessment:
    """Apply the rules to one version of a lapse. That it was a mistake takes nothing back."""
    row = Lapse.objects.get(pk=lapse_id)
    form = f"lapse:{row.entry}:"
    verdict = urge_rules.assess_lapse(urge_rules.Lapse(row.needs, row.mistaken))
    return keep_finding(finding=_finding(row, f"{form}{row.version}", verdict, form), at=at)


def _urges_of(check_in: CheckIn) -> list[urge_rules.Urge]:
    """Return the urges among the client's own items, as they were answered."""
    if not check_in.items:
        return []
    asked = PersonalItem.objects.filter(client_id=check_in.client_id, pk__in=list(check_in.items))
    return [_urge(row, check_in.items[str(row.pk)]) for row in asked if row.toward]


def _urge(item: PersonalItem, answer: dict[str, Any]) -> urge_rules.Urge:
    return urge_rules.Urge(
        toward=item.toward,
        level=answer.get("level"),
        felt=answer.get("value"),
        acted=answer.get("acted"),
    )


def _finding(
    row: CheckIn | DiaryCard | UrgeLog | Lapse, cause: str, verdict: rules.Verdict, form: str = ""
) -> Finding:
    late = checkin_rules.is_late(recorded_at=row.recorded_at, received_at=row.received_at)
    return Finding(row.client_id, cause, row.on, verdict, late, form)
