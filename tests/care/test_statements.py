"""How many statements the lists of care send: as written, and the same however long they are."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from admissions.models import CallRequest
from tests.care import rows
from tests.conftest import as_owner
from tests.http import Browser
from tests.story import STORY_TIME

MOST = {
    ("maya", "/medications/"): 6,
    ("maya", "/medications/notes/"): 6,
    ("maya", "/goals/"): 7,
    ("maya", "/tasks/"): 6,
    ("maya", "/referrals/"): 6,
    ("maya", "/discharge-suggestions/"): 14,
    ("okafor", "/clients/{maya}/medications/"): 9,
    ("okafor", "/clients/{maya}/medications/notes/"): 8,
    ("okafor", "/clients/{maya}/goals/"): 9,
    ("okafor", "/clients/{maya}/tasks/"): 8,
    ("okafor", "/medication-notes/"): 7,
    ("okafor", "/tasks/mine/"): 7,
    ("ada", "/admissions/call-requests/"): 7,
}


def _one_more_of_each(maya, okafor):
    pill, aim = rows.medication(maya, okafor), rows.goal(maya, maya)
    found = [pill, aim, rows.note(pill), rows.step(aim, maya), rows.step(aim, okafor, place=2)]
    found += [make(maya, okafor, for_client=True) for make in (rows.task, rows.referral)]
    found.append(
        CallRequest(
            name="Ana", phone="+16175550142", contact_digest=str(uuid4()), best_time="any",
            language="en", asked_at=STORY_TIME,
        )
    )  # fmt: skip
    with as_owner():
        for row in found:
            row.save(force_insert=True)


def _statements(person, path):
    browser = Browser(person)
    with CaptureQueriesContext(connection) as sent:
        answer = browser.get(path)
    assert answer.status == 200, answer
    # Prepared once for each connection, and not by each request.
    return sum(not one["sql"].startswith("PREPARE ") for one in sent)


@pytest.mark.parametrize(("name", "path"), MOST)
def test_a_list_sends_as_many_statements_as_written_however_long_it_is(
    name, path, maya, okafor, request
):
    person = request.getfixturevalue(name)
    path = path.format(maya=maya.pk)
    _one_more_of_each(maya, okafor)
    short = _statements(person, path)
    for _ in range(12):
        _one_more_of_each(maya, okafor)

    long = _statements(person, path)

    assert long == short
    assert short <= MOST[name, path.replace(str(maya.pk), "{maya}")]
