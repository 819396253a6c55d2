"""A bare installation becomes a program with an administrator, who invites people."""

import pytest
from django.core.management import CommandError, call_command

from accounts.models import Invitation, User
from delivery.models import Delivery
from program.models import Program
from tests.conftest import as_owner

OPENING = [
    "open_program", "Harbor IOP", "--timezone=America/New_York", "--daytime-phone=508-555-0110",
    "--on-call-phone=508-555-0190", "--administrator=first@clinic.example", "--name=Ada Moreno",
]  # fmt: skip
INVITING = ["invite_person", "li@clinic.example", "--name=Li Chen", "--role=clinician"]


@pytest.fixture
def typed(monkeypatch):
    monkeypatch.setattr(
        "backend.management.commands.open_program.getpass", lambda _: "seven quiet otters"
    )


def test_a_program_is_opened_once_with_its_first_administrator(db, typed):
    with as_owner():
        call_command(*OPENING)
        with pytest.raises(CommandError, match="already"):
            call_command(*OPENING)
        person = User.objects.get(email="first@clinic.example")
        assert (person.name, person.roles) == ("Ada Moreno", ["administrator"])
        assert person.check_password("seven quiet otters")
        assert Program.objects.get(name="Harbor IOP").on_call_phone == "508-555-0190"


def test_a_zone_that_is_none_opens_nothing(db, typed):
    with as_owner():
        with pytest.raises(CommandError, match="no time zone"):
            call_command(*OPENING[:2], "--timezone=Nowhere/Town", *OPENING[3:])
        assert not Program.objects.filter(name="Harbor IOP").exists()


def test_an_administrator_invites_and_nobody_else_does(maya, ada):
    with as_owner():
        with pytest.raises(CommandError, match="needs an administrator"):
            call_command(*INVITING, f"--by={maya.email}")
        call_command(*INVITING, f"--by={ada.email}")
        invitation = Invitation.objects.get(email="li@clinic.example")
        assert (invitation.invited_by, invitation.roles) == (ada, ["clinician"])
        assert Delivery.objects.filter(address="li@clinic.example", kind="invitation").exists()
        assert invitation.language == "en"
        call_command(*INVITING, "--language=es", f"--by={ada.email}")
        assert Delivery.objects.filter(address="li@clinic.example", language="es").count() == 1
