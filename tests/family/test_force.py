"""The rule of what a consent gives: at its edges, and held against what row security says."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import product

import pytest
import time_machine
from django.db import connection
from django.db.models import F

from core import clock
from core.identity import as_relative, be_person
from family import access
from family.models import SENSITIVE, Category, Consent, ConsentPause, Restriction
from family.rules.force import Facts, Pause, Stay, effective, ended_by_itself, standing
from program.models import Enrolment
from tests.conftest import as_owner

NOON = datetime(2026, 6, 10, 16, tzinfo=UTC)
DAY = timedelta(days=1)
FACTS = Facts(
    categories=["program_link", "mood_trend", "craving_band"],
    signed_at=NOON - 5 * DAY,
    expires_on=date(2026, 6, 20),
    timezone="America/New_York",
    starts={"craving_band": NOON},
    stays=[Stay(date(2026, 5, 1))],
)
ALL = ("program_link", "mood_trend", "craving_band")


def test_everything_in_order_gives_everything():
    assert effective(FACTS, NOON) == ALL
    assert standing(FACTS, NOON) == "in_force"


CASES = {
    "incomplete": ({"complete": False}, ()),
    "not bound": ({"bound": False}, ()),
    "ended": ({"ended_reason": "revoked"}, ()),
    "signed later": ({"signed_at": NOON + DAY}, ()),
    "paused": ({"pauses": [Pause()]}, ()),
    "paused until later": ({"pauses": [Pause(until_at=NOON + DAY)]}, ()),
    "paused until now": ({"pauses": [Pause(until_at=NOON)]}, ALL),
    "no longer paused": ({"pauses": [Pause(ended_at=NOON)]}, ALL),
    "over": ({"expires_on": date(2026, 6, 9)}, ()),
    "last day": ({"expires_on": date(2026, 6, 10)}, ALL),
    "discharged today": ({"stays": [Stay(date(2026, 5, 1), date(2026, 6, 10))]}, ()),
    "discharged tomorrow": ({"stays": [Stay(date(2026, 5, 1), date(2026, 6, 11))]}, ALL),
    "never enrolled": ({"stays": []}, ()),
    "came back": (
        {"stays": [Stay(date(2026, 5, 1), date(2026, 6, 7)), Stay(date(2026, 6, 8))]}, (),
    ),
    "not begun": ({"starts": {"craving_band": NOON + DAY}}, ("program_link", "mood_trend")),
    "no start": ({"starts": {"craving_band": None}}, ("program_link", "mood_trend")),
    "restricted": ({"restrictions": [["mood_trend"]]}, ("program_link", "craving_band")),
    "restricted in all": ({"restrictions": [[]]}, ()),
    "restricted in the program": ({"restrictions": [["program_link"]]}, ()),
    "without the program": ({"categories": ["mood_trend"]}, ()),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_each_fact_counts(case):
    change, gives = CASES[case]

    assert effective(replace(FACTS, **change), NOON) == gives


def test_what_came_first_is_the_reason():
    left = [Stay(date(2026, 5, 1), date(2026, 6, 12))]
    later = datetime(2026, 6, 30, tzinfo=UTC)

    assert ended_by_itself(FACTS, later) == "expired"
    assert ended_by_itself(replace(FACTS, stays=left), later) == "discharged"
    assert ended_by_itself(replace(FACTS, stays=left, expires_on=date(2026, 6, 11)), later) == (
        "expired"
    )


# The same in SQL. The database's own clock cannot be set: facts are laid around this moment.


def _state(consent, change):
    """Write one combination of facts about Rosa's consent."""
    now, maya, rosa = clock.now(), consent.client, consent.recipient
    pause, restriction, bound, ended, days_left, discharged, start = change
    Consent.objects.filter(pk=consent.pk).update(
        recipient=rosa if bound else None, bound_at=now if bound else None,
        ended_at=now if ended else None, ended_reason="expired" if ended else "",
        signed_at=now - 10 * DAY, signed_on=now.date() - 10 * DAY,
        expires_on=clock.local_day(now, "America/New_York") + days_left * DAY,
        categories=["program_link", "mood_trend", "craving_band", "appointment_times"],
        craving_band_from=now + start, appointment_times_from=F("signed_at"),
    )  # fmt: skip
    Enrolment.objects.filter(client=maya).update(
        active_from=now.date() - 40 * DAY, active_until=discharged and now.date() - 2 * DAY
    )
    ConsentPause.objects.all().delete()
    Restriction.objects.all().delete()
    if pause:
        ConsentPause.objects.create(
            client=maya, series=consent.series, began_at=now - DAY,
            until_at=now + pause,
        )  # fmt: skip
    if restriction is not None:
        Restriction.objects.create(
            client=maya, recipient=rosa, categories=restriction, asked_at=now,
            state="agreed", answered_at=now, answered_by=maya,
        )  # fmt: skip


HOUR = timedelta(hours=1)
STATES = list(
    product(
        [None, -HOUR, HOUR], [None, [], ["mood_trend"]], [True, False], [False, True], [0, -2],
        [None, True], [-HOUR, HOUR],
    )
)  # fmt: skip


@pytest.mark.parametrize("part", range(4))
def test_row_security_and_the_rule_say_the_same(maya, rosa, part):
    with as_owner():
        consent = Consent.objects.select_related("client", "recipient").get(
            client=maya, recipient=rosa
        )
    with connection.cursor() as cursor:
        cursor.execute("SELECT now()")
        databases_now = cursor.fetchone()[0]
    for change in STATES[part::4]:
        with as_owner(), time_machine.travel(databases_now, tick=False):
            _state(consent, change)
        be_person(rosa.pk)
        found = {key for row in access.in_force(rosa, at=databases_now) for key in row.categories}
        with as_relative(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT c FROM unnest(%s::text[]) AS c WHERE app_may_see(%s, c)",
                [Category.values, maya.pk],
            )
            in_sql = {row[0] for row in cursor.fetchall()}
        assert found == in_sql, change


def test_the_sensitive_categories_are_those_with_a_start():
    fields = {field.name for field in Consent._meta.fields}

    assert {f"{key}_from" for key in SENSITIVE} <= fields


@pytest.mark.django_db
def test_each_table_about_a_client_looks_at_the_consent_once_more_for_relatives():
    """A restrictive policy stands above whatever else lets a row through."""
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "SELECT tablename, bool_or(permissive = 'RESTRICTIVE' AND qual LIKE '%app_may_see%'),"
            " string_agg(qual, ' ') FROM pg_policies"
            " WHERE 'foothold_relative' = ANY (roles) AND cmd = 'SELECT' GROUP BY tablename"
        )
        tables = {name: (again, text) for name, again, text in cursor.fetchall()}

    unguarded = {
        name for name, (again, text) in tables.items() if "app_may_see" in text and not again
    }
    assert unguarded == set()
    assert "checkins_checkin" in tables
