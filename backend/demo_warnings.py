"""What Ada left behind: the warning score runs silently, and was tried on the weeks before.

Only `make run` wants it; the tests begin with the bare cast of demo.py and arrange their own.
"""

from datetime import datetime, timedelta

from accounts.models import Role, User
from alerts import services
from alerts.models import RuleFamily, RuleState, RuleVersion
from backend.demo import key
from core import clock
from core.audit import Actor


def seed(*, at: datetime) -> None:
    """Put it in place once; the cast and their answers must be there."""
    row = RuleVersion.objects.filter(family=RuleFamily.SCORE, drafted_by=None).first()
    if row is None or row.state != RuleState.DRAFT:
        return
    who = User.objects.get(pk=key("ada"))
    ada = Actor(role=Role.ADMINISTRATOR, id=who.pk)
    services.move_version(
        row=row,
        to_state=RuleState.SILENT,
        note="Runs silently for a month before we talk about it.",
        actor=ada,
        at=at,
    )
    today = clock.local_day(at, who.timezone)
    services.ask_for_backtest(
        version=row,
        since=today - timedelta(days=42),
        until=today - timedelta(days=1),
        actor=ada,
        at=at,
    )
    services.run_backtests(at=at)
