"""Shapes of people and invitations."""

from rest_framework import serializers

from accounts.models import Role
from core.shapes import StrictSerializer, Words


class PersonOutput(serializers.Serializer[object]):
    """A colleague or a client, named."""

    id = serializers.UUIDField()
    name = serializers.CharField()


def one_line(value: str) -> None:
    """Refuse text that could break a line where only one is meant."""
    if not value.isprintable():
        raise serializers.ValidationError("Write this on one line.")


class InvitationInput(StrictSerializer):
    email = serializers.EmailField(max_length=254)
    name = Words(max_length=120, validators=[one_line])
    roles = serializers.ListField(
        child=serializers.ChoiceField(choices=Role.choices), min_length=1, max_length=4
    )


class InvitationOutput(serializers.Serializer[object]):
    id = serializers.UUIDField()
    email = serializers.EmailField()
    expires_at = serializers.DateTimeField()


class AcceptInvitationInput(StrictSerializer):
    token = Words(max_length=100)
    password = Words(max_length=200, trim_whitespace=False)


class AcceptInvitationOutput(serializers.Serializer[object]):
    email = serializers.EmailField()
