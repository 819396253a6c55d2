"""Registers what family listens to, in every process that publishes, drains or carries."""

from importlib import import_module

from django.apps import AppConfig


class FamilyConfig(AppConfig):
    name = "family"

    def ready(self) -> None:
        import_module("family.handlers")
