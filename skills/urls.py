"""Routes of skills."""

from django.urls import path

from skills.views import assignments, exercises, helping, library, practices

urlpatterns = [
    path("skills/", library.Skills.as_view(), name="skills"),
    path("skills/mine/", helping.Mine.as_view(), name="skills-mine"),
    path("skills/today/", helping.Today.as_view(), name="skills-today"),
    path("skills/<slug:slug>/", library.OneSkill.as_view(), name="skill"),
    path("help-now/", helping.HelpNow.as_view(), name="help-now"),
    path("help-now/effects/", helping.Effects.as_view(), name="help-now-effects"),
    path("practices/", practices.Practices.as_view(), name="practices"),
    path(
        "practices/<uuid:practice_id>/share/",
        practices.SharePractice.as_view(),
        name="share-practice",
    ),
    path(
        "clients/<uuid:client_id>/practices/",
        practices.ClientPractices.as_view(),
        name="client-practices",
    ),
    path("clients/<uuid:client_id>/skills/", helping.ClientSkills.as_view(), name="client-skills"),
    path("assignments/", assignments.Assignments.as_view(), name="assignments"),
    path(
        "assignments/<uuid:assignment_id>/",
        assignments.OneAssignment.as_view(),
        name="assignment",
    ),
    path(
        "assignments/<uuid:assignment_id>/skip/",
        assignments.SkipAssignment.as_view(),
        name="skip-assignment",
    ),
    path(
        "clients/<uuid:client_id>/assignments/",
        assignments.ClientAssignments.as_view(),
        name="client-assignments",
    ),
    path("exercises/", exercises.Exercises.as_view(), name="exercises"),
    path("exercises/preview/", exercises.PreviewExercise.as_view(), name="preview-exercise"),
    path("exercises/<slug:slug>/", exercises.OneExercise.as_view(), name="exercise"),
    path(
        "exercises/<slug:slug>/retire/", exercises.RetireExercise.as_view(), name="retire-exercise"
    ),
]
