"""Routes of alerts."""

from django.urls import path

from alerts import views
from alerts.views import backtests, changes, contact, evidence, plans, thresholds, versions

ALERT = "alerts/<uuid:alert_id>/"
SHIFT = "rota/<uuid:shift_id>/"
PAGER = "pagers/<uuid:pager_id>/"

answering = [
    path("alerts/", views.Inbox.as_view(), name="alerts"),
    path(ALERT, views.OneAlert.as_view(), name="alert"),
    path(f"{ALERT}acknowledge/", views.Acknowledge.as_view(), name="acknowledge"),
    path(f"{ALERT}undo/", views.Undo.as_view(), name="undo-acknowledge"),
    path(f"{ALERT}hands/", views.Hands.as_view(), name="alert-hands"),
    path(f"{ALERT}assign/", views.Assign.as_view(), name="assign-alert"),
    path(f"{ALERT}lower/", views.Lower.as_view(), name="lower-alert"),
    path(f"{ALERT}resolve/", views.Resolve.as_view(), name="resolve"),
    path(f"{ALERT}reopen/", views.Reopen.as_view(), name="reopen-alert"),
    path("unreachable-alerts/", views.Unreachable.as_view(), name="unreachable-alerts"),
    path(
        "unreachable-alerts/<uuid:alert_id>/name/",
        views.NameSomebody.as_view(),
        name="name-somebody",
    ),
]
keeping = [
    path("rota/", views.Rota.as_view(), name="rota"),
    path("rota/weekly/", views.WeeklyRota.as_view(), name="weekly-rota"),
    path(SHIFT, views.OneShift.as_view(), name="shift"),
    path(f"{SHIFT}swap/", views.SwapShift.as_view(), name="swap-shift"),
    path("pagers/", views.Pagers.as_view(), name="pagers"),
    path(PAGER, views.OnePager.as_view(), name="pager"),
    path(f"{PAGER}rotate/", views.RotatePager.as_view(), name="rotate-pager"),
    path(f"{PAGER}test/", views.TryPager.as_view(), name="try-pager"),
    path("alarms/", views.Alarms.as_view(), name="alarms"),
]
own = [
    path("me/watch/", views.OwnWatch.as_view(), name="own-watch"),
    path("me/digest/", views.OwnDigest.as_view(), name="own-digest"),
    path("me/agreements/", views.OwnAgreements.as_view(), name="own-agreements"),
]
care_team = [
    path("alerts/changes/", changes.AlertChanges.as_view(), name="alert-changes"),
    path("clients/<uuid:client_id>/reach/", contact.ClientReach.as_view(), name="client-reach"),
]
of_me = [
    path("me/alerts/", contact.OwnMirror.as_view(), name="own-alerts"),
    path("me/contact-requests/", contact.ContactRequests.as_view(), name="contact-requests"),
    path("me/reach/", contact.OwnReach.as_view(), name="own-reach"),
]
urlpatterns = [*care_team, *of_me, *answering, *keeping, *own]

CLIENT, VERSION = "clients/<uuid:client_id>/", "rule-versions/<uuid:version_id>/"
urlpatterns += [
    path(
        "alerts/<uuid:alert_id>/evidence/", evidence.AlertEvidence.as_view(), name="alert-evidence"
    ),
    path(f"{ALERT}safety-plan/", plans.AlertSafetyPlan.as_view(), name="alert-safety-plan"),
    path("rule-versions/", versions.RuleVersions.as_view(), name="rule-versions"),
    path("rule-versions/shipped/", versions.ShippedRules.as_view(), name="shipped-rules"),
    path(VERSION, versions.OneRuleVersion.as_view(), name="rule-version"),
    path(f"{VERSION}move/", versions.MoveRuleVersion.as_view(), name="move-rule-version"),
    path(f"{VERSION}limits/", versions.RuleLimits.as_view(), name="rule-limits"),
    path("alert-budgets/", versions.AlertBudgets.as_view(), name="alert-budgets"),
    path("backtests/", backtests.Backtests.as_view(), name="backtests"),
    path("backtests/table/", backtests.TableTrial.as_view(), name="table-trial"),
    path("backtests/<uuid:backtest_id>/", backtests.OneBacktest.as_view(), name="backtest"),
    path(
        "backtests/<uuid:backtest_id>/changes/",
        backtests.BacktestChanges.as_view(),
        name="backtest-changes",
    ),
    path(
        f"{CLIENT}thresholds/", thresholds.ClientThresholdsNow.as_view(), name="client-thresholds"
    ),
    path(
        f"{CLIENT}thresholds/history/",
        thresholds.ClientThresholdsHistory.as_view(),
        name="client-thresholds-history",
    ),
    path(f"{CLIENT}good-periods/", thresholds.GoodPeriods.as_view(), name="good-periods"),
    path(
        "programs/<uuid:program_id>/thresholds/",
        thresholds.ProgramThresholdsNow.as_view(),
        name="program-thresholds",
    ),
]
