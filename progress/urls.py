"""Routes of progress. None of them is a family's."""

from django.urls import path

from progress.views import caseload, client, metrics, outcomes, own, steps

CLIENT = "clients/<uuid:client_id>/"

urlpatterns = [
    path("progress/", own.Overview.as_view(), name="progress"),
    path("progress/series/", own.Series.as_view(), name="series"),
    path("progress/milestones/", own.Milestones.as_view(), name="milestones"),
    path("progress/milestones/<slug:slug>/", own.MarkMilestone.as_view(), name="mark-milestone"),
    path(f"{CLIENT}progress/series/", client.ClientSeries.as_view(), name="client-series"),
    path(
        f"{CLIENT}progress/milestones/",
        client.ClientMilestones.as_view(),
        name="client-milestones",
    ),
    path(
        f"{CLIENT}progress/milestones/<slug:slug>/",
        client.MarkClientMilestone.as_view(),
        name="mark-client-milestone",
    ),
    path(f"{CLIENT}session-prep/", client.SessionPrep.as_view(), name="session-prep"),
    path(f"{CLIENT}step-proposals/", steps.ClientProposals.as_view(), name="client-step-proposals"),
    path("caseload/", caseload.Caseload.as_view(), name="caseload"),
    path("alerts/metrics/", metrics.MetricsPrograms.as_view(), name="alert-metrics-programs"),
    path("alerts/metrics/<uuid:program_id>/", metrics.AlertMetrics.as_view(), name="alert-metrics"),
    path(
        "alerts/metrics/<uuid:program_id>/csv/",
        metrics.AlertMetricsTable.as_view(),
        name="alert-metrics-csv",
    ),
    path("step-proposals/", steps.Proposals.as_view(), name="step-proposals"),
    path(
        "step-proposals/<uuid:proposal_id>/accept/",
        steps.AcceptProposal.as_view(),
        name="accept-step",
    ),
    path(
        "step-proposals/<uuid:proposal_id>/decline/",
        steps.DeclineProposal.as_view(),
        name="decline-step",
    ),
    path("outcomes/", outcomes.OutcomePrograms.as_view(), name="outcome-programs"),
    path("outcomes/<uuid:program_id>/", outcomes.Outcomes.as_view(), name="outcomes"),
    path("outcomes/<uuid:program_id>/csv/", outcomes.OutcomesTable.as_view(), name="outcomes-csv"),
]
