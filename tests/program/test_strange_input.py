"""Whatever is sent to the timetable's routes is done or refused with a sentence: never a 500."""

import re
from datetime import timedelta

import pytest
import time_machine
from django.db import transaction

from accounts.models import User
from backend import demo
from tests.conftest import as_owner
from tests.guards import matrix_program
from tests.http import Browser
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.django_db
STRANGE = [
    None, "", " ", "\x00", "\ud800", "x" * 5000, -1, 0, 10**30, 1.5, True, [], {}, [None], [[]],
    "0001-01-01", "9999-12-31", "2026-02-30", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59+14:00",
    "00000000-0000-4000-8000-000000000000", "FREQ=DAILY;COUNT=999", "javascript:alert(1)",
    (STORY_DAY + timedelta(days=365)).isoformat(),
]  # fmt: skip
WRITES = [
    (method, address, next(body for pattern, body in matrix_program.BODIES
                           if re.fullmatch(pattern, f"{method} {address}")))
    for method, address in (
        re.match(r"(\S+)\s+(.*?/)\s+\d", line).groups()
        for line in matrix_program.TABLE.strip().splitlines()
    )
    if any(re.fullmatch(pattern, f"{method} {address}") for pattern, _ in matrix_program.BODIES)
    and "{nothing}" not in address and "{ben" not in address
]  # fmt: skip


def who(address):
    if address.startswith("sessions/"):
        return "maya"
    return "okafor" if address.startswith(("schedule/", "clients/")) else "ada"


@pytest.fixture
def names():
    with as_owner():
        return {**matrix_program.objects(), "maya": demo.key("maya")}


def test_the_routes_that_are_tried_are_all_that_take_a_body():
    assert len(WRITES) > 20


@pytest.mark.parametrize(
    ("method", "address", "body"), WRITES, ids=[f"{method} {path}" for method, path, _ in WRITES]
)
@time_machine.travel(STORY_TIME, tick=False)
def test_a_strange_value_is_refused_in_words(names, method, address, body):
    path = "/" + re.sub(r"\{([^}]*)\}", lambda found: str(names[found[1]]), address)
    with as_owner():
        browser = Browser(User.objects.get(pk=demo.key(who(address))))

    for field in body():
        for value in STRANGE:
            with transaction.atomic():
                answer = browser.send(method, path, {**body(), field: value})
                transaction.set_rollback(True)

            assert answer.status < 500, (field, value, answer)
            if answer.status >= 400:
                assert answer.body["detail"], (field, value)


@pytest.mark.parametrize(
    "query", ["from", "to", "program", "client", "page_size", "cursor", "role"]
)
@pytest.mark.parametrize("value", ["", "x", "\x00", "-1", "9999-12-31", "0001-01-01", "9" * 40])
def test_a_strange_question_is_refused_in_words(names, query, value):
    days = {"from": STORY_DAY.isoformat(), "to": STORY_DAY.isoformat()}
    river = {"program": str(demo.key("Riverside IOP"))}
    asked = [
        ("maya", "/sessions/", {}),
        ("okafor", "/schedule/", days),
        ("okafor", f"/clients/{names['maya']}/attendance/", days),
        ("ada", "/enrolments/", {}),
        ("ada", "/people/", {"role": "client"}),
        ("ada", "/timetable/", {**river, **days}),
        ("ada", "/series/", river),
        ("ada", "/tracks/", river),
    ]
    for person, path, right in asked:
        with as_owner():
            browser = Browser(User.objects.get(pk=demo.key(person)))

        answer = browser.get(path, **{**right, query: value})

        assert answer.status < 500, (path, answer)
