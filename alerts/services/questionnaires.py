"""Apply the rules to critical answers of questionnaires, and to what was said after them."""

import hashlib
from datetime import datetime
from uuid import UUID

from alerts import questionnaire_rules
from alerts.models import Assessment
from alerts.rules import Verdict
from alerts.services.raising import Finding, keep_finding
from checkins import rules as checkin_rules
from questionnaires.models import CriticalAnswer, FollowUp, Questionnaire


def assess_critical_answer(*, critical_answer_id: UUID, at: datetime) -> Assessment:
    """Raise or join the alert that a critical answer calls for; one for each item and weight.

    The very same answer, drafted, sent and sent again, is assessed once.
    """
    # The other answers are not needed, and not opened.
    row = (
        CriticalAnswer.objects.select_related("response__questionnaire")
        .defer("response__answers", "response__questionnaire__source")
        .get(pk=critical_answer_id)
    )
    verdict = questionnaire_rules.assess(
        questionnaire_rules.Answer(
            kind=row.kind,
            questionnaire=_name(row.response.questionnaire),
            weight=row.weight,
            most=row.most,
        )
    )
    item = hashlib.sha256(row.link_id.encode()).hexdigest()[:8]
    return keep_finding(finding=_finding(row, f"{item}:{row.weight}", verdict), at=at)


def assess_follow_up(*, follow_up_id: UUID, at: datetime) -> Assessment:
    """Raise what was said after a critical answer to its tier; a mild answer takes nothing back."""
    row = FollowUp.objects.get(pk=follow_up_id)
    verdict = questionnaire_rules.assess_follow_up(
        questionnaire_rules.Said(
            intent=row.intent,
            plan=row.plan,
            recent_act=row.recent_act,
            wants_contact=row.wants_contact,
        )
    )
    return keep_finding(finding=_finding(row, f"more:{row.pk.hex[:12]}", verdict), at=at)


def _name(row: Questionnaire) -> str:
    name = row.scoring["name"] if row.scoring else ""
    return str(name or row.title)[:80]


def _finding(row: CriticalAnswer | FollowUp, part: str, verdict: Verdict) -> Finding:
    form = f"questionnaire:{row.response_id}:"
    late = checkin_rules.is_late(recorded_at=row.recorded_at, received_at=row.received_at)
    return Finding(row.client_id, f"{form}{part}", row.on, verdict, late, form)
