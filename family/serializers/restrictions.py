"""Shapes of requests that something is never shown."""

from rest_framework import serializers

from family.models import Restriction, RestrictionState
from family.serializers.consents import category_list


class RestrictionOutput(serializers.ModelSerializer[Restriction]):
    """Toward whom (no name: every relative), what (nothing named: everything), and the answer."""

    categories = category_list()
    state = serializers.ChoiceField(choices=RestrictionState.choices)

    class Meta:
        model = Restriction
        fields = (
            "id", "recipient_name", "categories", "words", "state", "asked_at", "answered_at",
            "answer", "lifted_at",
        )  # fmt: skip
        read_only_fields = fields
