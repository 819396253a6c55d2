"""Which versions of the warning rules are in use, under which limits."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet

from alerts.models import AlertBudget, RuleState, RuleVersion, SiteLimit
from alerts.warning.parameters import Parameters
from alerts.warning.stored import from_json
from alerts.warning.tiers import Limits, shipped_limits

SHIPPED_BUDGET = Decimal("0.50")
WORKING = (RuleState.SILENT, RuleState.LIVE)


@dataclass(frozen=True)
class InUse:
    """A version that scores: its numbers, its limits, and whether it tells anybody."""

    row: RuleVersion
    parameters: Parameters
    limits: Limits
    is_own: bool

    @property
    def silent(self) -> bool:
        """Whether it scores and tells nobody."""
        return self.row.state != RuleState.LIVE


def in_use() -> list[InUse]:
    """Return the silent and live versions of every family, at most two of each."""
    rows = RuleVersion.objects.filter(state__in=WORKING).order_by("family", "state")
    return [prepared(row) for row in rows]


def prepared(row: RuleVersion) -> InUse:
    """Return a version with its numbers read and the limits that hold for it here."""
    parameters = from_json(row.parameters, version=row.name)
    per_month = budget_of(row.family)
    found = limits_of(row, per_month)
    if found is None or not found.is_own:
        limits = shipped_limits(row.family, float(per_month), parameters)
        return InUse(row, parameters, limits, is_own=False)
    return InUse(row, parameters, Limits(**found.limits), is_own=True)


def limits_of(row: RuleVersion, per_month: Decimal) -> SiteLimit | None:
    """Return what was last found for a version at this budget."""
    found = SiteLimit.objects.filter(version=row, per_month=per_month)
    return found.order_by("-computed_at").first()


def budget_of(family: str) -> Decimal:
    """Return how many warnings per client-month the site chose for a family."""
    chosen = AlertBudget.objects.filter(family=family).order_by("-chosen_at").first()
    return chosen.per_month if chosen else SHIPPED_BUDGET


def with_steps(rows: QuerySet[RuleVersion]) -> QuerySet[RuleVersion]:
    """Join what one row of the list of versions shows."""
    return rows.select_related("drafted_by").prefetch_related("steps__by")
