"""Shapes of a plan: what is written, what is signed, and what is read."""

from typing import Any

from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers

from core.shapes import StrictSerializer, WholeNumber, YesNo
from plans import rules
from plans.models import Kind, Party, Signature
from plans.selectors import Reading
from plans.serializers.steps import (
    DischargeSteps,
    DischargeStepsOutput,
    RelapseSteps,
    RelapseStepsOutput,
    SafetySteps,
    SafetyStepsOutput,
)
from plans.services import Draft


class PlanInput(StrictSerializer):
    """What both kinds have in common; each kind adds its steps."""

    base_version = WholeNumber(min_value=0)
    review_on = serializers.DateField(required=False, allow_null=True, default=None)

    def validate_steps(self, steps: dict[str, Any]) -> dict[str, Any]:
        if not any(_written(value) for value in steps.values()):
            raise serializers.ValidationError(_("Write at least one thing before you save."))
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


class DischargePlanInput(PlanInput):
    steps = DischargeSteps()


INPUTS: dict[tuple[Party, Kind], type[PlanInput]] = {
    (Party.CLIENT, Kind.SAFETY): ClientSafetyPlanInput,
    (Party.CLINICIAN, Kind.SAFETY): ClinicianSafetyPlanInput,
    (Party.CLIENT, Kind.RELAPSE_PREVENTION): RelapsePlanInput,
    (Party.CLINICIAN, Kind.RELAPSE_PREVENTION): RelapsePlanInput,
    (Party.CLIENT, Kind.DISCHARGE): DischargePlanInput,
    (Party.CLINICIAN, Kind.DISCHARGE): DischargePlanInput,
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


class DischargePlanOutput(PlanHeadOutput):
    kind = serializers.ChoiceField(choices=[Kind.DISCHARGE.value], source="plan.kind")
    steps = serializers.SerializerMethodField()

    @extend_schema_field(DischargeStepsOutput)
    def get_steps(self, row: Reading) -> dict[str, Any]:
        return row.steps


OUTPUTS: dict[Kind, type[PlanHeadOutput]] = {
    Kind.SAFETY: SafetyPlanOutput,
    Kind.RELAPSE_PREVENTION: RelapsePlanOutput,
    Kind.DISCHARGE: DischargePlanOutput,
}
