"""Routes of admissions. The first three are open to everybody."""

from django.urls import path

from admissions import views

ONE = "admissions/call-requests/<uuid:request_id>/"

urlpatterns = [
    path("guide/", views.Guide.as_view(), name="guide"),
    path("program-facts/", views.ProgramFacts.as_view(), name="program-facts"),
    path("call-requests/", views.CallRequests.as_view(), name="call-requests"),
    path("admissions/call-requests/", views.CallInbox.as_view(), name="call-inbox"),
    path(f"{ONE}called/", views.RecordCall.as_view(), name="record-call"),
    path(f"{ONE}close/", views.CloseCallRequest.as_view(), name="close-call-request"),
    path(f"{ONE}reopen/", views.ReopenCallRequest.as_view(), name="reopen-call-request"),
]
