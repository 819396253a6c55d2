"""The composition root: wires the apps together. No app imports it."""

from backend.celery import app as celery_app

__all__ = ["celery_app"]
