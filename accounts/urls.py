"""Routes of accounts."""

from django.urls import path

from accounts import views

urlpatterns = [
    path("me/language/", views.OwnLanguage.as_view(), name="own-language"),
    path("me/sign-ins/", views.OwnSignIns.as_view(), name="own-sign-ins"),
    path("me/sign-ins/<int:number>/", views.OneSignIn.as_view(), name="own-sign-in"),
    path(
        "people/<uuid:person_id>/second-factor/reset/",
        views.ResetSecondFactor.as_view(),
        name="reset-second-factor",
    ),
    path(
        "people/second-factor/reset/",
        views.ResetRelativesSecondFactor.as_view(),
        name="reset-relatives-second-factor",
    ),
    path("invitations/", views.Invitations.as_view(), name="invitations"),
    path(
        "invitations/<uuid:invitation_id>/again/",
        views.InviteAgain.as_view(),
        name="invite-again",
    ),
    path(
        "invitations/<uuid:invitation_id>/withdraw/",
        views.WithdrawInvitation.as_view(),
        name="withdraw-invitation",
    ),
    path("invitations/accept/", views.AcceptInvitation.as_view(), name="accept-invitation"),
]
