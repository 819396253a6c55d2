"""Routes of questionnaires."""

from django.urls import path

from questionnaires.views import asking, library, responses

urlpatterns = [
    path("questionnaires/", library.Questionnaires.as_view(), name="questionnaires"),
    path("questionnaires/due/", asking.DueToday.as_view(), name="questionnaires-due"),
    path(
        "questionnaires/<uuid:questionnaire_id>/form/",
        library.Form.as_view(),
        name="questionnaire-form",
    ),
    path("questionnaire-versions/", library.Versions.as_view(), name="questionnaire-versions"),
    path(
        "questionnaire-versions/preview/",
        library.PreviewVersion.as_view(),
        name="preview-questionnaire",
    ),
    path(
        "questionnaire-versions/<uuid:questionnaire_id>/",
        library.OneVersion.as_view(),
        name="questionnaire-version",
    ),
    path(
        "questionnaire-versions/<uuid:questionnaire_id>/activate/",
        library.Activate.as_view(),
        name="activate-questionnaire",
    ),
    path(
        "questionnaire-versions/<uuid:questionnaire_id>/retire/",
        library.Retire.as_view(),
        name="retire-questionnaire",
    ),
    path(
        "questionnaire-versions/<uuid:questionnaire_id>/licence/",
        library.ChangeLicence.as_view(),
        name="license-questionnaire",
    ),
    path("questionnaire-responses/", responses.Responses.as_view(), name="questionnaire-responses"),
    path(
        "questionnaire-drafts/<uuid:submission_id>/",
        responses.Draft.as_view(),
        name="questionnaire-draft",
    ),
    path(
        "questionnaire-drafts/<uuid:submission_id>/follow-up/",
        responses.FollowUp.as_view(),
        name="questionnaire-follow-up",
    ),
    path(
        "questionnaire-responses/<uuid:response_id>/fhir/",
        responses.ResponseAsFhir.as_view(),
        name="questionnaire-response-fhir",
    ),
    path(
        "clients/<uuid:client_id>/questionnaires/",
        asking.ClientQuestionnaires.as_view(),
        name="client-questionnaires",
    ),
    path(
        "clients/<uuid:client_id>/questionnaires/<uuid:schedule_id>/pause/",
        asking.PauseAsking.as_view(),
        name="pause-questionnaire",
    ),
    path(
        "clients/<uuid:client_id>/questionnaires/<uuid:schedule_id>/resume/",
        asking.ResumeAsking.as_view(),
        name="resume-questionnaire",
    ),
    path(
        "clients/<uuid:client_id>/questionnaires/<uuid:schedule_id>/end/",
        asking.EndAsking.as_view(),
        name="end-questionnaire",
    ),
    path(
        "clients/<uuid:client_id>/questionnaire-responses/",
        responses.ClientResponses.as_view(),
        name="client-questionnaire-responses",
    ),
]
