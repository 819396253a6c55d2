"""What the rules made of a client's answers, and the notices that someone must answer."""

from alerts.models.agreement import Agreement
from alerts.models.alarm import Alarm
from alerts.models.alert import WITHOUT_CONTACT, Action, Alert, Outcome, Useless
from alerts.models.assessment import Assessment, Family, Tier
from alerts.models.backtest import Backtest, BacktestChange, Change, Progress
from alerts.models.charge import Charge
from alerts.models.contact import BestTime, ContactRequest, How, Reach
from alerts.models.digest import HALF_PAST_EIGHT, WORKING_DAYS, Bundled, Digest, DigestWish
from alerts.models.mirror import Mirror
from alerts.models.pager import Pager
from alerts.models.rota import Place, RotaGap, RotaShift
from alerts.models.rule_version import (
    AlertBudget,
    RuleFamily,
    RuleState,
    RuleVersion,
    RuleVersionStep,
    SiteLimit,
)
from alerts.models.score import SweptDay, WarningScore
from alerts.models.step import Step
from alerts.models.threshold import (
    NUMBERS,
    RANGES,
    ClientThresholds,
    GoodPeriod,
    ProgramThresholds,
    Thresholds,
)

__all__ = [
    "HALF_PAST_EIGHT",
    "NUMBERS",
    "RANGES",
    "WITHOUT_CONTACT",
    "WORKING_DAYS",
    "Action",
    "Agreement",
    "Alarm",
    "Alert",
    "AlertBudget",
    "Assessment",
    "Backtest",
    "BacktestChange",
    "BestTime",
    "Bundled",
    "Change",
    "Charge",
    "ClientThresholds",
    "ContactRequest",
    "Digest",
    "DigestWish",
    "Family",
    "GoodPeriod",
    "How",
    "Mirror",
    "Outcome",
    "Pager",
    "Place",
    "ProgramThresholds",
    "Progress",
    "Reach",
    "RotaGap",
    "RotaShift",
    "RuleFamily",
    "RuleState",
    "RuleVersion",
    "RuleVersionStep",
    "SiteLimit",
    "Step",
    "SweptDay",
    "Thresholds",
    "Tier",
    "Useless",
    "WarningScore",
]
