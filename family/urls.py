"""Routes of family."""

from django.urls import path

from family import views
from family.views import between, calls, meetings, milestones, notes, own, team_notes

# What passes between a client and a family member, and what is there for the family member.
OWN_THINGS = [
    path("family-phrases/", between.Phrases.as_view(), name="family-phrases"),
    path("thanks/", notes.Thanks.as_view(), name="thanks"),
    path("thanks/<uuid:note_id>/withdraw/", notes.TakeBackThanks.as_view(), name="thanks-withdraw"),
    path("encouragements/", notes.Encouragements.as_view(), name="encouragements"),
    path("encouragements/choices/", notes.NoteChoices.as_view(), name="note-choices"),
    path(
        "encouragements/choices/<uuid:person_id>/", notes.NoteChoice.as_view(), name="note-choice"
    ),
    path("shared-milestones/", milestones.SharedMilestones.as_view(), name="shared-milestones"),
    path(
        "shared-milestones/<uuid:milestone_id>/withdraw/",
        milestones.TakeBackMilestone.as_view(),
        name="shared-milestone-withdraw",
    ),
    path("call-me/", calls.CallMe.as_view(), name="call-me"),
    path("call-me/<uuid:call_id>/withdraw/", calls.TakeBackCall.as_view(), name="call-me-withdraw"),
    path("session-invitations/", meetings.MyInvitations.as_view(), name="session-invitations"),
    path(
        "session-invitations/<uuid:invitation_id>/withdraw/",
        meetings.EndInvitation.as_view(),
        name="session-invitation-withdraw",
    ),
    path(
        "clients/<uuid:client_id>/session-invitations/",
        meetings.ClientInvitations.as_view(),
        name="client-session-invitations",
    ),
    path(
        "clients/<uuid:client_id>/session-invitations/people/",
        meetings.MayBeAsked.as_view(),
        name="client-session-invitees",
    ),
    path("family/encouragements/", notes.Encourage.as_view(), name="family-encouragements"),
    path("family/calls/", calls.CallsForMe.as_view(), name="family-calls"),
    path("family/calls/<uuid:call_id>/seen/", calls.SeeCall.as_view(), name="family-call-seen"),
    path(
        "family/calls/<uuid:call_id>/answer/", calls.AnswerCall.as_view(), name="family-call-answer"
    ),
    path("family/sessions/", meetings.MyMeetings.as_view(), name="family-sessions"),
    path(
        "family/sessions/<uuid:invitation_id>/answer/",
        meetings.AnswerMeeting.as_view(),
        name="family-session-answer",
    ),
    path("family/team-notes/", team_notes.TeamNotes.as_view(), name="family-team-notes"),
    path("family/support/", own.Support.as_view(), name="family-support"),
    path("family/strain/", own.Strain.as_view(), name="family-strain"),
    path("family/strain/<uuid:look_id>/", own.ForgetStrain.as_view(), name="family-strain-forget"),
    path("team-notes/", team_notes.StaffNotes.as_view(), name="team-notes"),
    path(
        "team-notes/<uuid:note_id>/acknowledge/",
        team_notes.AcknowledgeNote.as_view(),
        name="team-note-acknowledge",
    ),
    path("team-notes/<uuid:note_id>/link/", team_notes.LinkNote.as_view(), name="team-note-link"),
]

urlpatterns = [
    path("family/shared/", views.SharedWithMe.as_view(), name="shared-with-me"),
    path("family/shared/mark/", views.SharedMark.as_view(), name="shared-mark"),
    path("family/shared/rules/", views.ReadRules.as_view(), name="shared-rules"),
    path("family/shared/<uuid:client_id>/", views.SharedCard.as_view(), name="shared-card"),
    path("consents/preview/", views.PreviewCategories.as_view(), name="consent-preview-of"),
    path("consents/<uuid:consent_id>/preview/", views.Preview.as_view(), name="consent-preview"),
    path(
        "consents/<uuid:consent_id>/support-words/",
        views.SupportWordsFor.as_view(),
        name="support-words",
    ),
    path("shared-goals/", views.SharedGoals.as_view(), name="shared-goals"),
    path(
        "shared-goals/<uuid:shared_id>/withdraw/",
        views.WithdrawSharedGoal.as_view(),
        name="shared-goal-withdraw",
    ),
    path("consents/", views.Consents.as_view(), name="consents"),
    path("consents/categories/", views.Categories.as_view(), name="consent-categories"),
    path("consents/preview-text/", views.PreviewText.as_view(), name="consent-text"),
    path("consents/pressure-help/", views.PressureHelp.as_view(), name="pressure-help"),
    path("consents/accounting/", views.Accounting.as_view(), name="accounting"),
    path("consents/<uuid:consent_id>/", views.ConsentById.as_view(), name="consent"),
    path(
        "consents/<uuid:consent_id>/preview-text/",
        views.PreviewAmendment.as_view(),
        name="consent-amendment-text",
    ),
    path("consents/<uuid:consent_id>/amend/", views.AmendConsent.as_view(), name="amend-consent"),
    path(
        "consents/<uuid:consent_id>/narrow/", views.NarrowConsent.as_view(), name="narrow-consent"
    ),
    path(
        "consents/<uuid:consent_id>/revoke/", views.RevokeConsent.as_view(), name="revoke-consent"
    ),
    path("consents/<uuid:consent_id>/pause/", views.PauseConsent.as_view(), name="pause-consent"),
    path(
        "consents/<uuid:consent_id>/resume/", views.ResumeConsent.as_view(), name="resume-consent"
    ),
    path("consents/<uuid:consent_id>/invite/", views.InviteAgain.as_view(), name="invite-family"),
    path(
        "consents/<uuid:consent_id>/withdraw-invitation/",
        views.WithdrawInvitation.as_view(),
        name="withdraw-invitation",
    ),
    path("consents/<uuid:consent_id>/copy/", views.ConsentCopy.as_view(), name="consent-copy"),
    path("consents/<uuid:consent_id>/fhir/", views.ConsentAsFhir.as_view(), name="consent-fhir"),
    path(
        "consents/<uuid:consent_id>/disclosures/",
        views.ConsentDisclosures.as_view(),
        name="consent-disclosures",
    ),
    path(
        "consents/<uuid:consent_id>/paper-revocation/",
        views.PaperRevocation.as_view(),
        name="paper-revocation",
    ),
    path(
        "consents/<uuid:consent_id>/flag-false/",
        views.FlagFalse.as_view(),
        name="flag-consent-false",
    ),
    path("restrictions/", views.Restrictions.as_view(), name="restrictions"),
    path(
        "restrictions/<uuid:restriction_id>/lift/",
        views.LiftRestriction.as_view(),
        name="lift-restriction",
    ),
    path(
        "restrictions/<uuid:restriction_id>/answer/",
        views.AnswerRestriction.as_view(),
        name="answer-restriction",
    ),
    path(
        "clients/<uuid:client_id>/consents/", views.ClientConsents.as_view(), name="client-consents"
    ),
    path(
        "clients/<uuid:client_id>/restrictions/",
        views.ClientRestrictions.as_view(),
        name="client-restrictions",
    ),
    path(
        "family/invitations/accept/",
        views.AcceptFamilyInvitation.as_view(),
        name="accept-family-invitation",
    ),
    path("family/invitations/join/", views.JoinAsMyself.as_view(), name="join-as-myself"),
    path("audit/fhir/", views.TrailAsFhir.as_view(), name="audit-fhir"),
    *OWN_THINGS,
]
