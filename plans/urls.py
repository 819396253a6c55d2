"""Routes of plans. None of them is a family's."""

from django.urls import path

from plans.views import clients, own, suggestions, support_people

CLIENT = "clients/<uuid:client_id>/plans/<slug:kind>/"

urlpatterns = [
    path("support-people/", support_people.SupportPeople.as_view(), name="support-people"),
    path(
        "support-people/<uuid:support_person_id>/",
        support_people.OneSupportPerson.as_view(),
        name="support-person",
    ),
    path("plans/<slug:kind>/", own.OwnPlan.as_view(), name="plan"),
    path("plans/<slug:kind>/sign/", own.SignOwnPlan.as_view(), name="sign-plan"),
    path("plans/<slug:kind>/history/", own.OwnPlanHistory.as_view(), name="plan-history"),
    path(
        "discharge-suggestions/",
        suggestions.OwnSuggestions.as_view(),
        name="discharge-suggestions",
    ),
    path(
        "clients/<uuid:client_id>/discharge-suggestions/",
        suggestions.ClientSuggestions.as_view(),
        name="client-discharge-suggestions",
    ),
    path(CLIENT, clients.ClientPlan.as_view(), name="client-plan"),
    path(f"{CLIENT}sign/", clients.SignClientPlan.as_view(), name="sign-client-plan"),
    path(f"{CLIENT}history/", clients.ClientPlanHistory.as_view(), name="client-plan-history"),
]
