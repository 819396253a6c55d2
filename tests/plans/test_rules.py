"""The arithmetic of plans: states, and the days of reviews."""

from datetime import date, timedelta

import pytest

from plans import rules

TODAY = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("client", "clinician", "state"),
    [
        (False, False, "draft"),
        (True, False, "draft"),
        (False, True, "draft"),
        (True, True, "signed"),
    ],
)
def test_a_plan_is_signed_when_both_signed_it(client, clinician, state):
    assert rules.state(client_signed=client, clinician_signed=clinician) == state


@pytest.mark.parametrize(
    ("signed", "days", "needs"),
    [
        (True, 1, False),
        (True, 0, True),  # its day has come
        (True, -1, True),
        (False, 90, True),  # nobody of the care team agreed to it yet
    ],
)
def test_a_clinician_looks_at_what_they_did_not_sign_and_at_what_is_due(signed, days, needs):
    found = rules.needs_review(
        clinician_signed=signed, review_on=TODAY + timedelta(days=days), today=TODAY
    )

    assert found is needs


@pytest.mark.parametrize(
    ("days", "is_open"), [(-1, False), (0, False), (1, True), (90, True), (365, True), (366, False)]
)
def test_a_review_is_within_a_year(days, is_open):
    assert (TODAY + timedelta(days=days) in rules.review_days(today=TODAY)) is is_open


def test_a_review_is_after_ninety_days_when_nobody_says():
    assert rules.review_days(today=TODAY).usual == date(2027, 5, 30)
