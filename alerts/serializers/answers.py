"""Shapes of what a person does with an alert."""

from typing import Any

from rest_framework import serializers

from alerts.models import Action, Alert, Outcome, Tier, Useless
from core.shapes import Identifier, StrictSerializer, Words, YesNo


class ResolveInput(StrictSerializer):
    """What was done, what came of it, a note, when the client was spoken to, and of what use."""

    action = serializers.ChoiceField(choices=Action.choices)
    outcome = serializers.ChoiceField(choices=Outcome.choices)
    note = Words(max_length=4000)
    contacted_at = serializers.DateTimeField(required=False, allow_null=True, default=None)
    useful = YesNo(required=False, allow_null=True, default=None)
    useless_because = serializers.ChoiceField(
        choices=Useless.choices, required=False, allow_blank=True, default=""
    )


class AcknowledgeInput(StrictSerializer):
    """Nothing need be said to take an alert on; a screen says how grave it was when it was read."""

    tier = serializers.ChoiceField(choices=Tier.choices, required=False)


class PersonInput(StrictSerializer):
    """To whom it goes."""

    person = Identifier()


class ReasonInput(StrictSerializer):
    """Why it is lowered or opened again."""

    reason = Words(max_length=1000)


class HandOutput(serializers.Serializer[Any]):
    """Somebody to whom an alert can be given."""

    id = serializers.UUIDField()
    name = serializers.CharField()


class UnreachableOutput(serializers.ModelSerializer[Alert]):
    """An alert of which nobody could be reached. Whom it is about, and nothing of why."""

    client = HandOutput()
    owner = HandOutput(allow_null=True)

    class Meta:
        model = Alert
        fields = ("id", "client", "tier", "raised_at", "unreachable_at", "owner")
        read_only_fields = fields
