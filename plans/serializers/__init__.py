"""Shapes of support people and plans. They check types and lengths and never write."""

from plans.serializers.people import SupportPersonInput, SupportPersonOutput
from plans.serializers.plan import (
    INPUTS,
    OUTPUTS,
    ClientSafetyPlanInput,
    ClinicianSafetyPlanInput,
    DischargePlanInput,
    DischargePlanOutput,
    PlanHeadOutput,
    RelapsePlanInput,
    RelapsePlanOutput,
    SafetyPlanOutput,
    SignInput,
)

__all__ = [
    "INPUTS",
    "OUTPUTS",
    "ClientSafetyPlanInput",
    "ClinicianSafetyPlanInput",
    "DischargePlanInput",
    "DischargePlanOutput",
    "PlanHeadOutput",
    "RelapsePlanInput",
    "RelapsePlanOutput",
    "SafetyPlanOutput",
    "SignInput",
    "SupportPersonInput",
    "SupportPersonOutput",
]
