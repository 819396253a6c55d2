"""Loads what only the whole program knows."""

from importlib import import_module

from django.apps import AppConfig


class BackendConfig(AppConfig):
    name = "backend"

    def ready(self) -> None:
        import_module("backend.openapi")
