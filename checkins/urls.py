"""Routes of check-ins."""

from django.urls import path

from checkins import views

urlpatterns = [
    path("check-ins/", views.CheckIns.as_view(), name="check-ins"),
    path("check-ins/<uuid:check_in_id>/amendments/", views.Amendments.as_view(), name="amendments"),
    path(
        "clients/<uuid:client_id>/check-ins/",
        views.ClientCheckIns.as_view(),
        name="client-check-ins",
    ),
]
