"""Registers what questionnaires listens to, in every process that publishes or drains."""

from importlib import import_module

from django.apps import AppConfig


class QuestionnairesConfig(AppConfig):
    name = "questionnaires"

    def ready(self) -> None:
        import_module("questionnaires.handlers")
