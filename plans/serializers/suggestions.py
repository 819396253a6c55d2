"""Shapes of what is offered to a discharge plan."""

from collections.abc import Sequence
from typing import Any

from rest_framework import serializers

from plans.selectors import Suggested
from plans.selectors.suggestions import Origin
from plans.serializers.fields import NamedPhoneOutput
from plans.serializers.steps import AppointmentOutput, DischargeSteps, TakenOutput


class _Offered(serializers.Serializer[Any]):
    origin = serializers.ChoiceField(choices=[origin.value for origin in Origin])


class LineOffered(_Offered):
    value = serializers.CharField()


class AppointmentOffered(_Offered):
    value = AppointmentOutput()


class ContactOffered(_Offered):
    value = NamedPhoneOutput()


class MedicationOffered(_Offered):
    value = TakenOutput()


class SuggestionsOutput(serializers.Serializer[Any]):
    """For each section of the plan what could go in; to be taken over one by one, or not at all."""

    warning_signs = LineOffered(many=True)
    what_works = LineOffered(many=True)
    appointments = AppointmentOffered(many=True)
    contacts = ContactOffered(many=True)
    medications = MedicationOffered(many=True)
    goals = LineOffered(many=True)
    first_weeks = LineOffered(many=True)
    after_use = LineOffered(many=True)


def by_section(found: Sequence[Suggested]) -> dict[str, Any]:
    """Return what is offered under the name of its section."""
    sections: dict[str, list[Suggested]] = {str(name): [] for name in DischargeSteps().fields}
    for one in found:
        sections[one.section].append(one)
    return dict(SuggestionsOutput(sections).data)
