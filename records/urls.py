"""Routes of records. `records/` is everybody's own, `records/staff/` what staff answer."""

from django.urls import path

from records.views import exports, notices, own, papers, staff

CLIENT = "clients/<uuid:client_id>/"
STAFF = "records/staff/"

urlpatterns = [
    path("records/exports/", exports.Exports.as_view(), name="own-exports"),
    path("records/exports/<uuid:export_id>/", exports.OneExport.as_view(), name="own-export"),
    path(
        "records/exports/<uuid:export_id>/file/", exports.ExportFile.as_view(), name="export-file"
    ),
    path("records/access-requests/", own.AccessRequests.as_view(), name="own-access-requests"),
    path("records/statements/", own.Statements.as_view(), name="own-statements"),
    path("records/statements/copy/", own.StatementsCopy.as_view(), name="own-statements-copy"),
    path("records/complaints/", own.Complaints.as_view(), name="own-complaints"),
    path("notice/", notices.PublicNotice.as_view(), name="notice"),
    path("records/notice/", notices.MyNotice.as_view(), name="own-notice"),
    path("records/notice/shown/", notices.NoticeShown.as_view(), name="notice-shown"),
    path(
        "records/notice/acknowledged/",
        notices.NoticeAcknowledged.as_view(),
        name="notice-acknowledged",
    ),
    path("records/notice/put-off/", notices.NoticePutOff.as_view(), name="notice-put-off"),
    path("records/notice/mailed/", notices.NoticeMailed.as_view(), name="notice-mailed"),
    path(f"{STAFF}access-requests/", staff.StaffAccessRequests.as_view(), name="access-requests"),
    path(
        f"{STAFF}access-requests/<uuid:request_id>/extend/",
        staff.ExtendAccess.as_view(),
        name="extend-access",
    ),
    path(
        f"{STAFF}access-requests/<uuid:request_id>/answer/",
        staff.AnswerAccess.as_view(),
        name="answer-access",
    ),
    path(f"{STAFF}statements/", staff.StaffStatements.as_view(), name="statements"),
    path(
        f"{STAFF}statements/<uuid:statement_id>/answer/",
        staff.AnswerStatement.as_view(),
        name="answer-statement",
    ),
    path(f"{STAFF}complaints/", staff.ComplaintLog.as_view(), name="complaint-log"),
    path(
        f"{STAFF}complaints/written-down/",
        staff.RecordComplaint.as_view(),
        name="record-complaint",
    ),
    path(
        f"{STAFF}complaints/<uuid:complaint_id>/answer/",
        staff.AnswerComplaint.as_view(),
        name="answer-complaint",
    ),
    path(f"{STAFF}breaches/", staff.Breaches.as_view(), name="breaches"),
    path(f"{STAFF}breaches/<uuid:series>/", staff.OneBreach.as_view(), name="breach"),
    path(f"{STAFF}notices/", notices.Notices.as_view(), name="notice-versions"),
    path(f"{STAFF}notices/owed/", notices.NoticesOwed.as_view(), name="notices-owed"),
    path(f"{CLIENT}notice/", notices.NoticeOnPaper.as_view(), name="notice-on-paper"),
    path(f"{CLIENT}session-prep/pdf/", papers.SessionPrepPaper.as_view(), name="session-prep-pdf"),
    path(
        f"{CLIENT}plans/<slug:kind>/pdf/", papers.ClientPlanPaper.as_view(), name="client-plan-pdf"
    ),
    path("plans/<slug:kind>/pdf/", papers.OwnPlanPaper.as_view(), name="own-plan-pdf"),
]
