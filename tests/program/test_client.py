"""Who a client is, for the page of those who look after them."""

from datetime import timedelta

import pytest
import time_machine

from core.models import AuditEntry
from program.models import Enrolment
from tests.conftest import as_owner
from tests.story import STORY_DAY, STORY_TIME

pytestmark = pytest.mark.django_db


def _enrolled(client, **changes):
    with as_owner():
        Enrolment.objects.filter(client=client).update(**changes)


def _read(browser, person, client):
    with time_machine.travel(STORY_TIME, tick=False):
        return browser(person).get(f"/clients/{client.pk}/")


@pytest.mark.parametrize(("days_in", "week"), [(0, 1), (6, 1), (7, 2), (20, 3)])
def test_dr_okafor_reads_name_level_week_and_zone(browser, maya, okafor, days_in, week):
    _enrolled(maya, active_from=STORY_DAY - timedelta(days=days_in), level_of_care="php")

    answer = _read(browser, okafor, maya)

    assert answer.status == 200, answer
    assert answer.body == {
        "id": str(maya.pk),
        "name": "Maya Torres",
        "timezone": "America/New_York",
        "level_of_care": "php",
        "week": week,
    }


def test_someone_who_is_not_enrolled_today_has_no_level_and_no_week(browser, maya, okafor):
    _enrolled(maya, active_from=STORY_DAY + timedelta(days=2), level_of_care="iop")

    body = _read(browser, okafor, maya).body

    assert (body["name"], body["level_of_care"], body["week"]) == ("Maya Torres", None, None)


def test_a_reading_leaves_an_audit_entry_and_a_refusal_shows_nothing(browser, maya, okafor, lee):
    refused = _read(browser, lee, maya)
    _read(browser, okafor, maya)

    assert refused.status == 404
    assert "Maya" not in str(refused.body)
    with as_owner():
        (entry,) = AuditEntry.objects.filter(subject="accounts_user", subject_id=maya.pk)
    assert (entry.action, entry.actor_id) == ("read", okafor.pk)
