"""How many statements a route sends to the database: fixed, however many rows there are.

The numbers include session, savepoints and the audit trail. One that grows is a decision: change
it here, with the reason in the commit.
"""

from datetime import timedelta
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from alerts.models import Alert, Assessment, Step
from backend import demo
from checkins.models import CheckIn
from program.models import CareTeamMember, Enrolment, Participant, Session
from tests.conftest import as_owner
from tests.http import Browser, check_in
from tests.story import STORY_DAY, STORY_TIME

MOST = {
    ("maya", "/me/"): 6,
    ("okafor", "/me/"): 7,
    ("maya", "/sessions/"): 7,
    ("maya", "/skills/"): 7,
    ("maya", "/skills/today/"): 10,
    ("maya", "/skills/mine/"): 6,
    ("maya", "/help-now/?need=craving&level=8"): 8,
    ("maya", "/help-now/effects/"): 6,
    ("maya", "/practices/"): 6,
    ("maya", "/assignments/"): 6,
    ("okafor", "/clients/{maya}/practices/"): 8,
    ("okafor", "/clients/{maya}/skills/"): 9,
    ("okafor", "/clients/{maya}/assignments/"): 9,
    ("maya", "/check-ins/"): 6,
    ("maya", "/progress/series/?weeks=12"): 16,
    ("okafor", "/clients/{maya}/progress/series/?weeks=12"): 18,
    ("okafor", "/clients/{maya}/session-prep/"): 24,
    ("okafor", "/clients/{maya}/step-proposals/"): 8,
    ("okafor", "/step-proposals/"): 7,
    ("ada", "/outcomes/"): 6,
    ("ada", "/outcomes/{riverside}/"): 8,
    ("maya", "/check-in-form/"): 6,
    ("maya", "/personal-items/?state=all"): 6,
    ("maya", "/urges/"): 6,
    ("maya", "/lapses/"): 6,
    ("maya", "/lapses/who-sees/"): 7,
    ("maya", "/days-well/"): 9,
    ("maya", "/daily-goals/"): 6,
    ("okafor", "/clients/{maya}/personal-items/"): 8,
    ("okafor", "/clients/{maya}/urges/"): 8,
    ("okafor", "/clients/{maya}/lapses/"): 8,
    ("okafor", "/clients/{maya}/daily-goals/"): 8,
    ("maya", "/questionnaires/due/"): 6,
    ("maya", "/questionnaire-responses/"): 6,
    ("okafor", "/questionnaires/"): 6,
    ("okafor", "/clients/{maya}/questionnaires/"): 8,
    ("okafor", "/clients/{maya}/questionnaire-responses/"): 8,
    ("ada", "/questionnaire-versions/"): 6,
    ("maya", "/consents/"): 11,
    ("okafor", "/clients/{maya}/check-ins/"): 8,
    ("okafor", "/alerts/"): 11,
    ("okafor", "/caseload/"): 7,
    ("okafor", "/alerts/changes/"): 6,
    ("okafor", "/clients/{maya}/reach/"): 9,
    ("ada", "/alerts/metrics/{riverside}/"): 21,
    ("maya", "/me/alerts/"): 7,
    ("maya", "/me/contact-requests/"): 6,
    ("maya", "/me/reach/"): 6,
    ("maya", "/reminders/"): 6,
    ("maya", "/reminders/ledger/"): 6,
    ("maya", "/reminders/preferences/"): 7,
    ("maya", "/contact-points/"): 6,
    ("okafor", "/clients/{maya}/reminders/"): 8,
    ("ada", "/dead-letters/"): 6,
    ("rosa", "/lessons/"): 8,
    ("rosa", "/lessons/depression/"): 8,
    ("rosa", "/lessons/depression/reflections/"): 7,
    ("rosa", "/lessons/preferences/"): 6,
    ("rosa", "/family/shared/"): 23,  # what is in force is asked before and after
}
POST_A_CHECK_IN = 8


def _statements(person, path, body=None):
    browser = Browser(person)
    with CaptureQueriesContext(connection) as sent:
        answer = browser.post(path, body) if body else browser.get(path)
    assert answer.status in (200, 201), answer
    # Prepared once for each connection, and not by each request.
    return sum(not one["sql"].startswith("PREPARE ") for one in sent)


def _more_of_everything():
    """Twenty more clients on Okafor's caseload, each with an alert; more of all that Maya lists."""
    river = demo.key("Riverside IOP")
    for place in range(20):
        starts_at = STORY_TIME + timedelta(days=30 + place)
        session = Session.objects.create(
            program_id=river, kind="group", title="G", starts_at=starts_at,
            ends_at=starts_at + timedelta(hours=1),
        )  # fmt: skip
        Participant.objects.create(session=session, client_id=demo.key("maya"))
        CheckIn.objects.create(
            client_id=demo.key("maya"), submission_id=uuid4(), timezone="UTC", mood=5,
            on=STORY_DAY - timedelta(days=100 + place), recorded_at=STORY_TIME,
            received_at=STORY_TIME,
        )  # fmt: skip
        _client_with_an_alert(river)


def _client_with_an_alert(program_id):
    client = User.objects.create(email=f"{uuid4()}@example.org", name="More", roles=["client"])
    first = STORY_DAY - timedelta(days=3)
    Enrolment.objects.create(
        client=client, program_id=program_id, level_of_care="iop", active_from=first
    )
    CareTeamMember.objects.create(
        client=client, clinician_id=demo.key("okafor"), program_id=program_id, role="therapist",
        active_from=first,
    )  # fmt: skip
    assessment = Assessment.objects.create(
        client=client, cause="q", on=STORY_DAY, rule_version="t", assessed_at=STORY_TIME
    )
    alert = Alert.objects.create(
        client=client,
        assessment=assessment,
        tier="high",
        raised_at=STORY_TIME,
        due_at=STORY_TIME,
        due_by=STORY_TIME,
    )
    Step.objects.create(
        alert=alert, client=client, kind="told", at=STORY_TIME, person_id=demo.key("okafor")
    )


def _someone(name):
    return User.objects.get(pk=demo.key(name))


def _path(path):
    return path.format(maya=demo.key("maya"), riverside=demo.key("Riverside IOP"))


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "path"), MOST)
@time_machine.travel(STORY_TIME, tick=False)
def test_a_route_sends_as_many_statements_as_written(name, path):
    with as_owner():
        person = _someone(name)
        _client_with_an_alert(demo.key("Riverside IOP"))

    assert _statements(person, _path(path)) == MOST[name, path]


@pytest.mark.django_db
@pytest.mark.parametrize(("name", "path"), MOST)
@time_machine.travel(STORY_TIME, tick=False)
def test_a_list_does_not_cost_more_because_it_is_long(name, path):
    with as_owner():
        person = _someone(name)
        _client_with_an_alert(demo.key("Riverside IOP"))
    short = _statements(person, _path(path))
    with as_owner():
        _more_of_everything()

    long = _statements(person, _path(path))

    assert long == short


@time_machine.travel(STORY_TIME, tick=False)
def test_handing_in_a_check_in_sends_as_many_statements_as_written(maya):
    assert _statements(maya, "/check-ins/", check_in()) == POST_A_CHECK_IN
