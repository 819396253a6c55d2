"""Routes of lessons. The public ones are open to everybody."""

from django.urls import path

from lessons.views import own, public

ONE = "lessons/<slug:slug>/"

urlpatterns = [
    path("public/lessons/", public.PublicLessons.as_view(), name="public-lessons"),
    path(f"public/{ONE}", public.OnePublicLesson.as_view(), name="public-lesson"),
    path("lessons/", own.Lessons.as_view(), name="lessons"),
    path("lessons/preferences/", own.LessonPreferences.as_view(), name="lesson-preferences"),
    path(ONE, own.OneLesson.as_view(), name="lesson"),
    path(f"{ONE}progress/", own.LessonProgress.as_view(), name="lesson-progress"),
    path(f"{ONE}check/", own.LessonCheck.as_view(), name="lesson-check"),
    path(f"{ONE}reflections/", own.LessonReflections.as_view(), name="lesson-reflections"),
]
