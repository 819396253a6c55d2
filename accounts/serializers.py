"""Shapes of people and invitations."""

from django.utils.translation import gettext as _
from rest_framework import serializers

from accounts import services
from accounts.models import SPOKEN, Invitation, Role
from core import clock
from core.shapes import StrictSerializer, Words


class PersonOutput(serializers.Serializer[object]):
    """A colleague or a client, named."""

    id = serializers.UUIDField()
    name = serializers.CharField()


def one_line(value: str) -> None:
    """Refuse text that could break a line where only one is meant."""
    if not value.isprintable():
        raise serializers.ValidationError(_("Write this on one line."))


class LanguageChoiceInput(StrictSerializer):
    """In which language I am spoken to."""

    language = serializers.ChoiceField(choices=SPOKEN)


class InvitationInput(StrictSerializer):
    """Whom to ask, and in which language; in mine where it is left out.

    Relatives are asked by a client's consent, and not here.
    """

    email = serializers.EmailField(max_length=254)
    name = Words(max_length=120, validators=[one_line])
    roles = serializers.ListField(
        child=serializers.ChoiceField(choices=[role.value for role in services.INVITED]),
        min_length=1, max_length=3,
    )  # fmt: skip
    language = serializers.ChoiceField(choices=SPOKEN, required=False)


class InvitationOutput(serializers.Serializer[object]):
    """One that waits to be accepted; after `expires_at` its link no longer works."""

    id = serializers.UUIDField()
    email = serializers.EmailField()
    name = serializers.CharField()
    roles = serializers.ListField(
        child=serializers.ChoiceField(choices=[role.value for role in Role])
    )
    language = serializers.ChoiceField(choices=SPOKEN)
    invited_at = serializers.DateTimeField()
    expires_at = serializers.DateTimeField()
    expired = serializers.SerializerMethodField()

    def get_expired(self, row: Invitation) -> bool:
        """Return whether its link has stopped by itself."""
        return row.expires_at <= clock.now()


class AcceptInvitationInput(StrictSerializer):
    """In which language the account is opened; in that of the invitation where it is left out."""

    token = Words(max_length=100)
    password = Words(max_length=200, trim_whitespace=False)
    language = serializers.ChoiceField(choices=SPOKEN, required=False)


class AcceptInvitationOutput(serializers.Serializer[object]):
    email = serializers.EmailField()


class SignInOutput(serializers.Serializer[object]):
    """One device on which I am signed in. The network is half an address; nobody is found by it."""

    id = serializers.IntegerField()
    browser = serializers.CharField()
    system = serializers.CharField()
    network = serializers.CharField()
    began_at = serializers.DateTimeField()
    seen_at = serializers.DateTimeField()
    shared_phone = serializers.BooleanField()
    current = serializers.BooleanField()


class ShowAgainInput(StrictSerializer):
    """The password, or a code of the person's app; neither, when a passkey was just shown."""

    password = Words(
        max_length=200, trim_whitespace=False, required=False, allow_blank=True, default=""
    )
    code = Words(max_length=10, required=False, allow_blank=True, default="")


class ResetFactorInput(ShowAgainInput):
    """Why, and who asks: their own password or code, or a passkey that was just shown."""

    reason = serializers.ChoiceField(choices=[reason.value for reason in services.ResetReason])


class ResetRelativeInput(ResetFactorInput):
    """And whose: the address with which a relative signs in."""

    email = serializers.EmailField(max_length=254)


class ResetFactorOutput(serializers.Serializer[object]):
    taken_away = serializers.IntegerField()
