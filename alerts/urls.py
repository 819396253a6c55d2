"""Routes of alerts."""

from django.urls import path

from alerts import views

urlpatterns = [
    path("alerts/", views.Inbox.as_view(), name="alerts"),
    path("alerts/<uuid:alert_id>/", views.OneAlert.as_view(), name="alert"),
    path("alerts/<uuid:alert_id>/acknowledge/", views.Acknowledge.as_view(), name="acknowledge"),
    path("alerts/<uuid:alert_id>/resolve/", views.Resolve.as_view(), name="resolve"),
]
