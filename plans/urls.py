"""Routes of plans. None of them is a family's."""

from django.urls import path

from plans import views

CLIENT = "clients/<uuid:client_id>/plans/<slug:kind>/"

urlpatterns = [
    path("support-people/", views.SupportPeople.as_view(), name="support-people"),
    path(
        "support-people/<uuid:support_person_id>/",
        views.OneSupportPerson.as_view(),
        name="support-person",
    ),
    path("plans/<slug:kind>/", views.OwnPlan.as_view(), name="plan"),
    path("plans/<slug:kind>/sign/", views.SignOwnPlan.as_view(), name="sign-plan"),
    path("plans/<slug:kind>/history/", views.OwnPlanHistory.as_view(), name="plan-history"),
    path(CLIENT, views.ClientPlan.as_view(), name="client-plan"),
    path(f"{CLIENT}sign/", views.SignClientPlan.as_view(), name="sign-client-plan"),
    path(f"{CLIENT}history/", views.ClientPlanHistory.as_view(), name="client-plan-history"),
]
