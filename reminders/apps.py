"""Registers what reminders listens to, in every process that publishes, drains or carries."""

from importlib import import_module

from django.apps import AppConfig


class RemindersConfig(AppConfig):
    name = "reminders"

    def ready(self) -> None:
        import_module("reminders.handlers")
