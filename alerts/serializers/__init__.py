"""Shapes of alerts."""

from alerts.serializers.answers import (
    AcknowledgeInput,
    HandOutput,
    PersonInput,
    ReasonInput,
    ResolveInput,
    UnreachableOutput,
)
from alerts.serializers.inbox import (
    AlertOutput,
    InboxInput,
    ReasonOutput,
    StoryOutput,
    ToldOutput,
)
from alerts.serializers.rota import (
    PagerInput,
    PagerListOutput,
    PagerOutput,
    RotaOutput,
    RotaQuery,
    SecretOutput,
    ShiftOutput,
    ShiftsOutput,
    TurnInput,
    WeeklyInput,
)
from alerts.serializers.watch import (
    AgreementInput,
    AgreementOutput,
    AlarmOutput,
    DigestInput,
    DigestOutput,
    WatchOutput,
)

__all__ = [
    "AcknowledgeInput",
    "AgreementInput",
    "AgreementOutput",
    "AlarmOutput",
    "AlertOutput",
    "DigestInput",
    "DigestOutput",
    "HandOutput",
    "InboxInput",
    "PagerInput",
    "PagerListOutput",
    "PagerOutput",
    "PersonInput",
    "ReasonInput",
    "ReasonOutput",
    "ResolveInput",
    "RotaOutput",
    "RotaQuery",
    "SecretOutput",
    "ShiftOutput",
    "ShiftsOutput",
    "StoryOutput",
    "ToldOutput",
    "TurnInput",
    "UnreachableOutput",
    "WatchOutput",
    "WeeklyInput",
]
