"""Silence is noticed."""

from datetime import datetime

from alerts import services
from alerts.escalation.each import each
from core.identity import System, acting_as
from program import selectors as program_selectors


def sweep_missed_checkins(*, at: datetime) -> int:
    """Assess the silence of every enrolled client; return how many findings were kept."""
    with acting_as(System.ASSESSOR):
        enrolments = program_selectors.enrolments_in_force(at=at)
        whereabouts = [
            services.Whereabouts(
                row.client_id, today=today, since=row.active_from, program_id=row.program_id
            )
            for row, today in enrolments
        ]
        findings = list(services.silent_clients(whereabouts))
    return each(findings, lambda finding: _keep(finding, at=at))


def _keep(finding: services.Finding, *, at: datetime) -> bool:
    services.keep_finding(finding=finding, at=at)
    return True
