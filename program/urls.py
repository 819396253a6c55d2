"""Routes of program."""

from django.urls import path

from program import views

urlpatterns = [
    path("me/", views.Me.as_view(), name="me"),
    path("sessions/", views.Sessions.as_view(), name="sessions"),
]
