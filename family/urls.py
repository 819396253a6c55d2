"""Routes of family."""

from django.urls import path

from family import views

urlpatterns = [
    path("family/shared/", views.SharedWithMe.as_view(), name="shared-with-me"),
    path("consents/", views.Consents.as_view(), name="consents"),
    path(
        "consents/<uuid:consent_id>/revoke/", views.RevokeConsent.as_view(), name="revoke-consent"
    ),
]
