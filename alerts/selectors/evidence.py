"""The scores behind an alert."""

from alerts.models import Alert, RuleFamily, WarningScore

MOST = 20


def of_alert(alert: Alert) -> list[WarningScore]:
    """Return the scores that raised an alert or joined it, the newest first; 20 at most."""
    steps = alert.steps.exclude(assessment=None).values_list("assessment__cause", flat=True)
    causes = [cause.partition(":") for cause in {*steps, alert.assessment.cause}]
    wanted = {rest for family, _, rest in causes if family in RuleFamily.values}
    families = {family for family, _, _ in causes if family in RuleFamily.values}
    rows = WarningScore.objects.select_related("version").filter(
        client=alert.client_id, cause__in=wanted, version__family__in=families, told=True
    )
    return list(rows.order_by("-scored_at", "pk")[:MOST])
