"""Invites somebody by e-mail, in the name of an administrator, as the app's own route does."""

from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError
from django.core.validators import validate_email
from django.db import transaction

from accounts import services as account_services
from accounts.models import SPOKEN, Role, User
from core import clock, identity, words
from core.audit import Actor


class Command(BaseCommand):
    help = "Invite a client or a member of staff (DATABASE_AS=owner)."

    def add_arguments(self, parser: Any) -> None:
        parser.add_argument("email")
        parser.add_argument("--name", required=True)
        parser.add_argument(
            "--role",
            required=True,
            choices=[role.value for role in account_services.INVITED],
            action="append",
        )
        parser.add_argument(
            "--language", choices=SPOKEN, help="of the e-mail and the account (theirs who sends it)"
        )
        parser.add_argument("--by", required=True, help="e-mail address of an administrator")

    def handle(self, *args: Any, **options: Any) -> None:
        if not identity.sees_every_row():
            raise CommandError("Row security hides rows from this role; use DATABASE_AS=owner.")
        try:
            validate_email(options["email"])
        except ValidationError as refused:
            raise CommandError(" ".join(refused.messages)) from None
        by = User.objects.filter(email__iexact=options["by"], is_active=True).first()
        if by is None or not by.has_role(Role.ADMINISTRATOR):
            raise CommandError("An invitation needs an administrator who sends it (--by).")
        with transaction.atomic():
            invitation = account_services.invite(
                email=options["email"],
                name=options["name"],
                roles=options["role"],
                language=options["language"] or words.language_of(by.language),
                actor=Actor(role=Role.ADMINISTRATOR, id=by.pk),
                at=clock.now(),
            )
        until = f"{invitation.expires_at:%Y-%m-%d %H:%M} UTC"
        self.stdout.write(f"Invited. The link works until {until}.")
