# ruff: noqa: E501  (a table is read across)
"""Who gets what from the routes of rule versions, trials, thresholds and histories; see matrix.py."""

from datetime import timedelta
from typing import Any

from accounts.models import User
from alerts.models import Backtest, RuleVersion
from backend import demo
from tests.conftest import as_owner
from tests.factories import alert_about
from tests.story import STORY_DAY, STORY_TIME

OPEN: dict[str, str] = {}

#                                                       nobody stranger maya ben okafor nadia lee grace rosa tom ada
TABLE = """
GET   rule-versions/                                    401  404  404  404  404  404  404  404  404  404  200
POST  rule-versions/                                    401  404  404  404  404  404  404  404  404  404  201
other rule-versions/                                    401  404  404  404  404  404  404  404  404  404  405
GET   rule-versions/shipped/                            401  404  404  404  404  404  404  404  404  404  200
other rule-versions/shipped/                            401  404  404  404  404  404  404  404  404  404  405
GET   rule-versions/{a rule version}/                   401  404  404  404  404  404  404  404  404  404  200
GET   rule-versions/{nothing}/                          401  404  404  404  404  404  404  404  404  404  404
other rule-versions/{a rule version}/                   401  404  404  404  404  404  404  404  404  404  405
POST  rule-versions/{a rule version}/move/              401  404  404  404  404  404  404  404  404  404  200
POST  rule-versions/{nothing}/move/                     401  404  404  404  404  404  404  404  404  404  404
other rule-versions/{a rule version}/move/              401  404  404  404  404  404  404  404  404  404  405
GET   rule-versions/{a rule version}/limits/            401  404  404  404  404  404  404  404  404  404  200
GET   rule-versions/{nothing}/limits/                   401  404  404  404  404  404  404  404  404  404  404
other rule-versions/{a rule version}/limits/            401  404  404  404  404  404  404  404  404  404  405
GET   alert-budgets/                                    401  404  404  404  404  404  404  404  404  404  200
POST  alert-budgets/                                    401  404  404  404  404  404  404  404  404  404  201
other alert-budgets/                                    401  404  404  404  404  404  404  404  404  404  405
GET   backtests/                                        401  404  404  404  404  404  404  404  404  404  200
POST  backtests/                                        401  404  404  404  404  404  404  404  404  404  201
other backtests/                                        401  404  404  404  404  404  404  404  404  404  405
POST  backtests/table/                                  401  404  404  404  404  404  404  404  404  404  200
other backtests/table/                                  401  404  404  404  404  404  404  404  404  404  405
GET   backtests/{a backtest}/                           401  404  404  404  404  404  404  404  404  404  200
GET   backtests/{nothing}/                              401  404  404  404  404  404  404  404  404  404  404
other backtests/{a backtest}/                           401  404  404  404  404  404  404  404  404  404  405
GET   backtests/{a backtest}/changes/                   401  404  404  404  200  200  200  200  404  404  404
GET   backtests/{nothing}/changes/                      401  404  404  404  404  404  404  404  404  404  404
other backtests/{a backtest}/changes/                   401  404  404  404  405  405  405  405  404  404  404
GET   clients/{maya}/thresholds/                        401  404  404  404  200  200  404  404  404  404  404
GET   clients/{ben}/thresholds/                         401  404  404  404  404  404  200  404  404  404  404
POST  clients/{maya}/thresholds/                        401  404  404  404  201  201  404  404  404  404  404
POST  clients/{ben}/thresholds/                         401  404  404  404  404  404  201  404  404  404  404
other clients/{maya}/thresholds/                        401  404  404  404  405  405  405  405  404  404  404
GET   clients/{maya}/thresholds/history/                401  404  404  404  200  200  404  404  404  404  404
GET   clients/{ben}/thresholds/history/                 401  404  404  404  404  404  200  404  404  404  404
other clients/{maya}/thresholds/history/                401  404  404  404  405  405  405  405  404  404  404
GET   clients/{maya}/good-periods/                      401  404  404  404  200  200  404  404  404  404  404
GET   clients/{ben}/good-periods/                       401  404  404  404  404  404  200  404  404  404  404
POST  clients/{maya}/good-periods/                      401  404  404  404  201  201  404  404  404  404  404
POST  clients/{ben}/good-periods/                       401  404  404  404  404  404  201  404  404  404  404
other clients/{maya}/good-periods/                      401  404  404  404  405  405  405  405  404  404  404
GET   programs/{riverside}/thresholds/                  401  404  404  404  404  404  404  404  404  404  200
GET   programs/{nothing}/thresholds/                    401  404  404  404  404  404  404  404  404  404  404
POST  programs/{riverside}/thresholds/                  401  404  404  404  404  404  404  404  404  404  201
POST  programs/{nothing}/thresholds/                    401  404  404  404  404  404  404  404  404  404  404
other programs/{riverside}/thresholds/                  401  404  404  404  404  404  404  404  404  404  405
GET   alerts/{an alert about maya}/evidence/            401  404  404  404  200  200  404  404  404  404  404
GET   alerts/{nothing}/evidence/                        401  404  404  404  404  404  404  404  404  404  404
other alerts/{an alert about maya}/evidence/            401  404  404  404  405  405  405  405  404  404  404
GET   alerts/{an alert about maya}/safety-plan/         401  404  404  404  200  200  404  404  404  404  404
GET   alerts/{nothing}/safety-plan/                     401  404  404  404  404  404  404  404  404  404  404
other alerts/{an alert about maya}/safety-plan/         401  404  404  404  405  405  405  405  404  404  404
GET   use-history/                                      401  200  200  200  404  404  404  404  404  404  404
POST  use-history/                                      401  201  201  201  404  404  404  404  404  404  404
other use-history/                                      401  405  405  405  404  404  404  404  404  404  404
GET   clients/{maya}/use-history/                       401  404  404  404  200  200  404  404  404  404  404
GET   clients/{ben}/use-history/                        401  404  404  404  404  404  200  404  404  404  404
POST  clients/{maya}/use-history/                       401  404  404  404  201  201  404  404  404  404  404
POST  clients/{ben}/use-history/                        401  404  404  404  404  404  201  404  404  404  404
other clients/{maya}/use-history/                       401  404  404  404  405  405  405  405  404  404  404
"""


def _version() -> RuleVersion:
    with as_owner():
        return RuleVersion.objects.get(family="score", drafted_by=None)


def objects() -> dict[str, Any]:
    """Return one of everything under the names that the table uses; runs as the owner."""
    backtest = Backtest.objects.create(
        version=RuleVersion.objects.get(family="slide", drafted_by=None),
        since=STORY_DAY - timedelta(days=30), until=STORY_DAY - timedelta(days=1),
        asked_at=STORY_TIME, asked_by_id=demo.key("ada"),
    )  # fmt: skip
    maya = User.objects.get(pk=demo.key("maya"))
    return {
        "a rule version": _version().pk,
        "a backtest": backtest.pk,
        "an alert about maya": alert_about(maya, tier="critical").pk,
        "riverside": demo.key("Riverside IOP"),
    }


def _day(days_ago: int) -> str:
    return (STORY_DAY - timedelta(days=days_ago)).isoformat()


BODIES = (
    ("POST rule-versions/$", lambda: {"family": "score", "name": "mine-1", "note": "A try."}),
    ("POST rule-versions/.*move/", lambda: {"to_state": "silent", "note": "To look at it."}),
    (
        "POST alert-budgets/",
        lambda: {"family": "score", "per_month": "0.50", "note": "As agreed."},
    ),
    (
        "POST backtests/$",
        lambda: {"version": str(_version().pk), "since": _day(20), "until": _day(2)},
    ),
    (
        "POST backtests/table/",
        lambda: {"version": str(_version().pk), "csv": "client,date,mood\na,2026-01-02,5\n"},
    ),
    ("POST .*thresholds/", lambda: {"craving_at_once": 8, "reason": "Agreed with her."}),
    (
        "POST clients/.*good-periods/",
        lambda: {"first_on": _day(20), "last_on": _day(3), "reason": "Went well."},
    ),
    ("POST .*use-history/", lambda: {"last_use_on": _day(40), "episodes_in_year": 3}),
)
