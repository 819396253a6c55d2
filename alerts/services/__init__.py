"""The work of alerts: assess what came in, raise and join alerts, and let clinicians answer."""

from alerts.services.answering import UNDO_WITHIN, Closing, acknowledge, resolve, undo
from alerts.services.assessing import (
    assess_check_in,
    assess_diary_card,
    assess_lapse,
    assess_urge,
)
from alerts.services.backtesting import (
    AlreadyRunning,
    NotPast,
    VersionUnknown,
    Wanted,
    ask_for_backtest,
    run_backtests,
    try_here,
)
from alerts.services.handing import assign, hands_for, lower, name_somebody, reopen
from alerts.services.limits import find_limits
from alerts.services.pagers import Machine, add_pager, end_pager, rotate_secret, try_pager
from alerts.services.questionnaires import assess_critical_answer, assess_follow_up
from alerts.services.raising import ASSESSOR, Finding, keep_finding
from alerts.services.refusals import (
    AlreadyAcknowledged,
    AlreadyResolved,
    ChangedMeanwhile,
    Invalid,
    NotAcknowledged,
)
from alerts.services.rota import (
    MOST_WEEKS,
    Turn,
    Weekly,
    put_on_call,
    put_on_call_weekly,
    swap,
    take_off_call,
)
from alerts.services.scoring import score_check_in
from alerts.services.silence import Whereabouts, silent_clients
from alerts.services.sweeping import sweep_nights
from alerts.services.tables import TableUnreadable, try_table, try_table_of
from alerts.services.thresholds import (
    NotAPeriod,
    TurnedRound,
    choose_good_period,
    set_for_client,
    set_for_program,
)
from alerts.services.versions import (
    AnotherIsSilent,
    NameTaken,
    NoSuchStep,
    NotBacktested,
    NumbersUnusable,
    choose_budget,
    draft_version,
    move_version,
)
from alerts.services.wishes import accept, wish_digest

__all__ = [
    "ASSESSOR",
    "MOST_WEEKS",
    "UNDO_WITHIN",
    "AlreadyAcknowledged",
    "AlreadyResolved",
    "AlreadyRunning",
    "AnotherIsSilent",
    "ChangedMeanwhile",
    "Closing",
    "Finding",
    "Invalid",
    "Machine",
    "NameTaken",
    "NoSuchStep",
    "NotAPeriod",
    "NotAcknowledged",
    "NotBacktested",
    "NotPast",
    "NumbersUnusable",
    "TableUnreadable",
    "Turn",
    "TurnedRound",
    "VersionUnknown",
    "Wanted",
    "Weekly",
    "Whereabouts",
    "accept",
    "acknowledge",
    "add_pager",
    "ask_for_backtest",
    "assess_check_in",
    "assess_critical_answer",
    "assess_diary_card",
    "assess_follow_up",
    "assess_lapse",
    "assess_urge",
    "assign",
    "choose_budget",
    "choose_good_period",
    "draft_version",
    "end_pager",
    "find_limits",
    "hands_for",
    "keep_finding",
    "lower",
    "move_version",
    "name_somebody",
    "put_on_call",
    "put_on_call_weekly",
    "reopen",
    "resolve",
    "rotate_secret",
    "run_backtests",
    "score_check_in",
    "set_for_client",
    "set_for_program",
    "silent_clients",
    "swap",
    "sweep_nights",
    "take_off_call",
    "try_here",
    "try_pager",
    "try_table",
    "try_table_of",
    "undo",
    "wish_digest",
]
