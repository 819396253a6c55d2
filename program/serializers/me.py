"""Shapes of who I am and of my program."""

from rest_framework import serializers

from accounts.models import Role
from program.models import Program


class ProgramOutput(serializers.ModelSerializer[Program]):
    class Meta:
        model = Program
        fields = ("id", "name", "timezone", "daytime_phone", "on_call_phone")
        read_only_fields = fields


class MeOutput(serializers.Serializer[object]):
    id = serializers.UUIDField(source="person.id")
    email = serializers.EmailField(source="person.email")
    name = serializers.CharField(source="person.name")
    roles = serializers.ListField(
        child=serializers.ChoiceField(choices=Role.choices), source="person.roles"
    )
    timezone = serializers.CharField(source="person.timezone")
    language = serializers.CharField(source="person.language")
    second_factor = serializers.ChoiceField(choices=["done", "needed", "not_required"])
    program = ProgramOutput(allow_null=True)
