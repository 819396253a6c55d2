"""Imports a FHIR R4 Questionnaire from a file. Runs as the owner; safe to repeat."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import ProgrammingError, transaction

from core import clock
from core.audit import Actor
from questionnaires import services
from questionnaires.models import Licence
from questionnaires.rules.instruments import READY
from questionnaires.rules.source import MOST_BYTES
from questionnaires.services import ImportWish, QuestionnaireInvalid

OPERATOR = Actor(role="operator")


class Command(BaseCommand):
    help = "Import a FHIR R4 Questionnaire (DATABASE_AS=owner); --check only checks it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("file", type=Path)
        parser.add_argument("--check", action="store_true", help="check the file, write nothing")
        parser.add_argument("--key", default="", help="short name that its versions share")
        parser.add_argument("--licence", choices=Licence.values, default="")
        parser.add_argument("--attribution", default="", help="who is to be named")
        parser.add_argument("--scoring", choices=sorted(READY), default=None)

    def handle(self, *args: Any, **options: Any) -> None:
        wish = ImportWish(
            text=_read(options["file"]),
            key=options["key"],
            licence=options["licence"],
            attribution=options["attribution"],
            scoring=options["scoring"],
        )
        try:
            with transaction.atomic():
                self.stdout.write(_check(wish) if options["check"] else _import(wish))
        except QuestionnaireInvalid as refusal:
            lines = [f"{one.path}: {one.sentence}" for one in refusal.problems]
            raise CommandError("\n".join(["Nothing was imported.", *lines])) from None
        except ProgrammingError as error:
            raise CommandError(
                "It could not be written. Migrate first, and run this as the owner "
                f"(DATABASE_AS=owner). The database says: {error}"
            ) from error


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            # One byte more than may be, so that a file that is too large says so.
            return file.read(MOST_BYTES + 1)
    except OSError as error:
        raise CommandError(f"The file could not be read: {error.strerror}.") from None


def _check(wish: ImportWish) -> str:
    row = services.review(wish).row
    return f"{row.title}: reads well, as “{row.key}”, scored by {row.scoring_version or 'nothing'}."


def _import(wish: ImportWish) -> str:
    row, is_new = services.import_questionnaire(wish=wish, actor=OPERATOR, at=clock.now())
    done = "imported" if is_new else "was imported before"
    return f"{row.title} {done}: {row.pk}, “{row.key}”. An administrator activates it."
