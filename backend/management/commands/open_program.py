"""Opens a program with its first administrator, on an installation that has none by that name."""

from getpass import getpass
from typing import Any
from zoneinfo import available_timezones

from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from accounts import services as account_services
from accounts.models import Role, User
from core import identity
from program.models import Program


class Command(BaseCommand):
    help = "Open a program and its first administrator's account (DATABASE_AS=owner)."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("program", help="the name that people know it by")
        parser.add_argument("--timezone", required=True, help="such as America/New_York")
        parser.add_argument("--daytime-phone", required=True)
        parser.add_argument("--on-call-phone", required=True)
        parser.add_argument("--administrator", required=True, help="e-mail address")
        parser.add_argument("--name", required=True, help="of the administrator")

    def handle(self, *args: Any, **options: Any) -> None:
        if not identity.sees_every_row():
            raise CommandError("Row security hides rows from this role; use DATABASE_AS=owner.")
        if options["timezone"] not in available_timezones():
            raise CommandError(f"{options['timezone']} is no time zone.")
        if Program.objects.filter(name=options["program"]).exists():
            raise CommandError("There is a program of that name already.")
        with transaction.atomic():
            Program.objects.create(
                name=options["program"],
                timezone=options["timezone"],
                daytime_phone=options["daytime_phone"],
                on_call_phone=options["on_call_phone"],
            )
            self._open_account(options["administrator"], options["name"])
        self.stdout.write("Opened. The administrator sets up a second factor when they sign in.")

    def _open_account(self, email: str, name: str) -> None:
        if User.objects.filter(email__iexact=email).exists():
            self.stdout.write("That account is there already, and stays as it is.")
            return
        try:
            account_services.open_account(
                email=email, name=name, roles=[Role.ADMINISTRATOR], password=getpass("Password: ")
            )
        except account_services.PasswordTooWeak as refused:
            raise CommandError(str(refused)) from None
