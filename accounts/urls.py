"""Routes of accounts."""

from django.urls import path

from accounts import views

urlpatterns = [
    path("invitations/", views.Invitations.as_view(), name="invitations"),
    path("invitations/accept/", views.AcceptInvitation.as_view(), name="accept-invitation"),
]
