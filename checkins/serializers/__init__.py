"""Shapes of check-ins, items, urges, lapses and daily goals."""

from checkins.serializers.base import (
    SENT,
    AnswersById,
    HalfHours,
    SendingInput,
    SentOutput,
    by_path,
    optional_scale,
    optional_yes_no,
    scale,
)
from checkins.serializers.check_ins import CheckInInput, CheckInOutput, CheckInsInput
from checkins.serializers.items import (
    STATES,
    FormOutput,
    PersonalItemChange,
    PersonalItemInput,
    PersonalItemOutput,
    PersonalItemsInput,
)
from checkins.serializers.moments import (
    CheckInGoalOutput,
    DaysWellOutput,
    LapseInput,
    LapseOutput,
    OutcomeInput,
    OutcomeOutput,
    UrgeLogInput,
    UrgeLogOutput,
    WhoSeesOutput,
)

__all__ = [
    "SENT",
    "STATES",
    "AnswersById",
    "CheckInGoalOutput",
    "CheckInInput",
    "CheckInOutput",
    "CheckInsInput",
    "DaysWellOutput",
    "FormOutput",
    "HalfHours",
    "LapseInput",
    "LapseOutput",
    "OutcomeInput",
    "OutcomeOutput",
    "PersonalItemChange",
    "PersonalItemInput",
    "PersonalItemOutput",
    "PersonalItemsInput",
    "SendingInput",
    "SentOutput",
    "UrgeLogInput",
    "UrgeLogOutput",
    "WhoSeesOutput",
    "by_path",
    "optional_scale",
    "optional_yes_no",
    "scale",
]  # fmt: skip
