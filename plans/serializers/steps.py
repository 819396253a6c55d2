"""Shapes of the steps of each kind of plan."""

from core.shapes import Phone, StrictSerializer
from plans.serializers.fields import (
    NamedPhoneOutput,
    NamedPhoneShape,
    NamedPlaceOutput,
    NamedPlaceShape,
    Whole,
    line,
    lines,
    optional,
    several,
)


class SaferActionShape(StrictSerializer):
    action = line()
    who = optional(120)
    by_when = optional(60)


class EarlySignsShape(StrictSerializer):
    emotional = lines()
    mental = lines()
    behavioural = lines()


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


class AppointmentShape(StrictSerializer):
    """Something to go to after discharge; `when` in the words that the client would use."""

    what = line(200)
    when = optional(120)
    where = optional(200)
    phone = Phone(required=False, allow_blank=True, default="")


class TakenShape(StrictSerializer):
    """A medication by name, and how it is taken in the prescriber's words."""

    name = line(120)
    how = optional(200)


class DischargeSteps(StrictSerializer):
    """What somebody takes along when they leave: signs, help, places to be, the first weeks."""

    warning_signs = lines()
    what_works = lines()
    appointments = several(AppointmentShape)
    contacts = several(NamedPhoneShape)
    medications = several(TakenShape)
    goals = lines()
    first_weeks = lines()
    after_use = lines()


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


class AppointmentOutput(Whole, AppointmentShape):
    """Something to go to."""


class TakenOutput(Whole, TakenShape):
    """A medication on the plan."""


class DischargeStepsOutput(Whole, DischargeSteps):
    appointments = AppointmentOutput(many=True)
    contacts = NamedPhoneOutput(many=True)
    medications = TakenOutput(many=True)
