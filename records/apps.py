"""Registers what records listens to, in every process that publishes, drains or carries."""

from importlib import import_module

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "records"

    def ready(self) -> None:
        import_module("records.handlers")
