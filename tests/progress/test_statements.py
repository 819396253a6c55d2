"""How many statements progress sends: fixed, however many days and rows there are."""

from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from core.identity import System, acting_as
from program.models import Enrolment
from progress.selectors.sums import Asked, change_by_week
from progress.services.advice import inputs_of
from tests.conftest import as_owner
from tests.progress.forms import scored
from tests.progress.weeks import answered, expected_at, lapse, urge
from tests.story import STORY_DAY, STORY_TIME

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_now")]


@pytest.fixture
def _now():
    with time_machine.travel(STORY_TIME, tick=False):
        yield


def _count(work):
    with CaptureQueriesContext(connection) as sent:
        work()
    return sum(not one["sql"].startswith("PREPARE ") for one in sent)


def _a_lot(client):
    with as_owner():
        answered(client, 80, version=7)
        for days in range(60):
            expected_at(client, STORY_TIME - timedelta(days=days))
            urge(client, STORY_DAY - timedelta(days=days), intensity=5)
            lapse(client, STORY_DAY - timedelta(days=days))
            scored(client, f"form-{days % 3}", STORY_DAY - timedelta(days=days), total=5)


@pytest.mark.parametrize(("path", "most"), [("/progress/", 16), ("/progress/milestones/", 11)])
def test_reading_again_sends_as_many_statements_as_written(browser, maya, path, most):
    browser(maya).get(path)  # keeps what the rules see for the first time
    reader = browser(maya)

    short = _count(lambda: reader.get(path))
    _a_lot(maya)
    reader.get(path)
    long = _count(lambda: reader.get(path))

    assert (short, long) == (most, most)


@pytest.mark.parametrize("weeks", ["2", "12"])
def test_weeks_cost_the_same_however_many_and_however_full(browser, maya, weeks):
    reader = browser(maya)
    empty = _count(lambda: reader.get("/progress/series/", weeks=weeks))
    _a_lot(maya)

    full = _count(lambda: reader.get("/progress/series/", weeks=weeks))

    # One more: where there are totals, the forms are asked for their names.
    assert (empty, full) == (16, 17)


def test_session_prep_costs_the_same_however_full(browser, okafor, maya):
    reader, path = browser(okafor), f"/clients/{maya.pk}/session-prep/"
    empty = _count(lambda: reader.get(path))
    _a_lot(maya)

    full = _count(lambda: reader.get(path))

    assert (empty, full) == (24, 25)


def test_weighing_a_step_sends_nine_statements_at_most(maya):
    _a_lot(maya)
    with as_owner():
        enrolment = Enrolment.objects.select_related("client", "program").get(client=maya)

    with acting_as(System.ADVISER):
        inputs_of(enrolment=enrolment, at=STORY_TIME)
        again = _count(lambda: inputs_of(enrolment=enrolment, at=STORY_TIME))

    assert again <= 9


def test_sums_of_a_program_are_two_statements(maya):
    with as_owner():
        program = Enrolment.objects.get(client=maya).program_id

    with acting_as(System.ANALYST):
        assert _count(lambda: change_by_week(Asked(program, STORY_DAY))) == 2
