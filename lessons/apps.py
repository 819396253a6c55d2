"""The app of lessons for families."""

from django.apps import AppConfig


class LessonsConfig(AppConfig):
    name = "lessons"
