"""Lets the tutorial's own people sign in beside ours."""

from django.apps import AppConfig
from django.conf import settings


class TrivialConfig(AppConfig):
    name = "tests.bench.trivial"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        settings.AUTHENTICATION_BACKENDS = [
            *settings.AUTHENTICATION_BACKENDS,
            "tests.bench.trivial.sign_in.Backend",
        ]
