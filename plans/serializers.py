"""Shapes of support people and plans. They check types and lengths and never write."""

import re
from typing import Any

from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.shapes import StrictSerializer, WholeNumber, Words, YesNo
from plans import rules
from plans.models import Help, Kind, Party, Signature, SupportPerson
from plans.selectors import Reading
from plans.services import Contact, Draft

MOST_LINES = 12  # chosen: a plan that is read in a hard moment fits on a few screens
DIALLED = re.compile(r"[0-9+][0-9 ()./\-+*#,;x]*")


class Phone(Words):
    """A number as people write one. It becomes a link to dial, so nothing else may pass."""

    def __init__(self, **options: Any) -> None:
        super().__init__(max_length=30, **options)

    def to_internal_value(self, data: Any) -> str:
        number = super().to_internal_value(data)
        if not DIALLED.fullmatch(number.lstrip("(")) or sum(map(str.isdigit, number)) < 3:
            raise serializers.ValidationError("This is not a telephone number.")
        return number


def line(length: int = 280, **options: Any) -> Words:
    """Return a short text."""
    return Words(max_length=length, **options)


def optional(length: int = 280) -> Words:
    """Return a short text that may be left out."""
    return line(length, required=False, allow_blank=True, default="")


def lines() -> serializers.ListField:
    """Return a list of short texts; leaving it out means that it is empty."""
    return serializers.ListField(child=line(), max_length=MOST_LINES, required=False, default=list)


class SupportPersonInput(StrictSerializer):
    name = line(120)
    relationship = line(60)
    phone = Phone()
    place = optional(200)
    can_help_with = serializers.ChoiceField(choices=Help.choices, required=False, default=Help.BOTH)

    def contact(self) -> Contact:
        """Return what was sent."""
        return Contact(**self.validated_data)


class SupportPersonOutput(serializers.ModelSerializer[SupportPerson]):
    class Meta:
        model = SupportPerson
        fields = ("id", "name", "relationship", "phone", "place", "can_help_with", "added_at")
        read_only_fields = fields


class NamedPlaceShape(StrictSerializer):
    name = line(120)
    phone = Phone(required=False, allow_blank=True, default="")
    place = optional(200)


class NamedPhoneShape(StrictSerializer):
    name = line(120)
    phone = Phone(required=False, allow_blank=True, default="")


class SaferActionShape(StrictSerializer):
    action = line()
    who = optional(120)
    by_when = optional(60)


class EarlySignsShape(StrictSerializer):
    emotional = lines()
    mental = lines()
    behavioural = lines()


def several(shape: Any, **options: Any) -> Any:
    """Return a list of these; leaving it out means that it is empty."""
    return shape(many=True, max_length=MOST_LINES, required=False, **{"default": list, **options})


def no_signs() -> dict[str, list[str]]:
    """Return the early signs of somebody who wrote none."""
    return {"emotional": [], "mental": [], "behavioural": []}


class SafetySteps(StrictSerializer):
    """The six steps in their order: from oneself to others to professionals to one's surroundings.

    The app adds the crisis lines to the fifth by itself. `safer` left out stays as it is.
    """

    warning_signs = lines()
    alone = lines()
    places_people = several(NamedPlaceShape)
    ask_help = several(NamedPhoneShape)
    professionals = several(NamedPhoneShape)
    safer = several(SaferActionShape, allow_null=True, default=None)


class RelapseSteps(StrictSerializer):
    high_risk = lines()
    early_signs = EarlySignsShape(required=False, default=no_signs)
    first_ten_minutes = lines()
    people = several(NamedPhoneShape)
    barriers = lines()
    lapse_plan = lines()
    overdose_safety = lines()


class Whole(StrictSerializer):
    """A shape as it is answered: what may be left out of a request is always there."""

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        fields = super().get_fields()
        for field in fields.values():
            field.required = True
        return fields


class NamedPlaceOutput(Whole, NamedPlaceShape):
    """Somebody or somewhere to go to."""


class NamedPhoneOutput(Whole, NamedPhoneShape):
    """Somebody to call."""


class SaferActionOutput(Whole, SaferActionShape):
    """One thing to make one's surroundings safer."""


class EarlySignsOutput(Whole, EarlySignsShape):
    """How it begins."""


class SafetyStepsOutput(Whole, SafetySteps):
    """The six steps in their order; `safer` is null when the client keeps it private."""

    places_people = NamedPlaceOutput(many=True)
    ask_help = NamedPhoneOutput(many=True)
    professionals = NamedPhoneOutput(many=True)
    safer = SaferActionOutput(many=True, allow_null=True)


class RelapseStepsOutput(Whole, RelapseSteps):
    early_signs = EarlySignsOutput()
    people = NamedPhoneOutput(many=True)


class PlanInput(StrictSerializer):
    """What both kinds have in common; each kind adds its steps."""

    base_version = WholeNumber(min_value=0)
    review_on = serializers.DateField(required=False, allow_null=True, default=None)

    def validate_steps(self, steps: dict[str, Any]) -> dict[str, Any]:
        if not any(_written(value) for value in steps.values()):
            raise serializers.ValidationError("Write at least one thing before you save.")
        return steps

    def draft(self) -> Draft:
        """Return what was sent; the safer step apart from the others."""
        values = dict(self.validated_data)
        steps = dict(values.pop("steps"))
        return Draft(steps=steps, safer=steps.pop("safer", None), **values)


def _written(value: Any) -> bool:
    return any(value.values()) if isinstance(value, dict) else bool(value)


class ClientSafetyPlanInput(PlanInput):
    steps = SafetySteps()
    share_safer = YesNo(required=False, allow_null=True, default=None)


class ClinicianSafetyPlanInput(PlanInput):
    steps = SafetySteps()


class RelapsePlanInput(PlanInput):
    steps = RelapseSteps()


INPUTS: dict[tuple[Party, Kind], type[PlanInput]] = {
    (Party.CLIENT, Kind.SAFETY): ClientSafetyPlanInput,
    (Party.CLINICIAN, Kind.SAFETY): ClinicianSafetyPlanInput,
    (Party.CLIENT, Kind.RELAPSE_PREVENTION): RelapsePlanInput,
    (Party.CLINICIAN, Kind.RELAPSE_PREVENTION): RelapsePlanInput,
}


class SignInput(StrictSerializer):
    version = WholeNumber(min_value=1)


class AuthorOutput(serializers.Serializer[Any]):
    name = serializers.CharField()


class PlanHeadOutput(serializers.Serializer[Reading]):
    """A version without its words."""

    id = serializers.UUIDField(source="plan.id")
    kind = serializers.ChoiceField(choices=Kind.choices, source="plan.kind")
    version = serializers.IntegerField(source="plan.version")
    state = serializers.SerializerMethodField()
    written_at = serializers.DateTimeField(source="plan.written_at")
    written_by = AuthorOutput(source="plan.written_by")
    client_signed_at = serializers.SerializerMethodField()
    clinician_signed_at = serializers.SerializerMethodField()
    clinician = serializers.SerializerMethodField()
    review_on = serializers.DateField(source="plan.review_on")
    needs_review = serializers.SerializerMethodField()

    @extend_schema_field(serializers.ChoiceField(choices=rules.STATES))
    def get_state(self, row: Reading) -> str:
        return rules.state(
            client_signed=row.by_client is not None, clinician_signed=row.by_clinician is not None
        )

    @extend_schema_field(serializers.DateTimeField(allow_null=True))
    def get_client_signed_at(self, row: Reading) -> str | None:
        return _signed_at(row.by_client)

    @extend_schema_field(serializers.DateTimeField(allow_null=True))
    def get_clinician_signed_at(self, row: Reading) -> str | None:
        return _signed_at(row.by_clinician)

    @extend_schema_field(AuthorOutput(allow_null=True))
    def get_clinician(self, row: Reading) -> Any:
        return AuthorOutput(row.by_clinician.signed_by).data if row.by_clinician else None

    def get_needs_review(self, row: Reading) -> bool:
        return rules.needs_review(
            clinician_signed=row.by_clinician is not None,
            review_on=row.plan.review_on,
            today=self.context["today"],
        )


def _signed_at(signature: Signature | None) -> str | None:
    return serializers.DateTimeField().to_representation(signature.signed_at) if signature else None


class SafetyPlanOutput(PlanHeadOutput):
    kind = serializers.ChoiceField(choices=[Kind.SAFETY.value], source="plan.kind")
    steps = serializers.SerializerMethodField()
    share_safer = serializers.SerializerMethodField()

    @extend_schema_field(SafetyStepsOutput)
    def get_steps(self, row: Reading) -> dict[str, Any]:
        return {**row.steps, "safer": row.safer.actions if row.safer else None}

    def get_share_safer(self, row: Reading) -> bool:
        return row.safer is not None and row.safer.shared


class RelapsePlanOutput(PlanHeadOutput):
    kind = serializers.ChoiceField(choices=[Kind.RELAPSE_PREVENTION.value], source="plan.kind")
    steps = serializers.SerializerMethodField()

    @extend_schema_field(RelapseStepsOutput)
    def get_steps(self, row: Reading) -> dict[str, Any]:
        return row.steps


OUTPUTS: dict[Kind, type[PlanHeadOutput]] = {
    Kind.SAFETY: SafetyPlanOutput,
    Kind.RELAPSE_PREVENTION: RelapsePlanOutput,
}
