"""Checks the lesson files and publishes them. Runs as the owner; safe to repeat."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import ProgrammingError

from core import clock
from core.errors import Refused
from lessons import services
from skills.rules.files import BadContent


class Command(BaseCommand):
    help = "Check lessons/content and publish it (DATABASE_AS=owner); --check only checks."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="check the files, write nothing")
        parser.add_argument("--folder", type=Path, default=services.CONTENT)

    def handle(self, *args: Any, **options: Any) -> None:
        try:
            lessons = services.shipped_lessons(options["folder"])
            if options["check"]:
                self.stdout.write(f"{len(lessons)} lessons read well.")
                return
            done = services.publish_lessons(lessons=lessons, at=clock.now())
        except BadContent as error:
            raise CommandError(str(error)) from None
        except Refused as refusal:
            raise CommandError(refusal.detail) from None
        except ProgrammingError as error:
            raise CommandError(
                "The lessons could not be written. Migrate first, and run this as the owner "
                f"(DATABASE_AS=owner). The database says: {error}"
            ) from error
        self.stdout.write(
            f"Lessons: {done.new} new, {done.returned} back, {done.unchanged} unchanged, "
            f"{done.withdrawn} taken out."
        )
