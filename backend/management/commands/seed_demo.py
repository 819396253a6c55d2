"""Puts the cast of backend/demo.py into the database. Runs as the owner; safe to repeat."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from backend import (
    demo,
    demo_aftercare,
    demo_between,
    demo_care,
    demo_caseload,
    demo_checkins,
    demo_lessons,
    demo_progress,
    demo_questionnaires,
    demo_reminders,
    demo_rota,
    demo_shared,
    demo_timetable,
    demo_warnings,
)
from core import clock


def seed_lives(*, at: datetime) -> None:
    """Put in place what care left behind, one area after the other; the cast must be there."""
    demo_care.seed(at=at)
    demo_checkins.seed(at=at)
    demo_aftercare.seed(at=at)
    demo_timetable.seed(at=at)
    demo_questionnaires.seed(at=at)
    demo_progress.seed(at=at)
    demo_caseload.seed(at=at)
    demo_reminders.seed(at=at)
    demo_lessons.seed(at=at)
    demo_between.seed(at=at)
    demo_shared.seed(at=at)
    demo_rota.seed(at=at)
    demo_warnings.seed(at=at)


class Command(BaseCommand):
    help = "Seed the demo cast and two weeks of their lives (DATABASE_AS=owner, DEBUG=1)."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO_ALLOWED:
            raise CommandError("Demo accounts are refused when DEBUG is off.")
        at = clock.now()
        with transaction.atomic():
            made = demo.seed(
                password=settings.DEMO_PASSWORD, totp_secret=settings.DEMO_TOTP_SECRET, at=at
            )
            if made:
                seed_lives(at=at)
        self.stdout.write("The demo cast is in place." if made else "The demo cast was there.")
