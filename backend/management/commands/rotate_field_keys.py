"""Encrypts all that is sealed again with the first of FIELD_KEYS, so that old keys can go."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError

from accounts import services as account_services
from core import crypto, identity


class Command(BaseCommand):
    help = "Re-encrypt all sealed fields with the first key (DATABASE_AS=owner); safe to repeat."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("--batch", type=int, default=500, help="rows in one transaction")

    def handle(self, *args: Any, **options: Any) -> None:
        if not identity.sees_every_row():
            raise CommandError("Row security hides rows from this role; use DATABASE_AS=owner.")
        unreadable = 0
        for field in crypto.sealed_fields():
            result = crypto.reseal_field(field, batch=options["batch"])
            self.stdout.write(f"{field.context}: {result.done}")
            for key in result.unreadable:
                self.stdout.write(f"{field.context}: row {key} does not open")
            unreadable += len(result.unreadable)
        self.stdout.write(f"second factors: {account_services.reseal_second_factors()}")
        if unreadable:
            raise CommandError(f"{unreadable} values do not open; keep the old keys.")
